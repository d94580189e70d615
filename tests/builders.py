"""Small scorecards for tests: YAML text in, project, scorecard, analysis or findings out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import chdir
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from bscli.analysis import Analysis, analyse
from bscli.findings import Finding
from bscli.loading import StandardInput, load
from bscli.model.project import Project
from bscli.model.scorecard import Scorecard
from bscli.scoring.kpi_score import KpiScore

AS_OF = date(2026, 10, 15)
PERIOD = "2026-Q3"


def project_of(text: str | bytes, beside: Mapping[str, str | bytes] | None = None) -> Project:
    """The project of one file with this text, and of the data files beside it."""
    data = text if isinstance(text, bytes) else dedent(text).encode()
    if not beside:
        return load(StandardInput(data))
    with TemporaryDirectory() as name, chdir(name):
        for file, content in {"scorecard.yaml": data, **beside}.items():
            Path(file).write_bytes(content if isinstance(content, bytes) else content.encode())
        return load("scorecard.yaml")


def scorecard_of(text: str) -> Scorecard:
    """The scorecard of a text that must be sound."""
    project = project_of(text)
    assert [problem.problem.message for problem in project.problems] == []
    return project.scorecards[0]


def analysis_of(
    text: str | bytes,
    period: str = PERIOD,
    as_of: date = AS_OF,
    beside: Mapping[str, str | bytes] | None = None,
) -> Analysis:
    """The analysis of one file with this text, and of the data files beside it."""
    return analyse(project_of(text, beside), period=period, as_of=as_of)


def findings_of(
    text: str | bytes, beside: Mapping[str, str | bytes] | None = None
) -> tuple[Finding, ...]:
    """Everything that is found in one file with this text."""
    return analysis_of(text, beside=beside).findings


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
