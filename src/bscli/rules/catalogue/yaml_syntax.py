"""BSC001: what YAML itself rejects."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC001",
    name="yaml-syntax",
    label="cannot be read",
    severity=Severity.ERROR,
    finds="a line that YAML cannot read, with the line as it should be written",
    reason="A file that cannot be read to its end shows nobody the strategy that it holds.",
    bad="""\
bsc: 1
name: Town museum (fictional)
objectives:
  welcome-more-visitors:
    name: Open late: every Thursday until nine
    perspective: customer
    kpis: {evening-visitors: {name: Visitors after six, target: 400}}
""",
    mend=(
        "    name: Open late: every Thursday until nine\n",
        '    name: "Open late: every Thursday until nine"\n',
    ),
)
