"""A KPI's past as a chart: values, targets, the usual range and its signals, on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bscli.model.kpi import Kpi
from bscli.model.series import Range
from bscli.periods import Period
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.own_results import OwnResult
from bscli.scoring.signals import Xmr, is_since, latest_change
from bscli.scoring.status import Status, are_equal
from bscli.views.numbers import amount_of, as_stated, target_of
from bscli.views.signals import limit_of


@dataclass(frozen=True, slots=True)
class Limits:
    """The usual range and the mean between its ends."""

    lower: float
    centre: float
    upper: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One period: its value, if it has one, with the lines that run through the period.

    ``targets`` are one height, or two where the target is a range. ``limits`` are missing where the
    values never moved. ``begins_anew`` tells the first period after a change of the process.
    """

    period: str
    value: float | None
    status: Status
    has_signal: bool
    targets: tuple[float, ...]
    limits: Limits | None
    begins_anew: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A height with the text that names it on the axis."""

    height: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The chart; ``marks`` are in the order in which they may stand on the axis.

    ``steps`` counts the heights that there are at all where values are words, else it is 0.
    ``target`` says what the last target is; it is empty where there is none.
    """

    points: tuple[ChartPoint, ...]
    lowest: float
    highest: float
    marks: tuple[Mark, ...]
    steps: int
    target: str

    @property
    def has_limits(self) -> bool:
        """Whether the usual range is known."""
        return any(point.limits for point in self.points)

    @property
    def has_change(self) -> bool:
        """Whether the process began anew within the chart."""
        return any(point.begins_anew for point in self.points)

    @property
    def has_signals(self) -> bool:
        """Whether any value in the chart is a signal."""
        return any(point.has_signal for point in self.points)


def chart_of(score: KpiScore, results: tuple[OwnResult, ...]) -> Chart | None:
    """The chart of some of a KPI's own periods; None where none of them has a value."""
    kpi, xmr = as_stated(score.kpi), score.xmr
    points = _points(score, results)
    values = [point.value for point in points if point.value is not None]
    if not values:
        return None
    heights = [*values, *_line_heights(points)]
    words = kpi.measure.words
    marks = _words(words) if words else _marks(score.kpi, kpi, results, xmr, values)
    return Chart(
        points=points,
        lowest=0.0 if words else min(heights),
        highest=len(words) - 1.0 if words else max(heights),
        marks=tuple(marks),
        steps=len(words),
        target=_target(score.kpi, results),
    )


def _points(score: KpiScore, results: tuple[OwnResult, ...]) -> tuple[ChartPoint, ...]:
    xmr = score.xmr
    has_width = xmr is not None and xmr.mean_moving_range > 0
    limits = Limits(xmr.lower, xmr.centre, xmr.upper) if xmr and has_width else None
    signalled = {signal.period for signal in xmr.signals} if xmr else set()
    anew = _begin_anew(score, results)
    return tuple(
        ChartPoint(
            period=each.period.name,
            value=each.score.reading.value,
            status=each.score.status,
            has_signal=each.period in signalled,
            targets=_targets(each),
            limits=limits if xmr and xmr.since.first <= each.period.first else None,
            begins_anew=each.period == anew,
        )
        for each in results
    )


def _begin_anew(score: KpiScore, results: tuple[OwnResult, ...]) -> Period | None:
    """The first period after the latest change, where the chart has any before it."""
    change = latest_change(score.kpi, score.known_to)
    if change is None:
        return None
    before = [each for each in results if not is_since(change, each.period)]
    after = results[len(before) :]
    return after[0].period if before and after else None


def _targets(result: OwnResult) -> tuple[float, ...]:
    amount = result.score.target.amount if result.score.target else None
    if isinstance(amount, Range):
        return (amount.low, amount.high)
    return () if amount is None else (amount,)


def _line_heights(points: tuple[ChartPoint, ...]) -> Iterator[float]:
    for point in points:
        yield from point.targets
        if point.limits:
            yield from (point.limits.lower, point.limits.upper)


def _words(words: tuple[str, ...]) -> Iterator[Mark]:
    return (Mark(float(height), word) for height, word in enumerate(words))


def _marks(
    kpi: Kpi, stated: Kpi, results: tuple[OwnResult, ...], xmr: Xmr | None, values: list[float]
) -> Iterator[Mark]:
    """Target, usual range and mean come before the highest and lowest value."""
    if results[-1].score.target:
        yield from (Mark(height, target_of(kpi, height)) for height in _targets(results[-1]))
    if xmr:
        for height in (xmr.upper, xmr.lower, xmr.centre):
            yield Mark(height, limit_of(kpi, xmr, height))
    for height in (max(values), min(values)):
        yield Mark(height, amount_of(stated, height))


def _target(kpi: Kpi, results: tuple[OwnResult, ...]) -> str:
    """The target of the latest period, told as such where it was another one before."""
    now = results[-1].score.target
    if now is None:
        return ""
    targets = [target for each in results for target in (_targets(each) or (None,))]
    text = target_of(kpi, now.amount)
    stayed = all(
        target is not None and any(are_equal(target, other) for other in _targets(results[-1]))
        for target in targets
    )
    return text if stayed else f"{text} in {results[-1].period}"
