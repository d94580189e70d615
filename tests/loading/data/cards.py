"""A scorecard whose values stand in data files, and what is found and read there."""

from __future__ import annotations

from collections.abc import Mapping

from bscli.findings import Finding, Severity
from bscli.model.kpi import Kpi
from tests.builders import findings_of, project_of

CARD = """\
bsc: 1
name: Corner bakery (fictional)
data: {data}
objectives:
  o:
    name: Do it
    perspective: customer
    kpis:
      loaves: {{name: Loaves}}
      waste: {{name: Waste, unit: percent}}
      clean: {{name: Clean, unit: yes/no}}
      audit: {{name: Audit, frequency: yearly}}
"""

Files = Mapping[str, str | bytes]


def card(data: str = "[a.csv]") -> str:
    """The scorecard with this under ``data``."""
    return CARD.format(data=data)


def kpi_of(files: Files, data: str = "[a.csv]", id: str = "loaves") -> Kpi:
    """A KPI of the scorecard as it is read with these files beside it."""
    scorecard = project_of(card(data), files).scorecards[0]
    return next(kpi for _, kpi in scorecard.kpis() if kpi.id == id)


def values_of(files: Files, data: str = "[a.csv]", id: str = "loaves") -> dict[str, float | str]:
    """The values of a KPI by period, with these files beside the scorecard."""
    return {entry.period.name: entry.value for entry in kpi_of(files, data, id).actuals}


def errors_in(files: Files, data: str = "[a.csv]") -> list[Finding]:
    """The errors of the scorecard with these files beside it."""
    found = findings_of(card(data), files)
    return [finding for finding in found if finding.severity is Severity.ERROR]


def told(files: Files, data: str = "[a.csv]") -> list[str]:
    """The errors as one-liners: place, code and message."""
    return [_line(finding) for finding in errors_in(files, data)]


def _line(finding: Finding) -> str:
    span = finding.location.span
    place = f"{finding.location.file}:{span.line}:{span.column}"
    return f"{place} {finding.code} {finding.message}"
