"""What goes into a formula over some of a KPI's own periods: one number for each input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bscli.frequencies import Frequency
from bscli.model.measures import NOT_APPLICABLE
from bscli.model.series import Entry
from bscli.periods import Calendar, Period
from bscli.scoring.reading import read_value_in
from bscli.scoring.sources import Source
from bscli.scoring.status import Status

_THURSDAY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class InputValue:
    """An input over some periods: the entries that count, and the number that they make.

    ``stands`` marks the latest value of an input that is measured less often than these periods.
    Without a value, ``is_not_applicable`` tells an input that is marked ``n/a`` from a missing one.
    """

    source: Source
    entries: tuple[Entry[float | str], ...] = ()
    value: float | None = None
    stands: bool = False
    is_not_applicable: bool = False


def input_over(source: Source, periods: tuple[Period, ...]) -> InputValue:
    """The input over some own periods of a calculated KPI, in time order and with values each.

    One that is measured as often as the KPI or more often needs all of its values.
    """
    if periods[0].frequency.is_finer_than(source.kpi.frequency):
        return _of_coarser(source, periods)
    entries = [source.kpi.actuals.at(inner) for inner in _inside(source, periods)]
    present = tuple(entry for entry in entries if entry is not None)
    return _combined(source, present if len(present) == len(entries) else ())


def periods_told_of(source: Source, frequency: Frequency, calendar: Calendar) -> set[Period]:
    """The periods of another frequency, or of another calendar, in which an input has something."""
    days = {_day_in(entry.period, frequency) for entry in source.kpi.actuals}
    return {calendar.containing(day, frequency) for day in days}


def _inside(source: Source, periods: tuple[Period, ...]) -> Sequence[Period]:
    frequency = source.kpi.frequency
    if frequency is periods[0].frequency:
        return periods
    return [inner for own in periods for inner in source.calendar.inside(own, frequency)]


def _combined(source: Source, entries: tuple[Entry[float | str], ...]) -> InputValue:
    value = source.kpi.actuals.combined(source.kpi.aggregate, entries)
    is_skipped = bool(entries) and all(entry.value == NOT_APPLICABLE for entry in entries)
    return InputValue(source, entries, value, is_not_applicable=is_skipped)


def _of_coarser(source: Source, periods: tuple[Period, ...]) -> InputValue:
    """The input's periods that lie within these as a whole, else the value that stands."""
    first, last = periods[0].first, periods[-1].last
    within = tuple(
        entry
        for entry in source.kpi.actuals
        if first <= entry.period.first and entry.period.last <= last
    )
    if within:
        return _combined(source, within)
    reading = read_value_in(source.kpi, periods[-1], date.max, source.calendar)
    is_skipped = reading.nothing is Status.NOT_APPLICABLE
    return InputValue(source, reading.present, reading.value, True, is_skipped)


def _day_in(period: Period, frequency: Frequency) -> date:
    """A day that tells which longer period holds a period; a week lies where its Thursday lies."""
    is_week_of_month = period.frequency is Frequency.WEEKLY and frequency.months
    return period.first + _THURSDAY if is_week_of_month else period.last
