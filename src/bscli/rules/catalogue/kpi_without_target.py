"""BSC305: a KPI that nobody can judge."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI that counts towards a score, but has no target."""
    for objective, kpi in subject.soundly_read_kpis():
        if kpi.weight > 0 and not kpi.has_target:
            yield subject.problem(
                ("objectives", objective.id, "kpis", kpi.id),
                f'"{kpi.id}" has no target, so no one can say whether its values are good',
                "add a target; or write weight: 0 if it is shown only for context",
            )


RULE = Rule(
    code="BSC305",
    name="kpi-without-target",
    label="no target",
    severity=Severity.WARNING,
    finds="a KPI that is tracked, but has no target",
    reason="Without a target each reader decides alone what is good, and reviews end in opinions.",
    bad="""\
bsc: 1
name: Hillside school (fictional)
owner: head-teacher
objectives:
  read-with-ease:
    name: Help every child to read with ease
    perspective: customer
    kpis:
      reading-age:
        name: Children who read at their age
        type: leading
        unit: percent
        actuals: {2026-07: 78, 2026-08: 80, 2026-09: 81}
""",
    mend=(
        "        unit: percent\n",
        "        unit: percent\n        target: {2026: 85, 2027: 90}\n",
    ),
    check=check,
)
