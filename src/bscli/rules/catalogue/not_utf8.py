"""BSC002: another encoding, or a character that no text needs."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

RULE = Rule(
    code="BSC002",
    name="not-utf8",
    label="not plain UTF-8 text",
    severity=Severity.ERROR,
    finds="a file that is not UTF-8, or that holds an invisible control character",
    reason="Invisible characters and foreign encodings make two people read different words or "
    "numbers in one file.",
    bad="""\
bsc: 1
name: Ferry line (fictional)
# Between the arrows hides a character that came along from a web page: >\ufeff<
objectives:
  sail-on-time:
    name: Sail on time
    perspective: customer
    kpis: {departures-on-time: {name: Departures on time, unit: percent, target: 95}}
""",
    mend=(
        "# Between the arrows hides a character that came along from a web page: >\ufeff<\n",
        "# Between the arrows nothing hides any more: ><\n",
    ),
)
