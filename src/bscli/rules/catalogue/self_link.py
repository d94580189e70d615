"""BSC210: an objective that drives itself."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Links that end where they begin."""
    for objective in subject.scorecard.objectives:
        if any(link.effect_id == objective.id for link in objective.drives):
            yield subject.problem(
                ("objectives", objective.id, "drives", objective.id),
                f'"{objective.id}" drives itself',
                "name the objective that it does drive, or remove the link",
            )


RULE = Rule(
    code="BSC210",
    name="self-link",
    label="drives itself",
    severity=Severity.ERROR,
    finds="an objective that drives itself",
    reason="What is its own cause needs nobody to do anything, and so explains nothing.",
    bad="""\
bsc: 1
name: Rowing club (fictional)
objectives:
  balance-the-books: {name: Balance the books, perspective: financial}
  win-new-members:
    name: Win new members
    perspective: customer
    drives:
      win-new-members: {because: Members bring their friends.}
""",
    mend=(
        "      win-new-members: {because: Members bring their friends.}\n",
        "      balance-the-books: {because: Members bring their friends.}\n",
    ),
    check=check,
)
