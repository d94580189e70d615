"""BSC108: a number that cannot be read as it was meant."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC108",
    name="bad-number",
    label="not a clear number",
    severity=Severity.ERROR,
    finds="a number in a form that programs read differently, or that no result can have",
    reason="A comma that one program takes for thousands and another for decimals changes a "
    "result a thousandfold without a word.",
    bad="""\
bsc: 1
name: Town museum (fictional)
objectives:
  welcome-more-visitors:
    name: Welcome more visitors
    perspective: customer
    kpis:
      visitors:
        name: Visitors
        aggregate: sum
        target: 12,500
""",
    mend=(
        "        target: 12,500\n",
        "        target: 12500\n",
    ),
)
