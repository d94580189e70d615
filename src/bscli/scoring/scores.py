"""A whole scorecard in one period: KPIs, objectives, perspectives and the scorecard itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bscli.model.objective import Objective
from bscli.model.perspective import Perspective
from bscli.model.scorecard import Scorecard
from bscli.periods import Calendar, Period
from bscli.scoring.kpi_score import KpiScore, score_kpi
from bscli.scoring.rollup import Coverage, RolledUp, Weighted, roll_up
from bscli.scoring.settings import rollup_of
from bscli.scoring.status import Trend
from bscli.scoring.trend import kpi_trend, score_trend

SCORECARD, PERSPECTIVE, OBJECTIVE = ("scorecard",), "perspective", "objective"

Before = Mapping[tuple[str, ...], float | None]
"""The scores of the period before, by what they are of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveScore:
    """How an objective stands, and its KPIs."""

    objective: Objective
    owner: str | None
    rolled_up: RolledUp
    trend: Trend
    kpis: tuple[KpiScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerspectiveScore:
    """How a perspective stands, and its objectives."""

    perspective: Perspective
    owner: str | None
    rolled_up: RolledUp
    trend: Trend
    objectives: tuple[ObjectiveScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardScore:
    """How a scorecard stands in a period as of a day, and everything in it.

    ``before`` is the same in the period before, which trends are told against; there is none
    before that one.
    """

    scorecard: Scorecard
    period: Period
    as_of: date
    rolled_up: RolledUp
    trend: Trend
    perspectives: tuple[PerspectiveScore, ...]
    before: ScorecardScore | None = None

    @property
    def objectives(self) -> tuple[ObjectiveScore, ...]:
        """Every objective, by perspective."""
        return tuple(part for lane in self.perspectives for part in lane.objectives)

    @property
    def kpis(self) -> tuple[KpiScore, ...]:
        """Every KPI, by perspective and objective."""
        return tuple(kpi for part in self.objectives for kpi in part.kpis)


def score_scorecard(scorecard: Scorecard, period: Period, as_of: date) -> ScorecardScore:
    """The scores of a period, with trends against the period before."""
    calendar = scorecard.fiscal_calendar
    before = _scored(scorecard, calendar.before(period), as_of, None)
    return replace(
        _scored(scorecard, period, as_of, _scores_by_place(before)),
        before=before,
    )


def _scored(
    scorecard: Scorecard, period: Period, as_of: date, before: Before | None
) -> ScorecardScore:
    lanes = tuple(
        _score_perspective(scorecard, perspective, period, as_of, before)
        for perspective in scorecard.perspectives
    )
    parts = [
        _weighted(lane.perspective.id, lane.perspective.weight, lane.rolled_up) for lane in lanes
    ]
    rolled_up = roll_up(parts, rollup_of(scorecard))
    return ScorecardScore(
        scorecard=scorecard,
        period=period,
        as_of=as_of,
        rolled_up=rolled_up,
        trend=score_trend(rolled_up.score, _then(before, SCORECARD)),
        perspectives=lanes,
    )


def _score_perspective(
    scorecard: Scorecard,
    perspective: Perspective,
    period: Period,
    as_of: date,
    before: Before | None,
) -> PerspectiveScore:
    objectives = tuple(
        _score_objective(scorecard, objective, period, as_of, before)
        for objective in scorecard.objectives_in(perspective.id)
    )
    parts = [
        _weighted(part.objective.id, part.objective.weight, part.rolled_up) for part in objectives
    ]
    rolled_up = roll_up(parts, rollup_of(scorecard))
    return PerspectiveScore(
        perspective=perspective,
        owner=scorecard.owner_of_perspective(perspective),
        rolled_up=rolled_up,
        trend=score_trend(rolled_up.score, _then(before, (PERSPECTIVE, perspective.id))),
        objectives=objectives,
    )


def _score_objective(
    scorecard: Scorecard,
    objective: Objective,
    period: Period,
    as_of: date,
    before: Before | None,
) -> ObjectiveScore:
    calendar = scorecard.fiscal_calendar
    kpis = tuple(
        score_kpi(scorecard, objective, kpi, period, as_of, calendar) for kpi in objective.kpis
    )
    if before is not None:
        kpis = tuple(_compared(score, period, as_of, calendar) for score in kpis)
    rolled_up = roll_up([_weighted_kpi(score) for score in kpis], rollup_of(scorecard, objective))
    return ObjectiveScore(
        objective=objective,
        owner=scorecard.owner_of(objective),
        rolled_up=rolled_up,
        trend=score_trend(rolled_up.score, _then(before, (OBJECTIVE, objective.id))),
        kpis=kpis,
    )


def _weighted_kpi(score: KpiScore) -> Weighted:
    is_scored = score.score is not None
    coverage = Coverage(int(is_scored), int(is_scored or score.is_expected))
    return Weighted(score.kpi.id, score.kpi.weight, score.score, score.status, coverage)


def _weighted(id: str, weight: float, rolled_up: RolledUp) -> Weighted:
    return Weighted(
        id, weight, rolled_up.score, rolled_up.status, rolled_up.coverage, rolled_up.is_empty
    )


def _compared(score: KpiScore, period: Period, as_of: date, calendar: Calendar) -> KpiScore:
    """The score with its trend against the period before."""
    trend = kpi_trend(score.kpi, score.reading, period, as_of, calendar)
    return replace(score, trend=trend)


def _then(before: Before | None, place: tuple[str, ...]) -> float | None:
    """The score that a place had in the period before."""
    return before.get(place) if before is not None else None


def _scores_by_place(scores: ScorecardScore) -> Before:
    found: dict[tuple[str, ...], float | None] = {SCORECARD: scores.rolled_up.score}
    for lane in scores.perspectives:
        found[PERSPECTIVE, lane.perspective.id] = lane.rolled_up.score
    for part in scores.objectives:
        found[OBJECTIVE, part.objective.id] = part.rolled_up.score
    return found
