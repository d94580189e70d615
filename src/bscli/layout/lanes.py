"""Lanes across the whole width, made to hold their rows and their titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bscli.layout.boxes import MARGIN_WIDTH, lane_title
from bscli.layout.placed import PlacedLane
from bscli.layout.rows import Row
from bscli.views.strategy_map import Lane, StrategyMap

LANE_PADDING = 20.0
NARROWEST_FIELD = 820.0
"""The least room for cards beside the lane titles: a small map stands in its middle."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where the cards begin from the left, and how wide the whole map is."""

    left: float
    width: float


def field_for(cards: float) -> Field:
    """The room for cards and links that are together so wide."""
    free = max(0.0, NARROWEST_FIELD - cards)
    return Field(MARGIN_WIDTH + free / 2, MARGIN_WIDTH + cards + free + LANE_PADDING)


@dataclass(frozen=True, slots=True)
class Band:
    """The stretch from the top of a row's cards to their bottom."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stack:
    """The bands of all rows, and where lanes begin and end, from the top down."""

    bands: tuple[Band, ...]
    edges: tuple[float, ...]


def stacked(
    view: StrategyMap, rows: Sequence[Row], heights: Sequence[float], gaps: Sequence[float]
) -> Stack:
    """The rows below each other, given their heights and the gap below each of them.

    A lane whose title is higher than its rows spreads the rest above and below them.
    """
    bands: list[Band] = []
    edges = [0.0]
    for number, lane in enumerate(view.lanes):
        own = [place for place, row in enumerate(rows) if row.lane == number]
        above = gaps[own[0] - 1] / 2 if number else LANE_PADDING
        below = gaps[own[-1]] / 2 if lane is not view.lanes[-1] else LANE_PADDING
        inner = sum(heights[place] for place in own) + sum(gaps[place] for place in own[:-1])
        missing = max(0.0, lane_title(lane).height - above - inner - below)
        y = edges[-1] + above + missing / 2
        for place in own:
            bands.append(Band(y, y + heights[place]))
            y += heights[place] + gaps[place]
        edges.append(edges[-1] + above + inner + below + missing)
    return Stack(tuple(bands), tuple(edges))


def placed_lanes(view: StrategyMap, edges: Sequence[float]) -> tuple[PlacedLane, ...]:
    """The lanes between their edges, with their titles in lines."""
    between = zip(view.lanes, pairwise(edges), strict=True)
    return tuple(_lane(lane, top, bottom) for lane, (top, bottom) in between)


def _lane(lane: Lane, top: float, bottom: float) -> PlacedLane:
    title = lane_title(lane)
    return PlacedLane(
        lane=lane,
        y=top,
        height=bottom - top,
        name_lines=title.name_lines,
        question_lines=title.question_lines,
    )
