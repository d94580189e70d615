"""Signal or noise: a KPI's history read as an XmR chart, also called process behaviour chart."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from bscli.model.kpi import Kpi
from bscli.model.measures import Measure
from bscli.model.series import Entry
from bscli.periods import Period
from bscli.scoring.reading import number
from bscli.scoring.status import are_equal

FEWEST = 6
"""With fewer values there are no limits."""

TRIAL_BELOW = 12
"""Limits of fewer values are called trial limits."""

LIMIT_FACTOR = 2.66
"""Three standard deviations, as the mean moving range of two values in a row estimates them."""

RUN = 8
NEAR, AMONG = 3, 4


class SignalRule(StrEnum):
    """What makes a value a signal, the plainest first."""

    OUTSIDE_LIMITS = "outside-limits"
    RUN_OF_EIGHT = "run-of-eight"
    THREE_OF_FOUR = "three-of-four"


@dataclass(frozen=True, slots=True)
class Signal:
    """A value that chance alone hardly explains, above or below the centre line."""

    period: Period
    rule: SignalRule
    value: float
    is_above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Xmr:
    """The limits of a KPI's values since its process changed last, and the signals among them.

    ``points`` counts the values, ``since`` is the period of the first one. ``lower`` and ``upper``
    are held to what the KPI can be at all.
    """

    centre: float
    lower: float
    upper: float
    mean_moving_range: float
    points: int
    since: Period
    signals: tuple[Signal, ...]

    @property
    def is_trial(self) -> bool:
        """Whether the limits rest on so few values that they may still move much."""
        return self.points < TRIAL_BELOW


def xmr_of(kpi: Kpi, day: date) -> Xmr | None:
    """The KPI's own values of periods that ended by a day; None for words, or too few values."""
    if kpi.measure.words:
        return None
    known = [entry for entry in kpi.actuals if entry.period.has_ended_by(day)]
    held = _natural_bounds(kpi, known)
    entries = _since_change(kpi, known, day)
    values = [value for value in map(number, entries) if value is not None]
    if len(values) < FEWEST:
        return None
    periods = [entry.period for entry in entries if number(entry) is not None]
    centre = _mean(values)
    moving = _mean([abs(after - before) for before, after in pairwise(values)])
    reach = LIMIT_FACTOR * moving
    chart = _Chart(tuple(values), centre, centre - reach, centre + reach)
    return Xmr(
        centre=centre,
        lower=held(centre - reach),
        upper=held(centre + reach),
        mean_moving_range=moving,
        points=len(values),
        since=periods[0],
        signals=tuple(_signals(chart, periods)),
    )


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _natural_bounds(kpi: Kpi, known: Sequence[Entry[float | str]]) -> Callable[[float], float]:
    """What holds a limit to 0..100 for a percentage that has never been anything else."""
    values = [value for value in map(number, known) if value is not None]
    is_share = kpi.measure is Measure.PERCENT and all(0 <= value <= 100 for value in values)
    return (lambda limit: min(100.0, max(0.0, limit))) if is_share else float


def latest_change(kpi: Kpi, day: date) -> Period | None:
    """The period of the latest change of the process that had begun by a day."""
    begun = [change.period for change in kpi.changed if change.period.first <= day]
    return max(begun, key=lambda period: period.first, default=None)


def is_since(change: Period, period: Period) -> bool:
    """Whether a period lies after the process changed: a week may begin a little earlier."""
    return change.contains(period) or period.first >= change.first


def _since_change(
    kpi: Kpi, known: Sequence[Entry[float | str]], day: date
) -> Sequence[Entry[float | str]]:
    """The entries from the latest change of the process on that had begun by a day."""
    change = latest_change(kpi, day)
    return known if change is None else [each for each in known if is_since(change, each.period)]


@dataclass(frozen=True, slots=True)
class _Chart:
    """Values around their centre line, with the limits that arithmetic gives them."""

    values: tuple[float, ...]
    centre: float
    lower: float
    upper: float

    def outside(self) -> list[int]:
        """On which side of the limits each value lies; 0 within."""
        return self._sides(self.lower, self.upper)

    def run(self) -> list[int]:
        """On which side of the centre line each value lies."""
        return self._sides(self.centre, self.centre)

    def near(self) -> list[int]:
        """The side of each value that lies nearer to its limit than to the centre line."""
        return self._sides((self.centre + self.lower) / 2, (self.centre + self.upper) / 2)

    def _sides(self, low: float, high: float) -> list[int]:
        scale = max(map(abs, self.values))
        return [_side(value, low, high, scale) for value in self.values]


def _side(value: float, low: float, high: float, scale: float) -> int:
    """1 above, -1 below, and 0 between two limits or on one of them, as far as a scale can tell."""
    if value > high and not are_equal(value, high, scale):
        return 1
    return -1 if value < low and not are_equal(value, low, scale) else 0


def _signals(chart: _Chart, periods: Sequence[Period]) -> Iterator[Signal]:
    """Every signal by period, and by rule within one."""
    outside, run, near = chart.outside(), chart.run(), chart.near()
    in_a_row = _lengths(run)
    for place, period in enumerate(periods):
        value, window = chart.values[place], near[max(0, place - AMONG + 1) : place + 1]
        found = (
            (SignalRule.OUTSIDE_LIMITS, outside[place], True),
            (SignalRule.RUN_OF_EIGHT, run[place], in_a_row[place] >= RUN),
            (SignalRule.THREE_OF_FOUR, near[place], window.count(near[place]) >= NEAR),
        )
        for rule, side, holds in found:
            if side and holds:
                yield Signal(period, rule, value, side > 0)


def _lengths(sides: Sequence[int]) -> list[int]:
    """How many values in a row have ended on the same side at each place."""
    lengths: list[int] = []
    for place, side in enumerate(sides):
        goes_on = place > 0 and sides[place - 1] == side
        lengths.append(lengths[-1] + 1 if goes_on else 1)
    return lengths
