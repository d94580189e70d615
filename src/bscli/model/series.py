"""Values by period: what a KPI was, what it should be, and what was noted about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationInfo

from bscli.frequencies import Frequency
from bscli.model.document import MappingNode
from bscli.model.misshape import Misshape, describe, quoted, shape_error, shape_errors
from bscli.model.reading import defaults_of
from bscli.periods import Calendar, Period, PeriodError

if TYPE_CHECKING:
    from bscli.model.measures import Aggregate

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

EVERY_PERIOD = "@every-period"
"""The key under which one level for each period stands; no file can hold this very object."""

PERIOD_FORMS = (
    "write a year (2026), half-year (2026-H1), quarter (2026-Q3), month (2026-07), "
    "week (2026-W31) or day (2026-07-14)"
)


@dataclass(frozen=True, slots=True)
class Range:
    """Two limits, both included."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How far apart the limits are."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A period together with the key that names it in the file."""

    key: str
    period: Period


class Entry(NamedTuple, Generic[T_co]):
    """A value of one period; ``key`` is how the file names the period."""

    period: Period
    value: T_co
    key: str


@dataclass(frozen=True, slots=True)
class Series(Generic[T_co]):
    """Entries in time order, one for a period."""

    entries: tuple[Entry[T_co], ...] = ()
    _by_period: Mapping[Period, Entry[T_co]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def __iter__(self) -> Iterator[Entry[T_co]]:
        return iter(self.entries)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def at(self, period: Period) -> Entry[T_co] | None:
        """The entry for a period."""
        index = self._by_period
        if index is None:
            # Made when it is first asked for: loading a long history asks for nothing yet.
            index = MappingProxyType({entry.period: entry for entry in self.entries})
            object.__setattr__(self, "_by_period", index)
        return index.get(period)

    def combined(self, aggregate: Aggregate, entries: Iterable[Entry[object]]) -> float | None:
        """The one value that some of its entries make; None where none of them is a number."""
        numbers = [entry.value for entry in entries if isinstance(entry.value, float)]
        return aggregate.combine(numbers) if numbers else None


@dataclass(frozen=True, slots=True)
class Levels(Generic[T_co]):
    """A target, red line or baseline: one value for each period, or values by period."""

    every_period: T_co | None = None
    dated: Series[T_co] = Series()

    def __bool__(self) -> bool:
        return self.every_period is not None or bool(self.dated)


def read_period(node: Any, info: ValidationInfo) -> WrittenPeriod:
    """The period that a key names; raises invalid-period with the spelling probably meant."""
    text = str(node)
    try:
        return WrittenPeriod(text, defaults_of(info).calendar.period(text))
    except PeriodError as error:
        remedy = f'did you mean "{error.suggestion}"?' if error.suggestion else PERIOD_FORMS
        raise shape_error("invalid-period", f"{quoted(text)} {error}", remedy) from None


def read_period_of_level(node: Any, info: ValidationInfo) -> WrittenPeriod | None:
    """A period that a target is for; None for the one level that is for every period."""
    return None if node is EVERY_PERIOD else read_period_of_kpi(node, info)


def read_period_of_kpi(node: Any, info: ValidationInfo) -> WrittenPeriod:
    """A period that is no finer than the KPI's frequency, as targets and notes must be."""
    written = read_period(node, info)
    frequency = frequency_in(info)
    if frequency and written.period.frequency.is_finer_than(frequency):
        wanted = f"a {frequency.noun} or longer"
        misshape = wrong_length(written, frequency, wanted, defaults_of(info).calendar)
        raise shape_errors("invalid-period", [misshape])
    return written


def read_period_of_actual(node: Any, info: ValidationInfo) -> WrittenPeriod:
    """A period as long as the KPI's frequency says."""
    written = read_period(node, info)
    frequency = frequency_in(info)
    if frequency and written.period.frequency is not frequency:
        calendar = defaults_of(info).calendar
        misshape = wrong_length(written, frequency, f"a {frequency.noun}", calendar)
        raise shape_errors("invalid-period", [misshape])
    return written


def frequency_in(info: ValidationInfo) -> Frequency | None:
    """The frequency of the KPI that is being read, where it could be read itself."""
    frequency = info.data.get("frequency")
    return frequency if isinstance(frequency, Frequency) else None


def wrong_length(
    written: WrittenPeriod, frequency: Frequency, wanted: str, calendar: Calendar
) -> Misshape:
    """What is wrong with a period that is not as long as the KPI's frequency asks for."""
    period = written.period
    message = (
        f"{quoted(written.key)} is a {period.frequency.noun}, "
        f"but the KPI is {frequency}; wanted is {wanted}"
    )
    meant = None
    if period.frequency.is_finer_than(frequency):
        meant = calendar.containing(period.first, frequency).name
    year, _, month = written.key.partition("-")
    if frequency is Frequency.YEARLY and month == f"{(int(year[-2:]) + 1) % 100:02}":
        meant = f"{year}/{month}"
    help = f'did you mean "{meant}"?' if meant else None
    return Misshape(message, help, kind=period.frequency)


def to_series(values: dict[WrittenPeriod, T | None]) -> Series[T]:
    """The entries that have a value, in time order; raises invalid-period for one named twice."""
    seen: dict[Period, str] = {}
    twice = []
    for written in values:
        first = seen.setdefault(written.period, written.key)
        if first is not written.key:
            message = f"{quoted(written.key)} names the same period as {quoted(first)}"
            twice.append(Misshape(message, "keep one of the two", (written.key,)))
    if twice:
        raise shape_errors("invalid-period", twice)
    found = [
        Entry(written.period, value, written.key)
        for written, value in values.items()
        if value is not None
    ]
    return Series(tuple(sorted(found, key=lambda entry: (entry.period.last, entry.period.first))))


def by_period(node: Any) -> Any:
    """The mapping from period to value; raises wrong-type where something else stands there."""
    if isinstance(node, dict):
        return node
    raise shape_error(
        "wrong-type", f"is {describe(node)}; wanted is a mapping from period to value"
    )


def by_period_or_one(node: Any) -> Any:
    """A single level in the shape of a mapping, under the key that stands for every period."""
    return node if isinstance(node, MappingNode) and not is_range(node) else {EVERY_PERIOD: node}


def to_levels(values: dict[WrittenPeriod | None, T | None]) -> Levels[T]:
    """The level for every period and those by period; raises like ``to_series``."""
    dated = {written: value for written, value in values.items() if written is not None}
    return Levels(values.get(None), to_series(dated))


def is_range(node: Any) -> bool:
    """Whether a mapping gives limits (``from``, ``to``) and not values by period."""
    return isinstance(node, MappingNode) and ("from" in node or "to" in node)
