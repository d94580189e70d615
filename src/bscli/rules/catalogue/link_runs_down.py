"""BSC206: a link from a higher perspective to a lower one."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.objective import Link, LinkKind, Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Links that lead down the map, unless they lead back on purpose or are part of a circle."""
    heights = subject.graph.heights
    for cause, link, effect in subject.graph.links:
        if cause.perspective not in heights or effect.perspective not in heights:
            continue
        runs_down = heights[cause.perspective] > heights[effect.perspective]
        if runs_down and not _is_told_otherwise(subject, cause, link):
            yield subject.problem(
                ("objectives", cause.id, "drives", effect.id),
                f'"{cause.id}" drives "{effect.id}", but "{cause.perspective}" '
                f'stands above "{effect.perspective}"',
                "turn the link round, move one of the two to another perspective, "
                "or mark it with kind: feedback if it closes a loop on purpose",
            )


def _is_told_otherwise(subject: Subject, cause: Objective, link: Link) -> bool:
    if link.kind is LinkKind.FEEDBACK or subject.graph.is_part_of_circle(cause.id, link.effect_id):
        return True
    return subject.is_misread("objectives", cause.id, "drives", link.effect_id)


RULE = Rule(
    code="BSC206",
    name="link-runs-down",
    label="leads down",
    severity=Severity.WARNING,
    finds="a link from a higher perspective down to a lower one",
    reason="A strategy map is read from the bottom to the top, so a link downwards usually "
    "mistakes an effect for a cause.",
    bad="""\
bsc: 1
name: Village clinic (fictional)
objectives:
  secure-the-budget: {name: Secure the budget, perspective: financial}
  earn-trust:
    name: Earn patients' trust
    perspective: customer
    drives: {secure-the-budget: {because: The council pays for what voters trust.}}
  shorten-the-wait:
    name: Shorten the wait
    perspective: internal
    drives: {earn-trust: {because: Who is seen soon feels taken seriously.}}
  answer-every-call:
    name: Answer every call
    perspective: customer
    drives: {shorten-the-wait: {because: A call answered in time often saves a visit.}}
""",
    mend=(
        "    name: Answer every call\n    perspective: customer\n",
        "    name: Answer every call\n    perspective: internal\n",
    ),
    check=check,
)
