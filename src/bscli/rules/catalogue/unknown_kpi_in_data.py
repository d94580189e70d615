"""BSC701: a row of a data file for a KPI that the scorecard does not have."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC701",
    name="unknown-kpi-in-data",
    label="no KPI has this id",
    severity=Severity.ERROR,
    finds="a row of a data file that names a KPI which the scorecard does not have",
    reason="A result that finds no KPI is lost without a sound, and the KPI that it was meant for "
    "seems to have none.",
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
""",
    mend=("      waiting-hours:\n", "      hours-waiting:\n"),
    beside={"actuals.csv": "kpi,period,value\nhours-waiting,2026-08,4.5\n"},
)
