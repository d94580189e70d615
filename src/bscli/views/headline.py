"""What is said above a status table: counts that add up, what is red, and what is not shown."""

from __future__ import annotations

from collections import Counter

from bscli.analysis import Analysis
from bscli.findings import Severity
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from bscli.views.filters import Filters
from bscli.views.findings import counted
from bscli.views.numbers import amount_of, target_of
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS

MOST_REDS = 5
LONGEST_FILE = 200


def counts_text(scores: ScorecardScore) -> str:
    """How many KPIs stand how; empty where there are none.

    First those that should have a score, which add up to the coverage, then what is not due,
    not applicable or without a target, then what is shown and not counted.
    """
    kpis = _counted(scores)
    expected = [kpi for kpi in kpis if kpi.is_expected or kpi.score is not None]
    besides = [kpi for kpi in kpis if not (kpi.is_expected or kpi.score is not None)]
    counts = [*_counts(expected), *_counts(besides)]
    uncounted = len(scores.kpis) - len(kpis)
    last = f"{uncounted} shown, not counted" if uncounted else ""
    return ", and ".join(text for text in (", ".join(counts), last) if text)


def _counted(scores: ScorecardScore) -> tuple[KpiScore, ...]:
    """The KPIs that have a weight all the way up."""
    return tuple(
        kpi
        for lane in scores.perspectives
        for part in lane.objectives
        for kpi in part.kpis
        if lane.perspective.weight and part.objective.weight and kpi.kpi.weight
    )


def _counts(kpis: list[KpiScore]) -> list[str]:
    found = Counter(map(_standing, kpis))
    return [
        f"{found[status]} {token.word}" for status, token in STATUS_TOKENS.items() if found[status]
    ]


def _standing(kpi: KpiScore) -> Status:
    """The status; of a KPI that nothing is expected of, that there is no target comes first."""
    lacks_target = kpi.status is Status.NO_DATA and not kpi.is_expected
    return Status.UNSCORED if lacks_target else kpi.status


def reds_text(scores: ScorecardScore) -> str:
    """The worst red KPIs with value, target and owner; empty where nothing is red."""
    reds = [kpi for kpi in _counted(scores) if kpi.status is Status.RED]
    reds.sort(key=lambda kpi: kpi.score or 0.0)
    named = [_red(kpi) for kpi in reds[:MOST_REDS]]
    more = [f"and {len(reds) - MOST_REDS} more"] if len(reds) > MOST_REDS else []
    return "; ".join([*named, *more])


def _red(score: KpiScore) -> str:
    target = target_of(score.kpi, score.target.amount if score.target else None)
    name = f"{one_line(score.kpi.name, 60)} {amount_of(score.kpi, score.reading.value)}"
    owner = f", {one_line(score.owner, 40)}" if score.owner else ""
    return f"{name} (target {target}){owner}" if target else f"{name}{owner}"


def notes_of(analysis: Analysis, file: str, filters: Filters) -> tuple[str, ...]:
    """What the table of a file leaves out: rows that a filter hides, and what has mistakes."""
    notes = []
    if filters != Filters():
        chosen = one_line(str(filters), 400)
        notes.append(f"Shown: {chosen}; scores are those of the whole scorecard")
    errors = [
        finding
        for finding in analysis.findings
        if finding.severity is Severity.ERROR
        and finding.location.file == file
        and not finding.suppressed
    ]
    if errors:
        found = f"{counted(len(errors), 'error')} in {one_line(file, LONGEST_FILE)}"
        notes.append(f"Incomplete: {found}; what they concern is left out")
    return tuple(notes)
