"""BSC003: one key twice in the same mapping."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC003",
    name="duplicate-key",
    label="this key stands twice",
    severity=Severity.ERROR,
    finds="a key that stands twice in one place",
    reason="Of two targets for one thing only one is used, and nobody can tell which one the "
    "team agreed on.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
objectives:
  bake-fresh-all-day:
    name: Bake fresh all day
    perspective: internal
    kpis:
      warm-loaves:
        name: Loaves sold within an hour of baking
        unit: percent
        target: 80
        target: 65
""",
    mend=(
        "        target: 65\n",
        "        red: 65\n",
    ),
)
