"""BSC302: fewer objectives than a whole strategy needs."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem where the scorecard has too few objectives and stands on its own."""
    count = len(subject.scorecard.objectives)
    fewest = subject.limits.fewest_objectives
    if count < fewest and subject.scorecard.parent is None and not subject.is_map_misread:
        yield subject.problem(
            ("objectives",),
            f"the scorecard has {_counted(count)}; fewer than {fewest} seldom tell all of it",
            "look for the steps that are missing between what people do and what it brings in, "
            "or name the scorecard that this one belongs to as its parent",
        )


def _counted(count: int) -> str:
    return {0: "no objectives", 1: "1 objective"}.get(count, f"{count} objectives")


RULE = Rule(
    code="BSC302",
    name="too-few-objectives",
    label="too few objectives",
    severity=Severity.INFO,
    finds="a scorecard with too few objectives to tell a strategy, unless it has a parent",
    reason="With few objectives the story has gaps: nobody can see how the work of today becomes "
    "the result of tomorrow.",
    bad="""\
bsc: 1
name: Riverside clinic (fictional)
owner: director
objectives:
  break-even: {name: Break even every year, perspective: financial}
  use-rooms-well: {name: Use every room well, perspective: financial}
  earn-trust: {name: Earn the trust of patients, perspective: customer}
  shorten-waits: {name: Shorten the wait for a bed, perspective: customer}
  heal-at-first-visit: {name: Heal at the first visit, perspective: internal}
  prevent-infections: {name: Prevent infections, perspective: internal}
  discharge-on-time: {name: Discharge on time, perspective: internal}
  keep-nurses: {name: Keep our nurses, perspective: learning}
  train-on-the-ward: {name: Train on the ward, perspective: learning}
""",
    mend=(
        "  shorten-waits: {name: Shorten the wait for a bed, perspective: customer}\n",
        "  shorten-waits: {name: Shorten the wait for a bed, perspective: customer}\n"
        "  keep-families-informed: {name: Keep families informed, perspective: customer}\n",
    ),
    check=check,
)
