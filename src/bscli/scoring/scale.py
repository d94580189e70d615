"""From a value and its edges to a score from 0 to 10 and a colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better, Measure
from bscli.model.series import Range
from bscli.scoring.levels import Level
from bscli.scoring.settings import ScoringBasis
from bscli.scoring.status import GREEN_FROM, HIGHEST, RED_BELOW, Status, are_equal, is_at_most

THIRD = 10 / 3
SHARE_WITHOUT_RED_LINE = 0.10
"""Where nothing says what is red, the red edge lies this share of the target's size away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Where red ends and green begins; ``red_is_baseline`` makes the red edge itself red."""

    red: float
    green: float
    worst: float
    best: float
    red_is_baseline: bool = False

    def are_in_order(self, better: Better) -> bool:
        """Whether the edges run from worst to best in the KPI's own sense of better."""
        steps = (self.worst, self.red, self.green, self.best)
        upward = steps[:: better.sign]
        return all(is_at_most(low, high) for low, high in pairwise(upward))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A score and its colour, with what it was made from.

    ``x`` is the quantity measured against ``edges``: the value, or its progress or ratio.
    ``edges`` are missing where a word or a range decides.
    """

    score: float
    status: Status
    basis: Basis
    x: float
    edges: Edges | None = None
    target: Range | None = None
    red: Range | None = None


def judge_word(kpi: Kpi, value: float) -> Judgement:
    """A yes or no scores 10 or 0, mirrored where lower is better; a colour its third's middle."""
    if kpi.measure is Measure.JUDGEMENT:
        status = (Status.RED, Status.AMBER, Status.GREEN)[int(value)]
        score = THIRD * (int(value) + 0.5)
    else:
        is_good = bool(value) is not (kpi.better is Better.LOWER)
        status, score = (Status.GREEN, HIGHEST) if is_good else (Status.RED, 0.0)
    return Judgement(score=score, status=status, basis=Basis.VALUE, x=value)


def judge_value(
    kpi: Kpi, value: float, target: float, red: Level | None, baseline: Level | None
) -> Judgement:
    """The value against the target and the red line, mirrored where lower is better."""
    edges = value_edges(kpi, target, red, baseline)
    sign = kpi.better.sign
    upward = Edges(
        red=sign * edges.red,
        green=sign * edges.green,
        worst=sign * edges.worst,
        best=sign * edges.best,
        red_is_baseline=edges.red_is_baseline,
    )
    score, status = _place(sign * value, upward)
    return Judgement(score=score, status=status, basis=Basis.VALUE, x=value, edges=edges)


def judge_share(settings: ScoringBasis, x: float) -> Judgement:
    """A progress or ratio against the shares that are red and green."""
    edges = _with_ends(settings.red, settings.green)
    score, status = _place(x, edges)
    return Judgement(score=score, status=status, basis=settings.by, x=x, edges=edges)


def judge_range(value: float, target: Range, red: Range | None) -> Judgement:
    """The value against the range that it should stay within, each side by itself."""
    margin = SHARE_WITHOUT_RED_LINE * target.width
    limits = red or Range(target.low - margin, target.high + margin)
    centre = target.low + target.width / 2
    is_above = value >= centre
    edge, red_edge = (target.high, limits.high) if is_above else (target.low, limits.low)
    side = _Side(abs(edge - centre), abs(red_edge - centre), max(abs(edge), abs(red_edge)))
    score, status = side.place(abs(value - centre))
    return Judgement(
        score=score, status=status, basis=Basis.VALUE, x=value, target=target, red=limits
    )


def value_edges(kpi: Kpi, target: float, red: Level | None, baseline: Level | None) -> Edges:
    """The edges of a KPI scored by its value, in its own units and sense."""
    sign = kpi.better.sign
    if red is not None and isinstance(red.amount, float):
        edge, stands_in = red.amount, False
    elif (
        baseline is not None
        and isinstance(baseline.amount, float)
        and sign * baseline.amount < sign * target
    ):
        edge, stands_in = baseline.amount, True
    else:
        edge, stands_in = target - sign * SHARE_WITHOUT_RED_LINE * abs(target), False
    edges = _with_ends(edge, target, kpi.worst, kpi.best)
    return replace(edges, red_is_baseline=stands_in)


def _with_ends(
    red: float, green: float, worst: float | None = None, best: float | None = None
) -> Edges:
    distance = green - red
    return Edges(
        red=red,
        green=green,
        worst=red - distance if worst is None else worst,
        best=green + distance if best is None else best,
    )


def _place(x: float, edges: Edges) -> tuple[float, Status]:
    """Score and colour where more is better."""
    scale = edges.green - edges.red
    if are_equal(x, edges.green, scale):
        return GREEN_FROM, Status.GREEN
    if are_equal(edges.red, edges.green):
        return (HIGHEST, Status.GREEN) if x > edges.green else (0.0, Status.RED)
    if are_equal(x, edges.red, scale):
        return RED_BELOW, Status.RED if edges.red_is_baseline else Status.AMBER
    if x > edges.green:
        return _between(x, edges.green, edges.best, GREEN_FROM), Status.GREEN
    if x > edges.red:
        return _between(x, edges.red, edges.green, RED_BELOW), Status.AMBER
    return _between(x, edges.worst, edges.red, 0.0), Status.RED


def _between(x: float, start: float, end: float, base: float) -> float:
    """The score on the way from one edge to the next, held to 0..10."""
    if end <= start:
        return HIGHEST if base else 0.0
    return min(HIGHEST, max(0.0, base + (x - start) / (end - start) * THIRD))


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a range, as distances from its centre."""

    edge: float
    red: float
    size: float

    def place(self, distance: float) -> tuple[float, Status]:
        scale = max(self.size, self.red - self.edge)
        if are_equal(distance, self.edge, scale):
            return (HIGHEST if self.edge == 0 else GREEN_FROM), Status.GREEN
        if distance < self.edge:
            return HIGHEST - distance / self.edge * THIRD, Status.GREEN
        if are_equal(distance, self.red, scale):
            return RED_BELOW, Status.AMBER
        beyond = self.red - self.edge
        if distance < self.red:
            return GREEN_FROM - (distance - self.edge) / beyond * THIRD, Status.AMBER
        if beyond <= 0:
            return 0.0, Status.RED
        return max(0.0, RED_BELOW - (distance - self.red) / beyond * THIRD), Status.RED
