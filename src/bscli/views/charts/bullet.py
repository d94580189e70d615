"""A bullet graph: a value among the bands that are red, amber and green, and its target."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.model.kpi import Basis
from bscli.model.measures import Better
from bscli.model.series import Range
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.levels import Amount
from bscli.scoring.scale import Edges, Judgement
from bscli.scoring.status import Status
from bscli.views.charts.bullet_text import text_of
from bscli.views.charts.scale import Scale, scale_around, scale_of_values

UPWARD = (Status.RED, Status.AMBER, Status.GREEN)
INWARD = (*UPWARD, Status.AMBER, Status.RED)


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the scale that has one colour."""

    status: Status
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """A bullet graph; places are fractions of the width.

    Its scale runs from worst on the left to best on the right, whichever way the KPI improves, so
    that further right is better in every row. Only a range to stay within runs from low to high:
    it has two ``targets`` and no ``origin`` for a bar to begin at. A value ``is_beyond`` where it
    lies outside the scale and is held at its end.
    """

    text: str
    status: Status
    bands: tuple[Band, ...]
    value: float
    targets: tuple[float, ...]
    origin: float | None
    is_beyond: bool


def bullet_of(score: KpiScore) -> Bullet | None:
    """The bullet graph of a KPI; None where it has no number, or nothing to compare it with."""
    value, target, judgement = score.reading.value, score.target, score.judgement
    if value is None or target is None or score.kpi.measure.words:
        return None
    if judgement is None:
        return _without_bands(score, value, target.amount)
    if judgement.target is not None and judgement.red is not None:
        return _within(score, judgement.x, judgement.target, judgement.red)
    assert judgement.edges is not None
    return _between_ends(score, judgement, judgement.edges, target.amount)


def _between_ends(score: KpiScore, judgement: Judgement, edges: Edges, target: Amount) -> Bullet:
    """What is measured, from worst to best; a share of the target has its target at 1."""
    is_value = judgement.basis is Basis.VALUE
    assert isinstance(target, float)
    goal = target if is_value else 1.0
    is_down = is_value and score.kpi.better is Better.LOWER
    scale = scale_around(edges.worst, edges.best, judgement.x, is_down=is_down)
    bands = _bands(UPWARD, scale, (edges.red, edges.green))
    return _bullet(score, judgement.x, scale, bands, (goal,), 0.0)


def _within(score: KpiScore, value: float, target: Range, red: Range) -> Bullet:
    """The range and its red limits, and as much again on both sides."""
    room = target.width / 2
    below, above = target.low - red.low or room, red.high - target.high or room
    scale = scale_around(red.low - below, red.high + above, value)
    bands = _bands(INWARD, scale, (red.low, target.low, target.high, red.high))
    return _bullet(score, value, scale, bands, (target.low, target.high), None)


def _without_bands(score: KpiScore, value: float, target: Amount) -> Bullet:
    """Value and target on a scale that shows zero, where nothing sound divides good from bad."""
    limits = (target.low, target.high) if isinstance(target, Range) else (target,)
    scale = scale_of_values((value, *limits), is_down=score.kpi.better is Better.LOWER)
    return _bullet(score, value, scale, (Band(Status.UNSCORED, 0.0, 1.0),), limits, None)


def _bands(
    statuses: tuple[Status, ...], scale: Scale, edges: tuple[float, ...]
) -> tuple[Band, ...]:
    """The bands between the edges, from end to end; without those that have no width."""
    places = (0.0, *map(scale.place, edges), 1.0)
    found = zip(statuses, places, places[1:], strict=False)
    return tuple(Band(status, start, end) for status, start, end in found if end > start)


def _bullet(
    score: KpiScore,
    value: float,
    scale: Scale,
    bands: tuple[Band, ...],
    targets: tuple[float, ...],
    origin: float | None,
) -> Bullet:
    return Bullet(
        text=text_of(score),
        status=score.status,
        bands=bands,
        value=scale.place(value),
        targets=tuple(map(scale.place, targets)),
        origin=origin,
        is_beyond=not scale.holds(value),
    )
