"""BSC711: a data file that does not lie inside the project."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC711",
    name="unsafe-path",
    label="leaves the project",
    severity=Severity.ERROR,
    finds="a data file that lies outside the project (also through a link), is hidden, or is a "
    "folder, a pipe or a device",
    reason="A scorecard that a stranger proposes must not be able to show what else lies on the "
    "computer that checks it, nor make it wait.",
    bad="""\
bsc: 1
name: Harbour tower (fictional)
data: [../finance/actuals.csv]
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
    mend=("data: [../finance/actuals.csv]\n", "data: [actuals.csv]\n"),
    beside={"actuals.csv": "kpi,period,value\nwaiting-hours,2026-08,4.5\n"},
)
