"""What stands behind the page: findings in force, what is missing, how scores are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bscli import __version__
from bscli.analysis import Analysis
from bscli.findings import Finding, Severity
from bscli.model.objective import Rollup
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.settings import rollup_of
from bscli.scoring.status import Status
from bscli.views.findings import findings_view
from bscli.views.text import one_line
from bscli.views.tokens import SCALE, STATUS_TOKENS

LONGEST_FILE = 200
LONGEST_MESSAGE = 600
MOST_NAMED = 30
MAKER = f"bsc {__version__}"

_TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Hints"}

_KINDS = {
    Status.GREEN: "on target or better",
    Status.AMBER: "short of the target, and not beyond the red line",
    Status.RED: "beyond the red line",
    Status.NO_DATA: "a value was due and is missing",
    Status.NOT_DUE: "its period has not ended",
    Status.NOT_APPLICABLE: "it does not apply to the period",
    Status.UNSCORED: "there is a value and nothing to judge it by",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One finding, and the line of the file that it is about."""

    code: str
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one severity."""

    title: str
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """The KPIs without a score that stand alike; ``names`` ends with how many more there are."""

    status: Status
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """Everything a reader needs to trust or doubt the page."""

    groups: tuple[FindingGroup, ...]
    unshown: int
    missing: tuple[Missing, ...]
    rules: tuple[str, ...]
    kinds: tuple[tuple[Status, str], ...]
    facts: tuple[tuple[str, str], ...]
    maker: str


def method_of(analysis: Analysis, file: str, scores: ScorecardScore, engine: str) -> Method:
    """The findings of a file, the scoring of its scorecard, and what the page was made with."""
    of_file = [each for each in analysis.findings if each.location.file == file]
    listed = [each for each in findings_view(analysis).findings if each.location.file == file]
    return Method(
        groups=tuple(_groups(listed)),
        unshown=len(of_file) - len(listed),
        missing=tuple(_missing(scores)),
        rules=_rules(scores),
        kinds=tuple(_KINDS.items()),
        facts=_facts(file, scores, engine),
        maker=MAKER,
    )


def _groups(findings: list[Finding]) -> Iterator[FindingGroup]:
    for severity, title in _TITLES.items():
        lines = [_line(each) for each in findings if each.severity is severity]
        if lines:
            yield FindingGroup(title, tuple(lines))


def _line(finding: Finding) -> FindingLine:
    location = finding.location
    return FindingLine(
        code=finding.code,
        message=one_line(finding.message, LONGEST_MESSAGE),
        place=f"{one_line(location.file, LONGEST_FILE)}:{location.span.line}",
    )


def _missing(scores: ScorecardScore) -> Iterator[Missing]:
    for status in STATUS_TOKENS:
        kpis = [kpi for kpi in scores.kpis if kpi.status is status and kpi.score is None]
        if kpis:
            yield Missing(status, _named(kpis))


def _named(kpis: list[KpiScore]) -> tuple[str, ...]:
    names = [one_line(kpi.kpi.name) for kpi in kpis[:MOST_NAMED]]
    more = len(kpis) - len(names)
    return (*names, f"{more} more") if more else tuple(names)


def _rules(scores: ScorecardScore) -> tuple[str, ...]:
    worst = rollup_of(scores.scorecard) is Rollup.WORST
    above = "the worst" if worst else "the weighted mean"
    return (
        f"{SCALE}.",
        "A KPI is compared with its target in the same period. On target it is green; where red "
        "begins is said by its red line, or else by its baseline or a share of the target.",
        f"An objective gets {above} of its KPIs' scores, unless it says otherwise; a perspective "
        f"gets {above} of its objectives, the whole {above} of its perspectives.",
        "What has no score is left out and counted as unknown. It never counts as good or bad.",
        "A trend compares with the period before: a KPI by its value, all above KPIs by score.",
        "A signal is a value that chance alone hardly explains, seen from the KPI's usual range. A "
        "red without one is noise: only a change of how the work is done will move it.",
    )


def _facts(file: str, scores: ScorecardScore, engine: str) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Period", scores.period.name),
        ("As of", scores.as_of.isoformat()),
        ("File", one_line(file, LONGEST_FILE)),
        ("Made with", MAKER),
        ("Map laid out by", engine),
    )
    return tuple((term, text) for term, text in facts if text)
