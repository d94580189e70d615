"""BSC202: objectives that drive each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

LONGEST_PRINTED = 24
"""A circle of more objectives than a strategy map can hold is shown with a gap in its middle."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each circle, at the link that leads on from its smallest id."""
    for circle in subject.graph.circles():
        if _has_misread_link(subject, circle):
            continue
        yield subject.problem(
            ("objectives", circle[0], "drives", circle[1]),
            f"these objectives drive each other in a circle: {_around(circle)}",
            "mark the link that closes the loop on purpose with kind: feedback, or remove one",
        )


def _has_misread_link(subject: Subject, circle: tuple[str, ...]) -> bool:
    """Whether one of its links may have been meant to close the loop on purpose."""
    links = zip(circle, (*circle[1:], circle[0]), strict=True)
    return any(subject.is_misread("objectives", cause, "drives", effect) for cause, effect in links)


def _around(circle: tuple[str, ...]) -> str:
    steps = [*circle, circle[0]]
    if len(circle) > LONGEST_PRINTED:
        half = LONGEST_PRINTED // 2
        steps[half:-half] = [f"({len(steps) - 2 * half} more)"]
    return " -> ".join(steps)


RULE = Rule(
    code="BSC202",
    name="cycle",
    label="part of a circle",
    severity=Severity.ERROR,
    finds="objectives that drive each other in a circle, printed all the way around",
    reason="Where everything is the cause of everything else, no one can say where to begin.",
    bad="""\
bsc: 1
name: Music school (fictional)
perspectives: [customer, learning]
objectives:
  fill-the-classes:
    name: Fill the classes
    perspective: customer
    drives:
      keep-good-teachers: {because: Teachers stay where pupils come.}
  keep-good-teachers:
    name: Keep good teachers
    perspective: learning
    drives:
      fill-the-classes: {because: Families follow a good teacher.}
""",
    mend=(
        "      keep-good-teachers: {because: Teachers stay where pupils come.}\n",
        "      keep-good-teachers: {because: Teachers stay where pupils come., kind: feedback}\n",
    ),
    check=check,
)
