"""BSC703: a cell of a data file that should hold a number."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC703",
    name="not-a-number",
    label="not a number",
    severity=Severity.ERROR,
    finds="a value in a data file that is no number, or one that would be read in two ways",
    reason="An export that was made for another country or another program turns into results that "
    "are wrong a thousandfold, or missing.",
    bad="""\
bsc: 1
name: Harbour tower (fictional)
data: [{file: actuals.csv, delimiter: ";", decimal: "."}]
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
    mend=(
        'data: [{file: actuals.csv, delimiter: ";", decimal: "."}]\n',
        'data: [{file: actuals.csv, delimiter: ";", decimal: ","}]\n',
    ),
    beside={
        "actuals.csv": "kpi;period;value\nwaiting-hours;2026-07;4,8\nwaiting-hours;2026-08;4,5\n"
    },
)
