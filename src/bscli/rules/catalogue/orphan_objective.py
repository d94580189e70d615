"""BSC203: an objective without cause and effect."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every unlinked objective, or one problem at the head where nothing is linked at all."""
    objectives = subject.scorecard.objectives
    if subject.is_map_misread:
        return
    if not any(objective.drives for objective in objectives):
        if len(objectives) > 1:
            yield subject.problem(
                (),
                "no objective drives another, so the scorecard tells no story of cause and effect",
                "say under each objective what it drives, and why",
                label="no causes and effects",
            )
        return
    if subject.graph.has_broken_links:
        return
    for objective in objectives:
        if subject.graph.is_unlinked(objective.id) and not objective.drives:
            yield subject.problem(
                ("objectives", objective.id),
                f'"{objective.id}" drives nothing and nothing drives it: '
                "it decorates the map, but is no part of the strategy",
                "link it to what it drives, or leave it out",
            )


RULE = Rule(
    code="BSC203",
    name="orphan-objective",
    label="neither cause nor effect",
    severity=Severity.WARNING,
    finds="an objective that is neither cause nor effect of another",
    reason="A strategy is a chain of causes and effects; what is not linked to it cannot be "
    "explained by it.",
    bad="""\
bsc: 1
name: Ferry line (fictional)
objectives:
  grow-revenue: {name: Grow revenue, perspective: financial}
  fill-the-ferries: {name: Fill the ferries, perspective: customer}
  sail-on-time:
    name: Sail on time
    perspective: customer
    drives: {grow-revenue: {because: Guests who trust the timetable come back.}}
""",
    mend=(
        "{name: Fill the ferries, perspective: customer}",
        "{name: Fill the ferries, perspective: customer, "
        "drives: {grow-revenue: {because: Each guest on board pays a fare.}}}",
    ),
    check=check,
)
