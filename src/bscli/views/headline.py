"""What is said above a status table: what is red, and what is not shown."""

from __future__ import annotations

from bscli.analysis import Analysis
from bscli.findings import Severity
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from bscli.views.counts import counted_kpis
from bscli.views.filters import Filters
from bscli.views.findings import counted
from bscli.views.numbers import amount_of, target_of
from bscli.views.text import one_line

MOST_REDS = 5
LONGEST_FILE = 200


def reds_text(scores: ScorecardScore) -> str:
    """The worst red KPIs with value, target and owner; empty where nothing is red."""
    reds = [kpi for kpi in counted_kpis(scores) if kpi.status is Status.RED]
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
