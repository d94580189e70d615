"""The targets of a KPI's own periods in a row, looked up no more often than they can change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from bscli.model.kpi import Kpi
from bscli.model.series import Entry, Levels, Series
from bscli.periods import Calendar, Period
from bscli.scoring.level_finder import LevelFinder
from bscli.scoring.levels import Amount, Level
from bscli.scoring.reading import Reading


def targets_of(
    kpi: Kpi, calendar: Calendar, periods: tuple[Period, ...]
) -> tuple[Amount | None, ...]:
    """What each period asks for by itself; None where nothing does."""
    near = kpi.model_copy(update={"target": _reaching(kpi.target, periods[0])})
    turns = _turns((*near.target.dated, *near.baseline.dated))
    found: list[Level | None] = []
    for place, period in enumerate(periods):
        if place and not _may_differ(found[-1], periods[place - 1], period, turns):
            found.append(found[-1])
        else:
            found.append(LevelFinder(near, _reading_of(period), calendar).target())
    return tuple(level.amount if level else None for level in found)


def _reaching(levels: Levels[Amount], first: Period) -> Levels[Amount]:
    """Without the entries that have ended before a period, but for the latest of them."""
    entries = levels.dated.entries
    ended = sum(entry.period.last < first.first for entry in entries)
    return Levels(levels.every_period, Series(entries[max(0, ended - 1) :]))


def _turns(entries: Iterable[Entry[Amount]]) -> tuple[date, ...]:
    """The days on which an entry begins, or has just ended."""
    after = timedelta(days=1)
    return tuple(
        day for entry in entries for day in (entry.period.first, entry.period.last + after)
    )


def _may_differ(
    level: Level | None, before: Period, period: Period, turns: tuple[date, ...]
) -> bool:
    """Whether a period may ask for something else than the one before it did."""
    on_line = level is not None and level.line is not None
    return on_line or any(before.first < day <= period.last for day in turns)


def _reading_of(period: Period) -> Reading:
    """A reading that stands for one of the KPI's own periods as a whole."""
    return Reading(
        judged=period,
        due=(period,),
        periods=(period,),
        present=(),
        value=None,
        nothing=None,
        age=None,
        stands=False,
    )
