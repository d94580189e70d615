"""BSC006: a format version that this bsc cannot read."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC006",
    name="unsupported-version",
    label="unknown format version",
    severity=Severity.ERROR,
    finds="a scorecard in a version of the format that this bsc does not know",
    reason="Keys can mean something else in another version, and a wrong reading looks like a "
    "right one.",
    bad="""\
bsc: 2
name: City library (fictional)
objectives:
  lend-more-books:
    name: Lend more books
    perspective: customer
    kpis: {loans: {name: Loans, aggregate: sum, target: 5200}}
""",
    mend=(
        "bsc: 2\n",
        "bsc: 1\n",
    ),
)
