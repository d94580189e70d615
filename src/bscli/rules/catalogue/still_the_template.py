"""BSC507: a strategy that was taken from a template and hardly changed."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.starters.names import is_from_a_template

NOBODYS_STRATEGY = "(fictional)"


def check(subject: Subject) -> Iterator[Problem]:
    """One problem where over half of the objectives have the names that a template gave them."""
    scorecard = subject.scorecard
    if NOBODYS_STRATEGY in scorecard.name.casefold() or subject.is_map_misread:
        return
    copied = sum(is_from_a_template(objective.name) for objective in scorecard.objectives)
    total = len(scorecard.objectives)
    if 2 * copied > total:
        yield subject.problem(
            ("objectives",),
            f"{copied} of {total} objectives still have the name that a template gave them",
            "say in your own words what you want to reach, and leave out what is not yours",
        )


RULE = Rule(
    code="BSC507",
    name="still-the-template",
    label="taken from a template",
    severity=Severity.WARNING,
    finds="objectives of which over half still have the name that a template gave them",
    reason="A strategy is what you do differently from others, so it cannot be copied; a scorecard "
    "with (fictional) in its name claims to be nobody's, and is left alone.",
    bad="""\
# An invented workshop (fictional), which had begun with: bsc init
bsc: 1
name: Hillside Bicycles
owner: manager
objectives:
  live-on-repairs: {name: "Live on repairs, not on sales", perspective: financial}
  be-passed-on: {name: Be passed on from rider to rider, perspective: customer}
  lend-cargo-bicycles: {name: Lend a cargo bicycle to every family, perspective: customer}
""",
    mend=(
        "{name: Be passed on from rider to rider, perspective: customer}",
        "{name: Carry every child to school by bicycle, perspective: customer}",
    ),
    check=check,
)
