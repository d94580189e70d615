"""The lane layout of our own: rows, their order, upright coordinates, then routes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bscli.layout.boxes import CARD_WIDTH, card_box, row_height
from bscli.layout.coordinates import middles
from bscli.layout.lanes import Band, field_for, placed_lanes, stacked
from bscli.layout.layers import Layers, layers_of
from bscli.layout.ordering import ordered
from bscli.layout.placed import PlacedCard, PlacedLink, PlacedMap
from bscli.layout.routes import ports_of, route
from bscli.layout.rows import rows_of
from bscli.views.strategy_map import StrategyMap

SMALLEST_GAP, LARGEST_GAP = 46.0, 104.0
GAP_PER_DISTANCE = 0.09
"""Links that lead far to the side get more room to bend."""


def place(view: StrategyMap) -> PlacedMap:
    """The map, which has at least one card, with positions for everything."""
    rows = rows_of(view)
    layers = layers_of(view, rows)
    ranking = ordered(layers)
    places = middles(layers, ranking)
    field = field_for(max(x + layers.width(node) / 2 for node, x in enumerate(places)))
    x = [field.left + place for place in places]
    stack = stacked(
        view, rows, [row_height(row.cards) for row in rows], _gaps(layers, x, len(rows))
    )
    return PlacedMap(
        view=view,
        engine="built-in",
        width=field.width,
        height=stack.edges[-1],
        lanes=placed_lanes(view, stack.edges),
        cards=_cards(view, layers, x, stack.bands),
        links=_links(view, layers, x, stack.bands),
    )


def _gaps(layers: Layers, x: Sequence[float], rows: int) -> list[float]:
    """The room below each row, by how far to the side links lead in it."""
    farthest = [0.0] * rows
    for chain in layers.chains:
        for upper, lower in pairwise(chain):
            row = layers.row_of[upper]
            farthest[row] = max(farthest[row], abs(x[upper] - x[lower]))
    return [min(LARGEST_GAP, SMALLEST_GAP + GAP_PER_DISTANCE * distance) for distance in farthest]


def _cards(
    view: StrategyMap, layers: Layers, x: Sequence[float], bands: Sequence[Band]
) -> tuple[PlacedCard, ...]:
    """The cards, as high as their rows."""
    return tuple(
        PlacedCard(
            card=card,
            x=x[node] - CARD_WIDTH / 2,
            y=bands[layers.row_of[node]].top,
            width=CARD_WIDTH,
            height=bands[layers.row_of[node]].bottom - bands[layers.row_of[node]].top,
            lines=card_box(card).lines,
        )
        for node, card in enumerate(view.cards)
    )


def _links(
    view: StrategyMap, layers: Layers, x: Sequence[float], bands: Sequence[Band]
) -> tuple[PlacedLink, ...]:
    ports = ports_of(layers, x)
    number = {card.id: node for node, card in enumerate(view.cards)}
    return tuple(
        route(
            link,
            [(ports[place, node], bands[layers.row_of[node]]) for node in chain],
            rises=chain[0] == number[link.effect],
        )
        for place, (link, chain) in enumerate(zip(view.links, layers.chains, strict=True))
    )
