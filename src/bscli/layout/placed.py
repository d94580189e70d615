"""A map with positions: what every layout gives and every drawing takes. Units are pixels."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.views.strategy_map import Card, Lane, MapLink, StrategyMap

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCard:
    """A card with its top left corner, its size, and its name in lines."""

    card: Card
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLane:
    """A lane across the whole width, with its name and question in lines for the left margin."""

    lane: Lane
    y: float
    height: float
    name_lines: tuple[str, ...]
    question_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLink:
    """A link as Bézier curves: a start, then three points each; ``tip`` is where it arrives."""

    link: MapLink
    curve: tuple[Point, ...]
    tip: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMap:
    """The whole map from its top left corner, without title and legend.

    ``engine`` names what laid it out.
    """

    view: StrategyMap
    engine: str
    width: float
    height: float
    lanes: tuple[PlacedLane, ...]
    cards: tuple[PlacedCard, ...]
    links: tuple[PlacedLink, ...]
