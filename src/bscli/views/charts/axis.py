"""The time axis: whole months, quarters or years, so few that their labels never collide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bscli.periods import MONTHS

MOST_STRETCHES = 6
"""So many labels fit beside each other on a phone."""

MONTHS_IN_STRETCH = (1, 3, 6, *(12 * n * 10**zeros for zeros in range(4) for n in (1, 2, 5)))


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis, where a stretch of time begins."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis between two days; ``end`` is the first day after it, as an ordinal."""

    start: int
    end: int
    ticks: tuple[Tick, ...]

    def start_of(self, day: date) -> float:
        """The fraction of the axis at which a day begins."""
        return (day.toordinal() - self.start) / (self.end - self.start)

    def end_of(self, day: date) -> float:
        """The fraction of the axis at which a day ends."""
        return (day.toordinal() + 1 - self.start) / (self.end - self.start)


def axis_of(days: Iterable[date]) -> Axis:
    """The axis of whole stretches of time that holds all of the days."""
    months = [day.year * 12 + day.month - 1 for day in days]
    length = next(
        length for length in MONTHS_IN_STRETCH if _count(months, length) <= MOST_STRETCHES
    )
    first = min(months) // length * length
    marks = [first + length * place for place in range(_count(months, length) + 1)]
    start, end = _ordinal(marks[0]), _ordinal(marks[-1])
    labels = [_label(mark, is_first=mark == first) for mark in marks[:-1]]
    places = [(_ordinal(mark) - start) / (end - start) for mark in marks[:-1]]
    return Axis(start, end, tuple(map(Tick, places, labels)))


def _count(months: list[int], length: int) -> int:
    """How many stretches of so many months hold all of the months."""
    return max(months) // length - min(months) // length + 1


def _ordinal(month: int) -> int:
    """The first day of a month that is counted from the year 0, held to what a date can be."""
    year = month // 12
    if year < date.min.year:
        return date.min.toordinal()
    if year > date.max.year:
        return date.max.toordinal() + 1
    return date(year, month % 12 + 1, 1).toordinal()


def _label(month: int, *, is_first: bool) -> str:
    """The year where one begins, else the month; the first one names both."""
    year = str(max(month // 12, date.min.year))
    if month % 12 == 0:
        return year
    name = MONTHS[month % 12][:3].title()
    return f"{name} {year}" if is_first else name
