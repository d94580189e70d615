"""How much is known below a score, in words that stand beside it wherever it is shown."""

from __future__ import annotations

from bscli.scoring.rollup import Coverage
from bscli.views.findings import counted

NOTHING_EXPECTED = "No KPI is expected to have a score"


def coverage_text(coverage: Coverage) -> str:
    """How many of the KPIs that should have a score have one; empty where none should."""
    expected = coverage.expected
    return f"{coverage.scored} of {counted(expected, 'KPI')}" if expected else ""


def known_text(coverage: Coverage) -> str:
    """The same as a part of a sentence: 3 of 4 KPIs known."""
    text = coverage_text(coverage)
    return f"{text} known" if text else ""
