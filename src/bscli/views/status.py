"""The status table: one row each for scorecard, perspective, objective and KPI."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.rollup import RolledUp
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore
from bscli.scoring.status import Status, Trend
from bscli.views.numbers import age_text, amount_of, score_text, target_of, unit_of
from bscli.views.text import one_line


class Level(StrEnum):
    """What a row is about."""

    SCORECARD = "scorecard"
    PERSPECTIVE = "perspective"
    OBJECTIVE = "objective"
    KPI = "KPI"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table, ready to be shown; a text is empty where there is nothing to say."""

    level: Level
    name: str
    unit: str = ""
    owner: str = ""
    value: str = ""
    target: str = ""
    score: str
    known: str
    is_complete: bool
    status: Status
    trend: Trend
    age: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTable:
    """One scorecard's table: its own row first, then perspectives with what they hold."""

    name: str
    period: str
    as_of: str
    total: Row
    rows: tuple[Row, ...]
    counts: tuple[tuple[Status, int], ...]
    notes: tuple[str, ...] = ()


def status_table(scores: ScorecardScore) -> StatusTable:
    """The table of a scorecard's scores, or of what a filter left of them."""
    rows = tuple(row for lane in scores.perspectives for row in _lane(lane))
    found = [kpi.status for kpi in scores.kpis]
    counts = tuple((status, found.count(status)) for status in Status if status in found)
    total = _row(Level.SCORECARD, scores.scorecard.name, None, scores.rolled_up, scores.trend)
    return StatusTable(
        name=one_line(scores.scorecard.name),
        period=scores.period.name,
        as_of=scores.as_of.isoformat(),
        total=total,
        rows=rows,
        counts=counts,
    )


def _lane(lane: PerspectiveScore) -> list[Row]:
    rows = [_row(Level.PERSPECTIVE, lane.perspective.name, lane.owner, lane.rolled_up, lane.trend)]
    for part in lane.objectives:
        rows += _objective(part)
    return rows


def _objective(part: ObjectiveScore) -> list[Row]:
    own = _row(Level.OBJECTIVE, part.objective.name, part.owner, part.rolled_up, part.trend)
    return [own, *(_kpi(score, part.owner) for score in part.kpis)]


def _row(level: Level, name: str, owner: str | None, rolled_up: RolledUp, trend: Trend) -> Row:
    coverage = rolled_up.coverage
    return Row(
        level=level,
        name=one_line(name),
        owner=one_line(owner or "", 40),
        score=score_text(rolled_up.score),
        known=f"{coverage.scored} of {coverage.expected}" if coverage.expected else "",
        is_complete=coverage.is_complete,
        status=rolled_up.status,
        trend=trend,
    )


def _kpi(score: KpiScore, owner_of_objective: str | None) -> Row:
    kpi, reading = score.kpi, score.reading
    known = f"{len(reading.present)} of {len(reading.due)}" if reading.due else ""
    target = score.target.amount if score.target else None
    return Row(
        level=Level.KPI,
        name=one_line(kpi.name),
        unit=one_line(unit_of(kpi) or "", 24),
        owner=one_line(score.owner or "", 40) if score.owner != owner_of_objective else "",
        value=amount_of(kpi, reading.value),
        target=target_of(kpi, target),
        score=score_text(score.score),
        known=known,
        is_complete=len(reading.present) == len(reading.due),
        status=score.status,
        trend=score.trend,
        age=age_text(reading.age, kpi.frequency.noun),
        remark=_remark(score),
    )


def _remark(score: KpiScore) -> str:
    """What the figures alone would not tell: weight 0, a partial sum, a target yet to come."""
    kpi, reading, target = score.kpi, score.reading, score.target
    remarks = []
    if kpi.weight == 0:
        remarks.append("shown, not counted")
    if reading.is_to_date:
        noun = f"{kpi.frequency.noun}s"
        remarks.append(f"{len(reading.present)} of {len(reading.due)} {noun} to date")
    if target is not None and target.full != target.amount:
        remarks.append(f"full target {target_of(kpi, target.full)}")
    if score.next_target is not None:
        upcoming = target_of(kpi, score.next_target.value)
        remarks.append(f"next target {upcoming} in {score.next_target.period.name}")
    return ", ".join(remarks)
