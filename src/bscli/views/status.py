"""The status table: one row each for scorecard, perspective, objective and KPI."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bscli.analysis import Analysis
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.rollup import RolledUp
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore
from bscli.scoring.status import Status, Trend
from bscli.views.counts import counts_of
from bscli.views.coverage import known_text
from bscli.views.filters import Filters, shown_files, shown_scores
from bscli.views.headline import notes_of, reds_text
from bscli.views.numbers import age_text, amount_of, score_text, target_of, unit_of
from bscli.views.signals import news_of
from bscli.views.text import one_line

LONGEST_OWNER = 40
LONGEST_UNIT = 24
NOT_COUNTED = "shown, not counted"


class Level(StrEnum):
    """What a row is about."""

    SCORECARD = "scorecard"
    PERSPECTIVE = "perspective"
    OBJECTIVE = "objective"
    KPI = "KPI"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table, ready to be shown; a text is empty where there is nothing to say.

    ``known`` counts what there is, and ``coverage`` says it in words for all above KPIs; ``gap``
    says what is missing.
    ``is_owner_new`` tells an owner from one who owns what stands above as well. Without ``status``
    there is nothing that could stand anyhow. ``has_signal`` marks a KPI that left its
    usual values, and ``news`` says of signals and noise what colour and trend do not tell.
    """

    level: Level
    name: str
    unit: str = ""
    owner: str = ""
    is_owner_new: bool = False
    value: str = ""
    target: str = ""
    score: str = ""
    known: str = ""
    coverage: str = ""
    gap: str = ""
    status: Status | None = None
    trend: Trend = Trend.UNKNOWN
    age: str = ""
    has_signal: bool = False
    news: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTable:
    """One scorecard's table: its own row first, then perspectives with what they hold.

    ``counts`` and ``reds`` are about all KPIs, shown or not; ``instead`` stands where there are no
    rows to show.
    """

    period: str
    as_of: str
    total: Row
    rows: tuple[Row, ...]
    counts: str
    reds: str
    instead: str
    notes: tuple[str, ...] = ()


def status_tables(analysis: Analysis, filters: Filters) -> tuple[StatusTable, ...]:
    """A table for each scorecard that was asked for; raises NotFoundError for an unknown name."""
    narrowed = shown_scores(analysis, filters)
    return tuple(
        status_table(shown, whole, notes_of(analysis, file, filters))
        for shown, (file, whole) in zip(narrowed, shown_files(analysis), strict=True)
    )


def status_table(
    scores: ScorecardScore, whole: ScorecardScore | None = None, notes: tuple[str, ...] = ()
) -> StatusTable:
    """The table of a scorecard's scores, or of what a filter left of the whole."""
    card, complete = scores.scorecard, whole or scores
    rows = tuple(row for lane in scores.perspectives for row in _lane(lane, card.owner))
    counts = counts_of(complete).text
    instead = "" if counts else "No KPIs yet."
    hides_all = bool(complete.perspectives) and not rows
    return StatusTable(
        period=scores.period.name,
        as_of=scores.as_of.isoformat(),
        total=_row(Level.SCORECARD, card.name, (card.owner, None), scores.rolled_up, scores.trend),
        rows=rows,
        counts=counts,
        reds=reds_text(complete),
        instead="Nothing matches." if hides_all else instead,
        notes=notes,
    )


def _lane(lane: PerspectiveScore, above: str | None) -> list[Row]:
    own, owners = lane.perspective, (lane.owner, above)
    remark = _remark_above(own.weight, lane.rolled_up, "no objectives")
    row = _row(Level.PERSPECTIVE, own.name, owners, lane.rolled_up, lane.trend, remark)
    if not lane.rolled_up.parts:
        return [replace(row, status=None)]
    return [row, *(row for part in lane.objectives for row in _objective(part, lane.owner))]


def _objective(part: ObjectiveScore, above: str | None) -> list[Row]:
    own, owners = part.objective, (part.owner, above)
    remark = _remark_above(own.weight, part.rolled_up, "no KPIs")
    row = _row(Level.OBJECTIVE, own.name, owners, part.rolled_up, part.trend, remark)
    return [row, *(kpi_row(score, part.owner) for score in part.kpis)]


def _remark_above(weight: float, rolled_up: RolledUp, emptiness: str) -> str:
    remarks = ("" if rolled_up.parts else emptiness, "" if weight else NOT_COUNTED)
    return ", ".join(filter(None, remarks))


def _row(
    level: Level,
    name: str,
    owners: tuple[str | None, str | None],
    rolled_up: RolledUp,
    trend: Trend,
    remark: str = "",
) -> Row:
    """A row above KPIs; ``owners`` are its own and that of what stands above it."""
    coverage, (owner, above) = rolled_up.coverage, owners
    known = f"{coverage.scored} of {coverage.expected}" if coverage.expected else ""
    return Row(
        level=level,
        name=one_line(name),
        owner=one_line(owner or "", LONGEST_OWNER),
        is_owner_new=owner != above,
        score=score_text(rolled_up.score),
        known=known,
        coverage=known_text(coverage),
        gap="" if coverage.is_complete else known_text(coverage),
        status=rolled_up.status,
        trend=trend,
        remark=remark,
    )


def kpi_row(score: KpiScore, above: str | None) -> Row:
    """The row of a KPI, below something that has an owner of its own or none."""
    kpi, reading = score.kpi, score.reading
    known = f"{len(reading.present)} of {len(reading.due)}" if reading.due else ""
    return Row(
        level=Level.KPI,
        name=one_line(kpi.name),
        unit=one_line(unit_of(kpi), LONGEST_UNIT),
        owner=one_line(score.owner or "", LONGEST_OWNER),
        is_owner_new=score.owner != above,
        value=amount_of(kpi, reading.value),
        target=target_of(kpi, score.target.amount if score.target else None),
        score=score_text(score.score),
        known=known,
        gap=f"{known} {kpi.frequency.noun}s to date" if reading.is_to_date else "",
        status=score.status,
        trend=score.trend,
        age="" if score.status is Status.NOT_DUE else age_text(reading.age, kpi.frequency.noun),
        has_signal=bool(score.signals),
        news=news_of(score),
        remark=_remark(score),
    )


def _remark(score: KpiScore) -> str:
    """What the figures alone would not tell: weight 0, a partial sum, a target yet to come."""
    kpi, target = score.kpi, score.target
    remarks = []
    if kpi.weight == 0:
        remarks.append(NOT_COUNTED)
    if target is not None and target.full != target.amount:
        remarks.append(f"full target {target_of(kpi, target.full)}")
    if score.next_target is not None:
        upcoming = target_of(kpi, score.next_target.value)
        remarks.append(f"next target {upcoming} in {score.next_target.period.name}")
    return ", ".join(remarks)
