"""How links run: upright where they leave a card or pass a row, bent only between rows.

Both ends of a bend and its handles lie between two rows, so no link can touch a card of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
"""Where a link touches each node of its chain: the numbers of both, and the place."""

Stop = tuple[float, Band]
"""A place on the way of a link, and the row that it lies in."""


def ports_of(layers: Layers, x: Sequence[float]) -> Ports:
    """The places on each card's edges, spread out in the order of what lies at the other ends."""
    found = {
        (link, node): x[node] for link, chain in enumerate(layers.chains) for node in chain[1:-1]
    }
    for node, links in _links_at_edges(layers):
        ends = sorted(links, key=lambda link: (x[_beyond(layers, link, node)], link))
        places = _spread(x[node], len(ends))
        found.update({(link, node): place for link, place in zip(ends, places, strict=True)})
    for link, chain in enumerate(layers.chains):
        _straighten(layers, found, link, chain[0], chain[1])
        _straighten(layers, found, link, chain[-2], chain[-1])
    return found


def _links_at_edges(layers: Layers) -> Iterator[tuple[int, list[int]]]:
    """Each card with the links at its lower edge, then each with those at its upper one."""
    for end in (0, -1):
        at: dict[int, list[int]] = {}
        for link, chain in enumerate(layers.chains):
            at.setdefault(chain[end], []).append(link)
        yield from at.items()


def _beyond(layers: Layers, link: int, node: int) -> int:
    """The node that a link leads to from one of its ends."""
    chain = layers.chains[link]
    return chain[1] if chain[0] == node else chain[-2]


def _spread(middle: float, number: int) -> list[float]:
    step = min(WIDEST_PORT_STEP, (CARD_WIDTH - 2 * CORNER) / max(1, number - 1))
    return [middle + (place - (number - 1) / 2) * step for place in range(number)]


def _straighten(layers: Layers, ports: Ports, link: int, upper: int, lower: int) -> None:
    """Makes a link that is almost upright quite so, by moving the end that has room for it."""
    apart = ports[link, upper] - ports[link, lower]
    if layers.is_card(upper) and abs(apart) <= _freedom(layers.below[upper]):
        ports[link, upper] -= apart
    elif layers.is_card(lower) and abs(apart) <= _freedom(layers.above[lower]):
        ports[link, lower] += apart


def _freedom(links: Sequence[int]) -> float:
    """How far a link at an edge may be moved: little where others are beside it."""
    return MOST_STRAIGHTENED if len(links) == 1 else WIDEST_PORT_STEP / 4


def route(link: MapLink, stops: Sequence[Stop], *, rises: bool) -> PlacedLink:
    """The link along its stops, which are given from the top down."""
    corners = [
        corner
        for (x, upper), (end, lower) in pairwise(stops)
        for corner in ((x, upper.bottom), (end, lower.top))
    ]
    way = list(reversed(corners)) if rises else corners
    tip = way[-1]
    way[-1] = (tip[0], tip[1] + (ARROW if rises else -ARROW))
    curve: list[Point] = [way[0]]
    for start, end in pairwise(way):
        middle = (start[1] + end[1]) / 2
        curve += [(start[0], middle), (end[0], middle), end]
    return PlacedLink(link=link, curve=tuple(curve), tip=tip)
