"""A placed map as SVG: a picture of its own, or a part of a page."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.layout.placed import PlacedCard, PlacedMap
from bscli.renderers import svg
from bscli.renderers.paint import painted
from bscli.renderers.strategy_map import cards, links
from bscli.renderers.strategy_map.frame import heading, legend
from bscli.views.strategy_map import StrategyMap

FONTS = "Scorecard Sans, Liberation Sans, Arial, Helvetica, sans-serif"
BORDER = 24.0
WIDEST_SHRUNK = 1800.0
"""A wider map keeps its size on a page, where its words would become too small to read."""

GAP = 14.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG with its size in pixels, and all the words in it."""

    svg: str
    width: float
    height: float
    words: str


def drawing(placed: PlacedMap) -> Drawing:
    """The map as a file of its own: heading, lanes and legend on a white sheet."""
    above = heading(placed.view, placed.width)
    below = legend(placed.view, placed.width)
    top = BORDER + above.height + GAP
    bottom = top + placed.height + GAP
    width, height = placed.width + 2 * BORDER, bottom + below.height + BORDER
    sheet = svg.element("rect", width=width, height=height, **painted(fill="surface"))
    field = "".join([*_lanes(placed), *map(links.render, placed.links), *map(_card, placed.cards)])
    content = (
        _at(above.svg, BORDER, BORDER) + _at(field, BORDER, top) + _at(below.svg, BORDER, bottom)
    )
    document = _document(placed, width, height, sheet + content) + "\n"
    return Drawing(document, width, height, _words(placed.view))


def _words(view: StrategyMap) -> str:
    cards = [text for card in view.cards for text in (card.name, card.owner)]
    lanes = [text for lane in view.lanes for text in (lane.name, lane.question)]
    return " ".join([view.title, view.vision, view.shown, *lanes, *cards])


def render_inline(placed: PlacedMap) -> str:
    """The map as a part of a page that has its heading: every card leads to its objective."""
    below = legend(placed.view, placed.width)
    bottom = placed.height + GAP
    field = "".join(
        [*_lanes(placed), *map(links.render, placed.links), *map(_linked_card, placed.cards)]
    )
    height = bottom + below.height
    return _document(placed, placed.width, height, field + _at(below.svg, 0.0, bottom))


def _document(placed: PlacedMap, width: float, height: float, content: str) -> str:
    return svg.element(
        "svg",
        svg.title(f"Strategy map: {placed.view.title}"),
        content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {svg.number(width)} {svg.number(height)}",
        width=width,
        height=height,
        font_family=FONTS,
        class_="strategy-map is-wide" if width > WIDEST_SHRUNK else "strategy-map",
        role="group",
    )


def _lanes(placed: PlacedMap) -> list[str]:
    return [cards.lane(lane, placed.width) for lane in placed.lanes]


def _card(placed: PlacedCard) -> str:
    return svg.element("g", cards.card(placed), class_="card")


def _linked_card(placed: PlacedCard) -> str:
    id = placed.card.id
    return svg.element("a", cards.card(placed), class_="card", href=f"#objective-{id}", data_id=id)


def _at(content: str, x: float, y: float) -> str:
    return svg.element("g", content, transform=f"translate({svg.number(x)} {svg.number(y)})")
