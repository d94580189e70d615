"""The KPIs of an objective as lines of its card: figures, charts, notes, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bscli.model.kpi import Kpi
from bscli.model.measures import Aggregate, Better
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ScorecardScore
from bscli.views.charts.bullet import Bullet, bullet_of
from bscli.views.charts.sparkline import Sparkline, sparkline_of
from bscli.views.report.period_notes import Note, notes_in
from bscli.views.report.titles import titled
from bscli.views.status import Row
from bscli.views.text import one_line

LONGEST_SOURCE = 1000

_COMBINED = {
    Aggregate.LAST: "the last value counts",
    Aggregate.SUM: "values are added up",
    Aggregate.MEAN: "values are averaged",
    Aggregate.MIN: "the lowest value counts",
    Aggregate.MAX: "the highest value counts",
}
CALCULATED_ANEW = "longer periods are calculated anew from its inputs"
_SENSE = {
    Better.HIGHER: "higher is better",
    Better.LOWER: "lower is better",
    Better.WITHIN: "within the range is best",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a KPI measures; ``description`` and ``see`` are Markdown."""

    name: str
    description: str
    source: str
    facts: str
    see: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiLine:
    """One KPI in a card: its row of the status table with charts and notes."""

    row: Row
    details: tuple[str, ...]
    bullet: Bullet | None
    history: Sparkline | None
    notes: tuple[Note, ...]
    meaning: Meaning


def kpi_line(
    scores: ScorecardScore, score: KpiScore, row: Row, names: Mapping[str, str]
) -> KpiLine:
    """The line of a KPI whose row of the status table is known; ``names`` are those of all KPIs."""
    calendar, kpi = scores.scorecard.fiscal_calendar, score.kpi
    owner = row.owner if row.is_owner_new else ""
    details = (row.unit, owner, row.gap, row.age, row.remark, row.news)
    return KpiLine(
        row=titled(row, kpi.name),
        details=tuple(detail for detail in details if detail),
        bullet=bullet_of(score),
        history=sparkline_of(score, calendar, scores.period, scores.as_of),
        notes=notes_in(kpi.notes, scores.as_of, scores.period, score.reading.judged),
        meaning=_meaning(kpi, names),
    )


def _meaning(kpi: Kpi, names: Mapping[str, str]) -> Meaning:
    return Meaning(
        name=one_line(kpi.name),
        description=kpi.description or "",
        source=one_line(kpi.source or "", LONGEST_SOURCE),
        facts=", ".join(facts_of(kpi, names)),
        see=kpi.see,
    )


def facts_of(kpi: Kpi, names: Mapping[str, str]) -> list[str]:
    """Its type, frequency and sense, how values combine, and the guards that have a name."""
    guards = [names[id] for id in kpi.guarded_by if id in names]
    guarded = [f"guarded by {' and '.join(guards)}"] if guards else []
    sense = _SENSE[kpi.better]
    combined = CALCULATED_ANEW if kpi.formula else _COMBINED[kpi.aggregate]
    return [kpi.type.value, kpi.frequency.value, sense, combined, *guarded]
