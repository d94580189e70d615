"""BSC106: one id for two things."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC106",
    name="duplicate-id",
    label="this id stands twice",
    severity=Severity.ERROR,
    finds="an id that two objectives, KPIs or initiatives share",
    reason="Whoever names the id means one thing, and a reader may take it for the other.",
    bad="""\
bsc: 1
name: Rowing club (fictional)
objectives:
  win-new-members:
    name: Win new members
    perspective: customer
    kpis: {open-days: {name: Guests of open days who join, unit: percent, target: 25}}
initiatives:
  open-days:
    name: Hold an open day each quarter
    objectives: [win-new-members]
""",
    mend=(
        "  open-days:\n",
        "  quarterly-open-day:\n",
    ),
)
