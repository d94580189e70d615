"""BSC101: a key that the format does not know."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC101",
    name="unknown-key",
    label="unknown key",
    severity=Severity.ERROR,
    finds="a key that the format does not know, with the one that was probably meant",
    reason="A misspelled key is silently ignored by most tools, and with it the target or the "
    "actual that somebody took care to write down.",
    bad="""\
bsc: 1
name: Ferry line (fictional)
objectives:
  sail-on-time:
    name: Sail on time
    perspective: customer
    measures: {departures-on-time: {name: Departures on time, target: 95}}
""",
    mend=(
        "    measures: {departures-on-time: {name: Departures on time, target: 95}}\n",
        "    kpis: {departures-on-time: {name: Departures on time, target: 95}}\n",
    ),
)
