"""BSC403: a project that serves no objective."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every initiative that names no objective."""
    for initiative in subject.scorecard.initiatives:
        is_misread = subject.is_misread("initiatives", initiative.id)
        if not initiative.objectives and not is_misread:
            yield subject.problem(
                ("initiatives", initiative.id),
                f'"{initiative.id}" serves no objective, so the strategy gives no reason for it',
                "name under objectives what it moves, or leave it out",
            )


RULE = Rule(
    code="BSC403",
    name="initiative-without-objective",
    label="serves no objective",
    severity=Severity.ERROR,
    finds="an initiative that moves no objective",
    reason="Work that moves no objective keeps people busy with something other than the strategy.",
    bad="""\
bsc: 1
name: Ferry line (fictional)
owner: managing-director
objectives:
  sail-on-time: {name: Sail on time, perspective: customer}
initiatives:
  new-ramps:
    name: Faster ramps at both piers
    owner: fleet-captain
    starts: 2026-02-01
    ends: 2026-11-30
    budget: 90000
""",
    mend=(
        "    name: Faster ramps at both piers\n",
        "    name: Faster ramps at both piers\n    objectives: [sail-on-time]\n",
    ),
    check=check,
)
