"""BSC212: a perspective without any objective."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Declared perspectives that no objective stands in, once every objective has its place."""
    scorecard = subject.scorecard
    used = {objective.perspective for objective in scorecard.objectives}
    is_declared = "perspectives" in scorecard.model_fields_set
    if (
        subject.is_map_misread
        or not used
        or not is_declared
        or used - {part.id for part in scorecard.perspectives}
    ):
        return
    for perspective in scorecard.perspectives:
        if perspective.id not in used:
            yield subject.problem(
                ("perspectives", perspective.id),
                f'no objective stands in the perspective "{perspective.id}"',
                "add one, or leave the perspective out",
            )


RULE = Rule(
    code="BSC212",
    name="empty-perspective",
    label="no objective",
    severity=Severity.WARNING,
    finds="a perspective that the file declares and no objective stands in",
    reason="A scorecard is balanced by what each perspective asks for, and an empty one asks for "
    "nothing.",
    bad="""\
bsc: 1
name: City library (fictional)
perspectives: [financial, customer, internal]
objectives:
  secure-the-grant: {name: Secure the grant, perspective: financial}
  lend-more-books:
    name: Lend more books
    perspective: customer
    drives: {secure-the-grant: {because: The city pays by loans.}}
""",
    mend=(
        "perspectives: [financial, customer, internal]\n",
        "perspectives: [financial, customer]\n",
    ),
    check=check,
)
