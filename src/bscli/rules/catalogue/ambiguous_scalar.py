"""BSC004: a text that YAML reads as something else."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC004",
    name="ambiguous-scalar",
    label="needs quotes here",
    severity=Severity.ERROR,
    finds="a text that YAML reads as a yes or no, a number, a date or a comment, in its "
    "quoted form",
    reason="Tools disagree on what such a word means, so the owner of an objective can turn "
    "into a plain no.",
    bad="""\
bsc: 1
name: Village clinic (fictional)
objectives:
  shorten-the-wait:
    name: Shorten the wait
    perspective: customer
    owner: no                   # Nora Olsen
    kpis: {minutes-waited: {name: Minutes waited, better: lower, target: 15}}
""",
    mend=(
        "    owner: no                   # Nora Olsen\n",
        '    owner: "no"                 # Nora Olsen\n',
    ),
)
