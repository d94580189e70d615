"""BSC402: one person who answers for too much."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.misshape import quoted
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every owner of too many objectives, inherited ones included, at the first of them."""
    owned: dict[str, list[str]] = {}
    for objective in subject.scorecard.objectives:
        owner = subject.scorecard.owner_of(objective)
        if owner is not None and not subject.is_misread("objectives", objective.id, "owner"):
            owned.setdefault(owner, []).append(objective.id)
    most = subject.limits.most_objectives_per_owner
    for owner, objectives in owned.items():
        if len(objectives) > most:
            yield subject.problem(
                ("objectives", objectives[0]),
                f"{quoted(owner)} owns {len(objectives)} objectives, this one and "
                f"{len(objectives) - 1} more; more than {most} get too little attention each",
                "give some of them an owner of their own",
            )


RULE = Rule(
    code="BSC402",
    name="overloaded-owner",
    label="its owner has too much",
    severity=Severity.INFO,
    finds="a person who answers for too many objectives, inherited ones included",
    reason="An owner of everything has time for nothing, and the objectives wait for each other.",
    bad="""\
bsc: 1
name: Market pharmacy (fictional)
objectives:
  grow-sales: {name: Grow sales of own products, perspective: financial, owner: pharmacist}
  cut-expired-stock: {name: Cut expired stock, perspective: financial, owner: pharmacist}
  advise-well: {name: Advise every customer well, perspective: customer, owner: pharmacist}
  serve-fast: {name: Serve fast, perspective: customer, owner: pharmacist}
  never-run-out: {name: Never run out of medicines, perspective: internal, owner: pharmacist}
  train-assistants: {name: Train the assistants, perspective: learning, owner: pharmacist}
""",
    mend=(
        "{name: Never run out of medicines, perspective: internal, owner: pharmacist}",
        "{name: Never run out of medicines, perspective: internal, owner: stock-keeper}",
    ),
    check=check,
)
