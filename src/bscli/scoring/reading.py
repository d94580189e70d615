"""The value of a KPI in a period: which values count, how they combine, and how old they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bscli.model.kpi import Kpi
from bscli.model.measures import NOT_APPLICABLE, Aggregate
from bscli.model.series import Entry, Range
from bscli.periods import Calendar, Period
from bscli.scoring.status import Status

OLDEST = 2
"""A value stands until it is older than this many of the KPI's own periods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of a KPI in a period as of a day.

    ``judged`` is the period whose target applies: the period itself, or that of a value which
    stands from a coarser or earlier one. ``due`` are the KPI's periods in it that are not marked
    ``n/a``; ``present`` are the entries that make the value.
    """

    judged: Period
    due: tuple[Period, ...]
    periods: tuple[Period, ...]
    present: tuple[Entry[float | str], ...]
    value: float | None
    nothing: Status | None
    age: int | None
    stands: bool

    @property
    def is_to_date(self) -> bool:
        """Whether some of the values that make the period are not there."""
        return 0 < len(self.present) < len(self.due)


def read_value_in(kpi: Kpi, period: Period, as_of: date, calendar: Calendar) -> Reading:
    """The KPI's value in a period: combined from finer values, or the latest coarser one."""
    if period.frequency.is_finer_than(kpi.frequency):
        return _standing(kpi, period, as_of, calendar)
    return _combined(kpi, period, as_of, calendar)


def combine_amounts(aggregate: Aggregate, amounts: list[float | Range]) -> float | Range:
    """One amount from several; of targets that are ranges, the limits are combined one by one."""
    ranges = [amount for amount in amounts if isinstance(amount, Range)]
    if ranges:
        low = aggregate.combine([amount.low for amount in ranges])
        return Range(low, aggregate.combine([amount.high for amount in ranges]))
    return aggregate.combine([amount for amount in amounts if not isinstance(amount, Range)])


def number(entry: Entry[float | str]) -> float | None:
    """The number of an entry, or None where it is marked n/a."""
    return entry.value if isinstance(entry.value, float) else None


def value_before(kpi: Kpi, period: Period) -> Entry[float | str] | None:
    """The KPI's latest entry with a number before a period of its own."""
    earlier = [entry for entry in kpi.actuals if entry.period.last < period.first]
    return next((entry for entry in reversed(earlier) if number(entry) is not None), None)


def _combined(kpi: Kpi, period: Period, as_of: date, calendar: Calendar) -> Reading:
    periods = calendar.inside(period, kpi.frequency)
    entries = {inner: kpi.actuals.at(inner) for inner in periods if inner.has_ended_by(as_of)}
    skipped = {inner for inner in periods if _is_not_applicable(kpi, inner)}
    due = tuple(inner for inner in periods if inner not in skipped)
    present = tuple(
        entry for inner, entry in entries.items() if entry is not None and inner not in skipped
    )
    value = kpi.actuals.combined(kpi.aggregate, present)
    return Reading(
        judged=period,
        due=due,
        periods=periods,
        present=present,
        value=value,
        nothing=None if value is not None else _kind_of_nothing(due, as_of),
        age=_age(kpi, min(_end(periods, period), as_of), calendar),
        stands=False,
    )


def _end(periods: tuple[Period, ...], period: Period) -> date:
    """The last day that counts: a week that reaches beyond the period belongs to it or not."""
    return periods[-1].last if periods else period.last


def _is_not_applicable(kpi: Kpi, period: Period) -> bool:
    entry = kpi.actuals.at(period)
    return entry is not None and entry.value == NOT_APPLICABLE


def _kind_of_nothing(due: tuple[Period, ...], as_of: date) -> Status:
    if not due:
        return Status.NOT_APPLICABLE
    ended = any(period.has_ended_by(as_of) for period in due)
    return Status.NO_DATA if ended else Status.NOT_DUE


def _standing(kpi: Kpi, period: Period, as_of: date, calendar: Calendar) -> Reading:
    day = min(period.last, as_of)
    known = [entry for entry in kpi.actuals if entry.period.has_ended_by(day)]
    latest = known[-1] if known else None
    age = _age(kpi, day, calendar)
    is_fresh = latest is not None and _periods_since(latest.period, day, calendar) <= OLDEST
    value = number(latest) if latest is not None and is_fresh else None
    own = latest.period if latest and is_fresh else calendar.last_ended(kpi.frequency, day)
    is_skipped = latest is not None and is_fresh and value is None
    return Reading(
        judged=own,
        due=() if is_skipped else (own,),
        periods=(own,),
        present=(latest,) if latest is not None and value is not None else (),
        value=value,
        nothing=None if value is not None else _nothing_stands(kpi, latest, is_fresh, day),
        age=age,
        stands=True,
    )


def _nothing_stands(
    kpi: Kpi, latest: Entry[float | str] | None, is_fresh: bool, day: date
) -> Status:
    if latest is not None:
        return Status.NOT_APPLICABLE if is_fresh else Status.NO_DATA
    first_expected = min((entry.period.last for entry in kpi.target.dated), default=None)
    is_new = first_expected is not None and first_expected > day
    return Status.NOT_DUE if is_new else Status.NO_DATA


def _age(kpi: Kpi, day: date, calendar: Calendar) -> int | None:
    """How many of its own periods the latest value lies back, seen from a day."""
    for entry in reversed(kpi.actuals.entries):
        if entry.period.has_ended_by(day) and number(entry) is not None:
            return _periods_since(entry.period, day, calendar)
    return None


def _periods_since(period: Period, day: date, calendar: Calendar) -> int:
    return calendar.containing(day, period.frequency).index - period.index
