"""BSC205: a result on top that nothing below it drives."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Objectives of the top perspective without any cause in a lower one."""
    scorecard = subject.scorecard
    if subject.is_map_misread or _is_one_lane(subject) or subject.graph.has_broken_links:
        return
    top = scorecard.perspectives[0]
    driven = subject.graph.downstream_of(
        objective.id for objective in scorecard.objectives if objective.perspective != top.id
    )
    for objective in scorecard.objectives_in(top.id):
        if not subject.graph.is_unlinked(objective.id) and objective.id not in driven:
            yield subject.problem(
                ("objectives", objective.id),
                f'nothing below the top perspective "{top.id}" drives "{objective.id}"',
                "say under the objective that brings it about that it drives this one, and why",
            )


def _is_one_lane(subject: Subject) -> bool:
    used = {objective.perspective for objective in subject.scorecard.objectives}
    return len(used & {part.id for part in subject.scorecard.perspectives}) < 2


RULE = Rule(
    code="BSC205",
    name="undriven-outcome",
    label="nothing below drives it",
    severity=Severity.WARNING,
    finds="an objective of the top perspective that nothing below it drives",
    reason="A result that nobody does anything for is a hope, not a strategy.",
    bad="""\
bsc: 1
name: Town museum (fictional)
objectives:
  earn-a-surplus: {name: Earn a surplus, perspective: financial}
  raise-shop-sales:
    name: Raise shop sales
    perspective: financial
    drives: {earn-a-surplus: {kind: logical}}
  delight-visitors:
    name: Delight visitors
    perspective: customer
    drives:
      earn-a-surplus: {because: Delighted visitors become members.}
""",
    mend=(
        "      earn-a-surplus: {because: Delighted visitors become members.}\n",
        "      earn-a-surplus: {because: Delighted visitors become members.}\n"
        "      raise-shop-sales: {because: Delighted visitors take home a memento.}\n",
    ),
    check=check,
)
