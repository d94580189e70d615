"""Small scorecards for tests: YAML text in, project, scorecard, analysis or findings out."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from bscli.analysis import Analysis, analyse
from bscli.findings import Finding
from bscli.loading import StandardInput, load
from bscli.model.project import Project
from bscli.model.scorecard import Scorecard
from bscli.scoring.kpi_score import KpiScore

AS_OF = date(2026, 10, 15)
PERIOD = "2026-Q3"


def project_of(text: str | bytes) -> Project:
    """The project of one file with this text."""
    data = text if isinstance(text, bytes) else dedent(text).encode()
    return load(StandardInput(data))


def scorecard_of(text: str) -> Scorecard:
    """The scorecard of a text that must be sound."""
    project = project_of(text)
    assert [problem.problem.message for problem in project.problems] == []
    return project.scorecards[0]


def analysis_of(text: str | bytes, period: str = PERIOD, as_of: date = AS_OF) -> Analysis:
    """The analysis of one file with this text."""
    return analyse(project_of(text), period=period, as_of=as_of)


def findings_of(text: str | bytes) -> tuple[Finding, ...]:
    """Everything that is found in one file with this text."""
    return analysis_of(text).findings


def codes_of(text: str | bytes) -> list[str]:
    """The codes of what is found, in the order of the file."""
    return [finding.code for finding in findings_of(text)]


def kpi_scorecard(kpi: str, settings: str = "") -> str:
    """A scorecard with one KPI, ``k``, given as the entries of a YAML flow mapping."""
    return (
        f"bsc: 1\nname: Test\nowner: me\n{settings}\nobjectives:\n"
        f"  o: {{name: Do it, perspective: financial, kpis: {{k: {{name: K, {kpi}}}}}}}\n"
    )


def score_of(kpi: str, settings: str = "", period: str = PERIOD, as_of: date = AS_OF) -> KpiScore:
    """How the one KPI of a scorecard stands."""
    analysis = analysis_of(kpi_scorecard(kpi, settings), period, as_of)
    return analysis.scores[0].kpis[0]
