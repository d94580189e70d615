"""How links run: upright where they leave a card or pass a row, bent only between rows.

Both ends of a bend and its handles lie between two rows, so no link can touch a card of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bscli.layout.boxes import CARD_WIDTH
from bscli.layout.lanes import Band
from bscli.layout.layers import Layers
from bscli.layout.placed import PlacedLink, Point
from bscli.views.strategy_map import MapLink

ARROW = 8.0
"""The length of an arrowhead: the line ends where the head begins."""

WIDEST_PORT_STEP = 24.0
CORNER = 22.0
"""No link leaves a card nearer to its corner than this."""

MOST_STRAIGHTENED = 60.0
"""How far the only link at an edge of a card may be moved to run upright."""

Ports = dict[tuple[int, int], float]
"""Where a link between two nodes touches the first of them."""


def ports_of(layers: Layers, x: Sequence[float]) -> Ports:
    """The places on a card's edge, spread out in the order of what lies at the other ends."""
    found: Ports = {}
    for node, neighbours in (*enumerate(layers.above), *enumerate(layers.below)):
        ends = sorted(neighbours, key=lambda end: (x[end], end))
        places = _spread(x[node], len(ends)) if layers.is_card(node) else [x[node]] * len(ends)
        found.update({(node, end): place for end, place in zip(ends, places, strict=True)})
    for chain in layers.chains:
        for upper, lower in pairwise(chain):
            _straighten(layers, found, upper, lower)
    return found


def _spread(middle: float, number: int) -> list[float]:
    step = min(WIDEST_PORT_STEP, (CARD_WIDTH - 2 * CORNER) / max(1, number - 1))
    return [middle + (place - (number - 1) / 2) * step for place in range(number)]


def _straighten(layers: Layers, ports: Ports, upper: int, lower: int) -> None:
    """Makes a link that is almost upright quite so, by moving the end that has room for it."""
    apart = ports[upper, lower] - ports[lower, upper]
    if layers.is_card(upper) and abs(apart) <= _freedom(layers.below[upper]):
        ports[upper, lower] -= apart
    elif layers.is_card(lower) and abs(apart) <= _freedom(layers.above[lower]):
        ports[lower, upper] += apart


def _freedom(links: Sequence[int]) -> float:
    """How far a link at an edge may be moved: little where others are beside it."""
    return MOST_STRAIGHTENED if len(links) == 1 else WIDEST_PORT_STEP / 4


def route(
    link: MapLink,
    chain: Sequence[int],
    layers: Layers,
    ports: Ports,
    bands: Sequence[Band],
    *,
    rises: bool,
) -> PlacedLink:
    """The link along its chain of nodes, which is given from the top down."""
    corners = [
        corner
        for upper, lower in pairwise(chain)
        for corner in (
            (ports[upper, lower], bands[layers.row_of[upper]].bottom),
            (ports[lower, upper], bands[layers.row_of[lower]].top),
        )
    ]
    way = list(reversed(corners)) if rises else corners
    tip = way[-1]
    way[-1] = (tip[0], tip[1] + (ARROW if rises else -ARROW))
    curve: list[Point] = [way[0]]
    for start, end in pairwise(way):
        middle = (start[1] + end[1]) / 2
        curve += [(start[0], middle), (end[0], middle), end]
    return PlacedLink(link=link, curve=tuple(curve), tip=tip)
