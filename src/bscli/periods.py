"""The calendar: what a period is, how one is written, and which days it holds."""

from __future__ import annotations

import calendar as civil
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from bscli.frequencies import Frequency

FIRST_YEAR, LAST_YEAR = 1900, 2199

MONTHS = tuple(name.lower() for name in civil.month_name[1:])


class PeriodError(ValueError):
    """A text that names no period; ``suggestion`` is the spelling that was probably meant."""

    def __init__(self, message: str, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole days with a name; ``index`` counts periods of one frequency in a row."""

    frequency: Frequency
    index: int = field(compare=False)
    first: date
    last: date = field(compare=False)
    name: str = field(compare=False)

    def __str__(self) -> str:
        return self.name

    def contains(self, other: Period) -> bool:
        """Whether the other lies inside; a week lies where its Thursday lies."""
        if other.frequency is Frequency.WEEKLY and self.frequency.months:
            return self.first <= other.first + timedelta(days=3) <= self.last
        return self.first <= other.first and other.last <= self.last

    def comes_before(self, other: Period) -> bool:
        """Whether it lies earlier: it begins before the other, and neither holds the other."""
        return self.first < other.first and not self.contains(other) and not other.contains(self)

    def has_ended_by(self, day: date) -> bool:
        """Whether its last day is not after the given one."""
        return self.last <= day

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which month a fiscal year starts in, and whether the year is named by its end or start."""

    first_month: int = 1
    named_by_end: bool = True

    def period(self, text: str) -> Period:
        """The period that a text names; raises PeriodError where it names none."""
        return _parse(self, text)

    def containing(self, day: date, frequency: Frequency) -> Period:
        """The period of a frequency that holds the day."""
        if frequency is Frequency.DAILY:
            return _period(self, frequency, day.toordinal())
        if frequency is Frequency.WEEKLY:
            return _period(self, frequency, (day.toordinal() - 1) // 7)
        month = day.year * 12 + day.month - 1
        return _period(self, frequency, (month - self._offset) // frequency.months)

    def last_ended(self, frequency: Frequency, day: date) -> Period:
        """The latest period of a frequency that has ended by a day."""
        current = self.containing(day, frequency)
        return current if current.has_ended_by(day) else self.before(current)

    def before(self, period: Period, steps: int = 1) -> Period:
        """The period of the same length that many steps earlier (later where negative)."""
        return _period(self, period.frequency, period.index - steps)

    def inside(self, outer: Period, frequency: Frequency) -> tuple[Period, ...]:
        """The periods of a frequency that lie inside another, in time order."""
        return _inside(self, outer, frequency)

    @property
    def _offset(self) -> int:
        return self.first_month - 1

    @property
    def _years_named_ahead(self) -> int:
        """What is added to the year a fiscal year starts in to get its name."""
        return 1 if self.named_by_end and self.first_month > 1 else 0


@lru_cache(maxsize=16384)
def _period(calendar: Calendar, frequency: Frequency, index: int) -> Period:
    first, last = _days(calendar, frequency, index)
    return Period(frequency, index, first, last, _name(calendar, frequency, index, first))


@lru_cache(maxsize=4096)
def _inside(calendar: Calendar, outer: Period, frequency: Frequency) -> tuple[Period, ...]:
    found = []
    period = calendar.containing(outer.first, frequency)
    while period.first <= outer.last:
        if outer.contains(period):
            found.append(period)
        period = calendar.before(period, -1)
    return tuple(found)


def _days(calendar: Calendar, frequency: Frequency, index: int) -> tuple[date, date]:
    if frequency is Frequency.DAILY:
        day = date.fromordinal(index)
        return day, day
    if frequency is Frequency.WEEKLY:
        monday = date.fromordinal(index * 7 + 1)
        return monday, monday + timedelta(days=6)
    month = index * frequency.months + calendar._offset
    end = month + frequency.months
    first = date(month // 12, month % 12 + 1, 1)
    return first, date(end // 12, end % 12 + 1, 1) - timedelta(days=1)


def _name(calendar: Calendar, frequency: Frequency, index: int, first: date) -> str:
    if frequency is Frequency.DAILY:
        return first.isoformat()
    if frequency is Frequency.WEEKLY:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    if frequency is Frequency.MONTHLY:
        return f"{first.year}-{first.month:02}"
    per_year = 12 // frequency.months
    year = index // per_year + calendar._years_named_ahead
    if frequency is Frequency.YEARLY:
        return f"{year}" if calendar.first_month == 1 else f"FY{year}"
    letter = "H" if frequency is Frequency.HALF_YEARLY else "Q"
    return f"{year}-{letter}{index % per_year + 1}"


_FORMS = re.compile(
    r"(?:FY)?(?P<year>\d{4})"
    r"|(?P<start>\d{4})/(?P<end>\d{2})"
    r"|(?P<half_year>\d{4})-H(?P<half>[12])"
    r"|(?P<quarter_year>\d{4})-Q(?P<quarter>[1-4])"
    r"|(?P<month_year>\d{4})-(?P<month>\d{2})"
    r"|(?P<week_year>\d{4})-W(?P<week>\d{2})"
    r"|(?P<day>\d{4}-\d{2}-\d{2})",
    re.ASCII,
)


@lru_cache(maxsize=16384)
def _parse(calendar: Calendar, text: str) -> Period:
    match = _FORMS.fullmatch(text)
    if match is None:
        raise PeriodError("is no period", _nearest_spelling(text))
    if not FIRST_YEAR <= int(re.findall(r"\d{4}", text)[0]) <= LAST_YEAR:
        raise PeriodError(f"is outside the years {FIRST_YEAR} to {LAST_YEAR}")
    part = match.groupdict()
    if part["day"]:
        return calendar.containing(_date(part["day"]), Frequency.DAILY)
    if part["week"]:
        return _week(calendar, int(part["week_year"]), int(part["week"]))
    if part["month"]:
        return _month(calendar, int(part["month_year"]), int(part["month"]))
    if part["start"]:
        return _split_year(calendar, int(part["start"]), int(part["end"]))
    ahead = calendar._years_named_ahead
    if part["quarter"]:
        year, number = int(part["quarter_year"]) - ahead, int(part["quarter"])
        return _period(calendar, Frequency.QUARTERLY, year * 4 + number - 1)
    if part["half"]:
        year, number = int(part["half_year"]) - ahead, int(part["half"])
        return _period(calendar, Frequency.HALF_YEARLY, year * 2 + number - 1)
    return _period(calendar, Frequency.YEARLY, int(part["year"]) - ahead)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PeriodError("is no day of the calendar") from None


def _week(calendar: Calendar, year: int, week: int) -> Period:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise PeriodError(f"is no week of {year}") from None
    return calendar.containing(monday, Frequency.WEEKLY)


def _month(calendar: Calendar, year: int, month: int) -> Period:
    if not 1 <= month <= 12:
        split = f"{year}/{month:02}" if month == (year + 1) % 100 else None
        raise PeriodError("has no such month", split)
    return calendar.containing(date(year, month, 1), Frequency.MONTHLY)


def _split_year(calendar: Calendar, start: int, end: int) -> Period:
    if end != (start + 1) % 100:
        month = f"{start}-{end:02}" if 1 <= end <= 12 else None
        next_year = f"{start}/{(start + 1) % 100:02}"
        raise PeriodError("does not name two years in a row", month or next_year)
    return _period(calendar, Frequency.YEARLY, start)


_LOOSE_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(\d{4})[ -]?/?q([1-4])", re.I | re.A), r"\1-Q\2"),
    (re.compile(r"q([1-4])[ /-]?(\d{4})", re.I | re.A), r"\2-Q\1"),
    (re.compile(r"(\d{4})[ -]?/?h([12])", re.I | re.A), r"\1-H\2"),
    (re.compile(r"h([12])[ /-]?(\d{4})", re.I | re.A), r"\2-H\1"),
    (re.compile(r"(\d{4})[ -]?w(\d{2})", re.I | re.A), r"\1-W\2"),
    (re.compile(r"(\d{4})[ -]?w(\d)", re.I | re.A), r"\1-W0\2"),
    (re.compile(r"(\d{4})[-/. ](\d{2})", re.A), r"\1-\2"),
    (re.compile(r"(\d{4})[-/. ](\d)", re.A), r"\1-0\2"),
    (re.compile(r"(\d{2})[-/. ](\d{4})", re.A), r"\2-\1"),
    (re.compile(r"(\d{4})[/.](\d{2})[/.](\d{2})", re.A), r"\1-\2-\3"),
    (re.compile(r"fy[ -]?(\d{4})", re.I | re.A), r"FY\1"),
    (re.compile(r"fy[ -]?'?(\d{2})", re.I | re.A), r"FY20\1"),
    (re.compile(r"(\d{2})\.(\d{2})\.(\d{4})", re.A), r"\3-\2-\1"),
    (re.compile(r"(\d{4})[-/](?:\d{2})?(\d{2})", re.A), r"\1/\2"),
)


def _nearest_spelling(text: str) -> str | None:
    """The documented spelling of a period that somebody wrote in another usual way, if any."""
    for number, name in enumerate(MONTHS, start=1):
        match = re.fullmatch(rf"(?:{name}|{name[:3]})\.? (\d{{4}})", text, re.I | re.A)
        if match:
            return f"{match[1]}-{number:02}"
    for pattern, spelling in _LOOSE_FORMS:
        match = pattern.fullmatch(text)
        if match and _FORMS.fullmatch(match.expand(spelling)):
            return match.expand(spelling)
    return None
