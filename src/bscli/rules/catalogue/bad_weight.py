"""BSC109: a weight below zero."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC109",
    name="bad-weight",
    label="below zero",
    severity=Severity.ERROR,
    finds="a negative weight",
    reason="A negative weight makes the whole look better when a part gets worse.",
    bad="""\
bsc: 1
name: Music school (fictional)
objectives:
  keep-pupils-playing: {name: Keep pupils playing, perspective: customer, weight: 2}
  calm-the-waiting-list:
    name: Calm the waiting list
    perspective: customer
    weight: -1
""",
    mend=(
        "    weight: -1\n",
        "    weight: 1\n",
    ),
)
