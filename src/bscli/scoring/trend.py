"""Whether something got better since the period before, in its own sense of better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bscli.model.kpi import Kpi
from bscli.model.measures import Better
from bscli.model.series import Range
from bscli.periods import Calendar, Period
from bscli.scoring.level_finder import LevelFinder
from bscli.scoring.reading import Reading, number, read_value_in, value_before
from bscli.scoring.status import Trend

STEADY_BELOW = 0.05
"""Scores that differ by less are the same to one decimal."""

MOST_DECIMALS = 2


def kpi_trend(kpi: Kpi, reading: Reading, period: Period, as_of: date, calendar: Calendar) -> Trend:
    """Compares the value with that of the period before, or with the value before it."""
    if reading.value is None:
        return Trend.UNKNOWN
    before = _reading_before(kpi, reading, period, as_of, calendar)
    if before is None or before.value is None:
        return Trend.UNKNOWN
    now, then = _goodness(kpi, reading, calendar), _goodness(kpi, before, calendar)
    if now is None or then is None:
        return Trend.UNKNOWN
    decimals = decimals_of(kpi)
    if round(now, decimals) == round(then, decimals):
        return Trend.STEADY
    return Trend.IMPROVING if now > then else Trend.WORSENING


def score_trend(score: float | None, before: float | None) -> Trend:
    """Compares two scores."""
    if score is None or before is None:
        return Trend.UNKNOWN
    if abs(score - before) < STEADY_BELOW:
        return Trend.STEADY
    return Trend.IMPROVING if score > before else Trend.WORSENING


def decimals_of(kpi: Kpi) -> int:
    """How many decimals the KPI is shown with: as many as its values have, at most two."""
    if kpi.decimals is not None:
        return kpi.decimals
    values = [value for value in map(number, kpi.actuals) if value is not None]
    return max(map(decimals_needed, values), default=0)


def decimals_needed(value: float) -> int:
    """How many decimals show a value in full, at most two."""
    return next((n for n in range(MOST_DECIMALS) if round(value, n) == value), MOST_DECIMALS)


def _reading_before(
    kpi: Kpi, reading: Reading, period: Period, as_of: date, calendar: Calendar
) -> Reading | None:
    if reading.stands:
        entry = value_before(kpi, reading.judged)
        return read_value_in(kpi, entry.period, as_of, calendar) if entry else None
    before = read_value_in(kpi, calendar.before(period), as_of, calendar)
    is_whole = len(reading.present) == len(reading.periods)
    return before if is_whole else _in_the_same_places(kpi, reading, before)


def _in_the_same_places(kpi: Kpi, reading: Reading, before: Reading) -> Reading | None:
    """The period before, without the places that are missing or n/a in this one."""
    present = {entry.period for entry in reading.present}
    places = {place for place, inner in enumerate(reading.periods) if inner in present}
    wanted = {inner for place, inner in enumerate(before.periods) if place in places}
    entries = tuple(entry for entry in before.present if entry.period in wanted)
    if sum(number(entry) is not None for entry in entries) < len(places):
        return None
    value = kpi.actuals.combined(kpi.aggregate, entries)
    return replace(before, present=entries, value=value)


def _goodness(kpi: Kpi, reading: Reading, calendar: Calendar) -> float | None:
    """A number that grows as the KPI gets better."""
    if reading.value is None:
        return None
    if kpi.better is not Better.WITHIN:
        return kpi.better.sign * reading.value
    target = LevelFinder(kpi, reading, calendar).target()
    if target is None or not isinstance(target.amount, Range):
        return None
    return -max(target.amount.low - reading.value, reading.value - target.amount.high, 0.0)
