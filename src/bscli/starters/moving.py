"""Moves the days and periods of a template, so that it was written for another quarter."""

from __future__ import annotations

import calendar as civil
import re
from collections.abc import Mapping
from datetime import date

from bscli.errors import UsageError
from bscli.frequencies import Frequency
from bscli.periods import FIRST_YEAR, LAST_YEAR, Calendar, Period

_CALENDAR = Calendar()
REVIEWED = _CALENDAR.period("2026-Q3")
"""The quarter that every template reviews as it is told."""

_REACH = 10
"""How many years a template looks back or ahead at most."""

_YEAR = r"20(?:2\d|3[0-5])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DATED = re.compile(
    rf"(?<![\w.])(?<!\d,)(?:{_YEAR}-(?:{_MONTH}-\d\d|{_MONTH}|Q[1-4]|H[12]|W\d\d)"
    rf"|{_YEAR}/\d\d|(?:FY)?{_YEAR})(?!\w|[.,]\d|[-/]\w{{1,2}}(?!\w))",
    re.ASCII,
)


def moved(text: str, day: date) -> str:
    """The text with its reviewed quarter, and all around it, moved to the last one ended by a day.

    Comments and prose move as well. Raises UsageError for a day too far from the years bsc knows.
    """
    steps = _steps_to(_last_ended_quarter(day))
    return _DATED.sub(lambda match: _moved(match[0], steps), text)


def _last_ended_quarter(day: date) -> Period:
    first, last = FIRST_YEAR + _REACH, LAST_YEAR - _REACH
    if not first <= day.year <= last:
        raise UsageError(f"no template can be moved to {day}", f"name a day from {first} to {last}")
    return _CALENDAR.last_ended(Frequency.QUARTERLY, day)


def _steps_to(quarter: Period) -> Mapping[Frequency, int]:
    """By how many periods of each frequency the reviewed quarter moves."""
    steps = {
        frequency: _CALENDAR.containing(quarter.first, frequency).index
        - _CALENDAR.containing(REVIEWED.first, frequency).index
        for frequency in Frequency
        if frequency.months
    }
    return {**steps, Frequency.WEEKLY: round((quarter.first - REVIEWED.first).days / 7)}


def _moved(written: str, steps: Mapping[Frequency, int]) -> str:
    period = _CALENDAR.period(written)
    if period.frequency is Frequency.DAILY:
        return _months_later(period.first, steps[Frequency.MONTHLY]).isoformat()
    there = _CALENDAR.before(period, -steps[period.frequency])
    if "/" in written:
        return f"{there.first.year}/{(there.first.year + 1) % 100:02}"
    return f"FY{there.name}" if written.startswith("FY") else there.name


def _months_later(day: date, months: int) -> date:
    """The same day of another month, or its last day where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = civil.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length))
