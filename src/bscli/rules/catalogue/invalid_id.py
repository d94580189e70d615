"""BSC105: an id in a form that ids do not have."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC105",
    name="invalid-id",
    label="not in the form of ids",
    severity=Severity.ERROR,
    finds="an id with capitals, spaces or other signs, with a spelling that would do",
    reason="Ids stand in links, addresses and spreadsheets, where one plain spelling keeps "
    "them from drifting apart.",
    bad="""\
bsc: 1
name: City library (fictional)
objectives:
  Lend_More_Books:
    name: Lend more books
    perspective: customer
    kpis: {loans: {name: Loans, aggregate: sum, target: 5200}}
""",
    mend=(
        "  Lend_More_Books:\n",
        "  lend-more-books:\n",
    ),
)
