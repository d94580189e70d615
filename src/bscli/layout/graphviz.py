"""The layout by Graphviz: the very DOT text that can be written is what ``dot`` is given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from math import isfinite
from typing import Any

from bscli.layout.boxes import CARD_WIDTH, card_box, lane_title, row_height
from bscli.layout.dot_program import GraphvizError, layout_of
from bscli.layout.lanes import LANE_PADDING, Band, field_for, placed_lanes
from bscli.layout.placed import PlacedCard, PlacedLink, PlacedMap, Point
from bscli.layout.rows import Row, rows_of
from bscli.views.strategy_map import StrategyMap


def place(view: StrategyMap) -> PlacedMap:
    """The map, which has at least one card, with the positions that Graphviz gives.

    Raises GraphvizError where it takes too long, fails, or prints something else.
    """
    from bscli.layout.dot_source import dot_source  # dear to import, and often not needed

    printed = layout_of(dot_source(view))
    try:
        return _placed(view, json.loads(printed))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise GraphvizError("Graphviz printed something else than positions") from None


def _placed(view: StrategyMap, layout: dict[str, Any]) -> PlacedMap:
    rows = rows_of(view)
    nodes = {each["name"]: each for each in layout["objects"] if "pos" in each}
    top = float(layout["bb"].split(",")[3])
    cards = _cards(view, rows, nodes, top)
    links = _links(view, layout.get("edges", []), top)
    return _shifted(view, rows, _bands(view, rows, nodes, top), cards, links)


def _cards(
    view: StrategyMap, rows: Sequence[Row], nodes: dict[str, Any], top: float
) -> tuple[PlacedCard, ...]:
    heights = {card.id: row_height(row.cards) for row in rows for card in row.cards}
    found = []
    for number, card in enumerate(view.cards):
        x, y = _point(nodes[f"card{number}"]["pos"], top)
        height = heights[card.id]
        found.append(
            PlacedCard(
                card=card,
                x=x - CARD_WIDTH / 2,
                y=y - height / 2,
                width=CARD_WIDTH,
                height=height,
                lines=card_box(card).lines,
            )
        )
    return tuple(found)


def _links(view: StrategyMap, edges: Sequence[Any], top: float) -> tuple[PlacedLink, ...]:
    positions = {edge["id"]: edge["pos"].split() for edge in edges if "id" in edge}
    found = []
    for number, link in enumerate(view.links):
        arrow, *rest = positions[f"link{number}"]
        curve = [_point(text, top) for text in rest]
        is_backward = arrow.startswith("s,")  # the text runs from the upper end to the lower one
        curve = curve[::-1] if is_backward else curve
        found.append(PlacedLink(link=link, curve=tuple(curve), tip=_point(arrow[2:], top)))
    return tuple(found)


def _point(text: str, top: float) -> Point:
    """A position of Graphviz, whose ordinates grow upward, as one that grows downward."""
    x, y = (float(part) for part in text.split(","))
    if not (isfinite(x) and isfinite(y)):
        raise ValueError(text)
    return x, top - y


def _bands(
    view: StrategyMap, rows: Sequence[Row], nodes: dict[str, Any], top: float
) -> tuple[Band, ...]:
    """The stretch of each row, made as high as the title of its lane where it is the first."""
    found = []
    for place, row in enumerate(rows):
        _, middle = _point(nodes[f"row{place}"]["pos"], top)
        title = lane_title(view.lanes[row.lane]).height if row.is_first_of_lane else 0.0
        half = max(row_height(row.cards), title - 2 * LANE_PADDING) / 2
        found.append(Band(middle - half, middle + half))
    return tuple(found)


def _shifted(
    view: StrategyMap,
    rows: Sequence[Row],
    bands: Sequence[Band],
    cards: Sequence[PlacedCard],
    links: Sequence[PlacedLink],
) -> PlacedMap:
    """Everything moved so that the lanes begin at the top and the cards beside their titles."""
    points = [point for link in links for point in link.curve]
    left = min([card.x for card in cards] + [x for x, _ in points])
    right = max([card.x + card.width for card in cards] + [x for x, _ in points])
    edges = _edges(rows, bands, [y for _, y in points])
    field = field_for(right - left)
    dx, dy = field.left - left, -edges[0]
    return PlacedMap(
        view=view,
        engine="Graphviz",
        width=field.width,
        height=edges[-1] + dy,
        lanes=placed_lanes(view, [edge + dy for edge in edges]),
        cards=tuple(replace(card, x=card.x + dx, y=card.y + dy) for card in cards),
        links=tuple(
            replace(
                link,
                curve=tuple((x + dx, y + dy) for x, y in link.curve),
                tip=(link.tip[0] + dx, link.tip[1] + dy),
            )
            for link in links
        ),
    )


def _edges(rows: Sequence[Row], bands: Sequence[Band], heights: Sequence[float]) -> list[float]:
    """Where lanes begin and end: two of them meet in the middle between their rows."""
    between = [
        (bands[place].bottom + bands[place + 1].top) / 2
        for place in range(len(rows) - 1)
        if rows[place].lane != rows[place + 1].lane
    ]
    first = min([bands[0].top, *heights]) - LANE_PADDING
    return [first, *between, max([bands[-1].bottom, *heights]) + LANE_PADDING]
