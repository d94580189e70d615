"""BSC103: something of another kind than its key wants."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC103",
    name="wrong-type",
    label="wrong kind of value",
    severity=Severity.ERROR,
    finds="a value of the wrong kind, such as a list where values by period are wanted",
    reason="A row of numbers without periods cannot be compared with any target, however plain "
    "it looks to the one who wrote it.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
objectives:
  win-regular-guests:
    name: Win regular guests
    perspective: customer
    kpis:
      guests-who-return:
        name: Guests who return within a week
        unit: percent
        target: 40
        actuals: [34, 36, 39]
""",
    mend=(
        "        actuals: [34, 36, 39]\n",
        "        actuals: {2026-07: 34, 2026-08: 36, 2026-09: 39}\n",
    ),
)
