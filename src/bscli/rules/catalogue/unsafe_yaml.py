"""BSC005: YAML that a scorecard never needs."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC005",
    name="unsafe-yaml",
    label="no scorecard needs this",
    severity=Severity.ERROR,
    finds="tags, merges, more nesting or more aliases than a scorecard can need, a file over "
    "4 MiB, or data files over 64 MiB",
    reason="Such features can make a small file run programs or fill a computer's memory, and "
    "none of them is needed to state a strategy.",
    bad="""\
bsc: 1
name: Music school (fictional)
objectives:
  keep-pupils-playing:
    name: Keep pupils playing
    perspective: customer
    kpis:
      pupils-who-stay:
        name: Pupils who stay another year
        unit: percent
        target: !percent 85
""",
    mend=(
        "        target: !percent 85\n",
        "        target: 85\n",
    ),
)
