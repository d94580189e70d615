"""BSC404: a project that nobody leads."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every initiative without an owner, or one problem at the head where none has one."""
    initiatives = [
        initiative
        for initiative in subject.scorecard.initiatives
        if not subject.is_misread("initiatives", initiative.id)
    ]
    without = [initiative for initiative in initiatives if initiative.owner is None]
    if len(without) == len(initiatives) >= subject.limits.fewest_to_tell_as_one:
        yield subject.problem(
            (),
            f"none of the {len(initiatives)} initiatives has an owner",
            "name as owner of each the person who leads it",
            label="no initiative has an owner",
        )
        return
    for initiative in without:
        yield subject.problem(
            ("initiatives", initiative.id),
            f'"{initiative.id}" has no owner, so nobody is asked when it slips',
            "name the person who leads it as owner",
        )


RULE = Rule(
    code="BSC404",
    name="initiative-without-owner",
    label="no owner",
    severity=Severity.WARNING,
    finds="an initiative without an owner",
    reason="Initiatives inherit no owner: one that nobody leads starts late and stops silently.",
    bad="""\
bsc: 1
name: Hillside school (fictional)
owner: head-teacher
objectives:
  read-with-ease: {name: Help every child to read with ease, perspective: customer}
initiatives:
  reading-partners:
    name: A reading partner for every child
    objectives: [read-with-ease]
    starts: 2026-08-24
    ends: 2027-06-30
    budget: 6000
""",
    mend=(
        "    objectives: [read-with-ease]\n",
        "    objectives: [read-with-ease]\n    owner: librarian\n",
    ),
    check=check,
)
