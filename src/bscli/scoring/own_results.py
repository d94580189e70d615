"""A KPI's past: each of its own periods judged by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bscli.model.kpi import Kpi
from bscli.model.objective import Objective
from bscli.model.scorecard import Scorecard
from bscli.model.series import Entry, Series
from bscli.periods import Calendar, Period
from bscli.scoring.kpi_score import KpiScore, score_kpi


@dataclass(frozen=True, slots=True)
class OwnResult:
    """How a KPI stood in one of its own periods."""

    period: Period
    score: KpiScore


def own_results(
    scorecard: Scorecard, objective: Objective, kpi: Kpi, day: date, longest: int | None = None
) -> tuple[OwnResult, ...]:
    """Every own period from the first value to a day, or the latest so many of them."""
    calendar = scorecard.fiscal_calendar
    periods = _periods(kpi, calendar, day, longest)
    return tuple(
        OwnResult(
            period, score_kpi(scorecard, objective, _alone(kpi, period), period, day, calendar)
        )
        for period in periods
    )


def _periods(kpi: Kpi, calendar: Calendar, day: date, longest: int | None) -> list[Period]:
    last = calendar.last_ended(kpi.frequency, day)
    first = next((entry.period.index for entry in kpi.actuals), last.index + 1)
    steps = last.index - first
    if longest is not None:
        steps = min(steps, longest - 1)
    return [calendar.before(last, back) for back in range(steps, -1, -1)]


def _alone(kpi: Kpi, period: Period) -> Kpi:
    """The KPI with the one value of a period: nothing else counts, and nothing else is searched."""
    entry = kpi.actuals.at(period)
    only: tuple[Entry[float | str], ...] = (entry,) if entry is not None else ()
    return kpi.model_copy(update={"actuals": Series(only)})
