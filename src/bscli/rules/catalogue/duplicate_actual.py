"""BSC702: two values of one KPI for one period."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC702",
    name="duplicate-actual",
    label="a second value",
    severity=Severity.ERROR,
    finds="a second value for one KPI and period, in one data file, in two, or beside the "
    "scorecard's own actuals",
    reason="Of two results for one month at most one is right, and nobody can see which of them "
    "was counted.",
    bad="""\
bsc: 1
name: Harbour tower (fictional)
data: [actuals.csv]
objectives:
  guide-ships-in:
    name: Guide every ship in at once
    perspective: customer
    kpis:
      waiting-hours:
        name: Hours that a ship waits
        better: lower
        target: 4
        actuals: {2026-07: 4.8, 2026-08: 4.6}
""",
    mend=(
        "        actuals: {2026-07: 4.8, 2026-08: 4.6}\n",
        "        actuals: {2026-07: 4.8}\n",
    ),
    beside={"actuals.csv": "kpi,period,value\nwaiting-hours,2026-08,4.5\n"},
)
