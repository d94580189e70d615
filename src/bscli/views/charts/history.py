"""The latest own periods of a KPI, with what was measured and what it should have been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bscli.model.kpi import Kpi
from bscli.model.series import Range
from bscli.periods import Calendar, Period
from bscli.scoring.levels import Amount
from bscli.scoring.reading import number
from bscli.views.charts.own_targets import targets_of

Amounts = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Periods in a row with a value each, or a gap; ``levels`` are the targets of the periods."""

    periods: tuple[Period, ...]
    values: Amounts
    levels: tuple[Amount | None, ...]

    @property
    def known(self) -> tuple[float, ...]:
        """The values that are there."""
        return tuple(value for value in self.values if value is not None)

    @property
    def limits(self) -> tuple[Amounts, ...]:
        """The targets as one series, or as two where they are ranges; none without targets."""
        if any(isinstance(level, Range) for level in self.levels):
            ranges = [level if isinstance(level, Range) else None for level in self.levels]
            return (
                tuple(level.low if level else None for level in ranges),
                tuple(level.high if level else None for level in ranges),
            )
        plain = tuple(None if isinstance(level, Range) else level for level in self.levels)
        return (plain,) if any(level is not None for level in plain) else ()


def history_of(kpi: Kpi, calendar: Calendar, day: date, longest: int) -> History:
    """At most so many of the KPI's own periods up to a day, beginning with a value."""
    end = calendar.last_ended(kpi.frequency, day)
    periods = tuple(calendar.before(end, steps) for steps in range(longest - 1, -1, -1))
    entries = [kpi.actuals.at(period) for period in periods]
    values = tuple(number(entry) if entry is not None else None for entry in entries)
    start = next((place for place, value in enumerate(values) if value is not None), longest)
    shown = periods[start:]
    return History(shown, values[start:], targets_of(kpi, calendar, shown) if shown else ())
