"""A sparkline: how a KPI moved through the last of its own periods, beside its target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bscli.model.kpi import Kpi
from bscli.periods import Calendar, Period
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.signals import Xmr
from bscli.scoring.status import Status
from bscli.views.charts.history import History, history_of
from bscli.views.charts.lines import Line, Point, heights_of, runs, steps
from bscli.views.charts.sparkline_text import course_of, text_of, usual_text

LONGEST = 24
"""How many of its own periods a KPI shows at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """A sparkline: unbroken runs of values, lines of targets, and the place of the last value.

    Targets, and values that are words, make steps as wide as their periods. A run of a single
    point is a value between two gaps. ``first`` and ``last`` name the periods at the ends;
    ``lowest`` and ``highest`` are values as they are shown. ``band`` is the usual range, held
    to the picture, from its lower left to its upper right; ``signals`` are values that are some.
    """

    text: str
    status: Status
    first: str
    last: str
    lowest: str
    highest: str
    runs: tuple[Line, ...]
    targets: tuple[Line, ...]
    end: Point
    band: tuple[Point, Point] | None = None
    signals: tuple[Point, ...] = ()


def sparkline_of(
    score: KpiScore, calendar: Calendar, period: Period, as_of: date
) -> Sparkline | None:
    """The KPI's values up to the end of a period, as known on a day; None with fewer than two."""
    kpi = score.kpi
    history = history_of(kpi, calendar, score.known_to, LONGEST)
    if len(history.known) < 2:
        return None
    bounds = _bounds(kpi, history)
    values = heights_of(history.values, *bounds)
    levels = [heights_of(limits, *bounds) for limits in history.limits]
    course = course_of(kpi, history)
    return Sparkline(
        text=text_of(kpi, history, course) + usual_text(score, history),
        status=score.status,
        first=history.periods[0].name,
        last=history.periods[-1].name,
        lowest=course.lowest,
        highest=course.highest,
        runs=steps(values) if kpi.measure.words else runs(values),
        targets=tuple(line for heights in levels for line in steps(heights)),
        end=_end(values),
        band=_band(score.xmr, history, bounds) if score.xmr else None,
        signals=tuple(_signals(score.xmr, history, values)) if score.xmr else (),
    )


def _bounds(kpi: Kpi, history: History) -> tuple[float, float]:
    """The lowest and highest of values and targets; words stand where they always stand."""
    if kpi.measure.words:
        return 0.0, len(kpi.measure.words) - 1.0
    targets = [limit for limits in history.limits for limit in limits if limit is not None]
    return min(*history.known, *targets), max(*history.known, *targets)


def _end(heights: tuple[float | None, ...]) -> Point:
    """The place of the last value."""
    known = [(place, height) for place, height in enumerate(heights) if height is not None]
    place, height = known[-1]
    return place / (len(heights) - 1), height


def _band(xmr: Xmr, history: History, bounds: tuple[float, float]) -> tuple[Point, Point]:
    """The corners of the usual range, from the period in which it begins to apply."""
    low, high = (
        0.5 if height is None else min(1.0, max(0.0, height))
        for height in heights_of((xmr.lower, xmr.upper), *bounds)
    )
    before = sum(period.first < xmr.since.first for period in history.periods)
    return (before / (len(history.periods) - 1), low), (1.0, high)


def _signals(xmr: Xmr, history: History, heights: tuple[float | None, ...]) -> Iterator[Point]:
    signalled = {signal.period for signal in xmr.signals}
    for place, (period, height) in enumerate(zip(history.periods, heights, strict=True)):
        if height is not None and period in signalled:
            yield place / (len(heights) - 1), height
