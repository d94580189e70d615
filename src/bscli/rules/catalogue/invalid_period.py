"""BSC107: a period that is none, or none for this KPI."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC107",
    name="invalid-period",
    label="no period that fits",
    severity=Severity.ERROR,
    finds="a period that cannot be read, stands twice, or does not fit the KPI's frequency",
    reason="A target counts only when everybody knows for which stretch of time it was set.",
    bad="""\
bsc: 1
name: Island ferry (fictional)
objectives:
  carry-more-islanders:
    name: Carry more islanders
    perspective: customer
    kpis:
      islanders-carried:
        name: Islanders carried
        aggregate: sum
        target: {Q3 2026: 90000}
""",
    mend=(
        "        target: {Q3 2026: 90000}\n",
        "        target: {2026-Q3: 90000}\n",
    ),
)
