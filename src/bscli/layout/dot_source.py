"""The map in the language of Graphviz: generated names, quoted labels, one rank for each row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graphviz import Digraph, escape, nohtml

from bscli.layout.boxes import (
    CARD_PADDING,
    CARD_WIDTH,
    DETAIL_SIZE,
    MARGIN_WIDTH,
    card_box,
    lane_title,
    row_height,
)
from bscli.layout.measure import fitted
from bscli.layout.rows import Row, rises, row_numbers, rows_of
from bscli.views.palette import COLOURS, STATUS_PAINTS
from bscli.views.strategy_map import Card, LinkStyle, MapLink, StrategyMap

POINTS_PER_INCH = 72
"""One pixel of the map is one point of Graphviz."""

ROW_GAP, CARD_GAP = 0.75, 0.4

_ENTITY = re.compile(r"&(?=#?\w+;)")

_LINES = {
    LinkStyle.RAISES: {},
    LinkStyle.LOWERS: {"style": "dotted", "arrowhead": "tee"},
    LinkStyle.ADDS_UP: {"penwidth": "0.8", "arrowhead": "empty"},
    LinkStyle.FEEDS_BACK: {"style": "dashed", "color": COLOURS["accent"].light},
}


def dot_source(view: StrategyMap) -> str:
    """The DOT text that Graphviz is given, and that ``bsc map -o FILE.dot`` writes.

    Card number 3 is the node ``card3`` and link number 5 has the id ``link5``, both counted from 0
    in the order of the map; ``row1`` is the title of the lane that row 1 belongs to.
    """
    graph = Digraph("strategy_map", graph_attr=_graph(view), node_attr=_nodes(), edge_attr=_edges())
    rows = rows_of(view)
    names = {card.id: f"card{number}" for number, card in enumerate(view.cards)}
    _add_titles(graph, view, rows)
    for place, row in enumerate(rows):
        _add_row(graph, place, row, names)
    numbers = row_numbers(rows)
    for number, link in enumerate(view.links):
        _add_link(graph, f"link{number}", link, names, rises=rises(link, numbers))
    return str(graph.source)


def _graph(view: StrategyMap) -> dict[str, str]:
    return {
        "rankdir": "TB",
        "ranksep": str(ROW_GAP),
        "nodesep": str(CARD_GAP),
        "label": _label(filter(None, (view.title, view.review, view.shown))),
        "labelloc": "t",
        "fontname": "Helvetica",
        "fontsize": "20",
        "outputorder": "edgesfirst",
    }


def _nodes() -> dict[str, str]:
    return {
        "shape": "box",
        "style": "filled,rounded",
        "fixedsize": "true",
        "fontname": "Helvetica",
        "fontsize": "11",
    }


def _edges() -> dict[str, str]:
    return {"color": COLOURS["quiet"].light, "arrowsize": "0.8"}


def _add_titles(graph: Digraph, view: StrategyMap, rows: Sequence[Row]) -> None:
    """A column of lane titles, which holds the rows in their order."""
    for place, row in enumerate(rows):
        lane = view.lanes[row.lane]
        title = lane_title(lane)
        words = (*title.name_lines, *title.question_lines) if row.is_first_of_lane else ()
        graph.node(
            f"row{place}",
            label=_label(words),
            shape="plaintext",
            style="",
            width=_inches(MARGIN_WIDTH),
            height=_inches(title.height if row.is_first_of_lane else 1.0),
        )
        if place:
            graph.edge(f"row{place - 1}", f"row{place}", style="invis", weight="100")


def _add_row(graph: Digraph, place: int, row: Row, names: dict[str, str]) -> None:
    with graph.subgraph(graph_attr={"rank": "same"}) as rank:
        rank.node(f"row{place}")
        for card in row.cards:
            rank.node(
                names[card.id],
                label=_label(_words(card)),
                width=_inches(CARD_WIDTH),
                height=_inches(row_height(row.cards)),
                **_colours(card),
            )


def _words(card: Card) -> Iterable[str]:
    yield from card_box(card).lines
    if card.status is not None:
        yield f"{card.standing}, {card.known}"
    if card.owner:
        yield fitted(card.owner, CARD_WIDTH - 2 * CARD_PADDING, DETAIL_SIZE)


def _colours(card: Card) -> dict[str, str]:
    if card.status is None:
        return {"fillcolor": COLOURS["surface"].light, "color": COLOURS["quiet"].light}
    paint = STATUS_PAINTS[card.status]
    return {"fillcolor": paint.tint.light, "color": paint.ink.light}


def _add_link(
    graph: Digraph, id: str, link: MapLink, names: dict[str, str], *, rises: bool
) -> None:
    """The link from its upper end to its lower one, so that ranks are never turned around."""
    upper, lower = (link.effect, link.cause) if rises else (link.cause, link.effect)
    style = dict(_LINES[link.style])
    head = style.pop("arrowhead", "normal")
    ends = {"dir": "back", "arrowtail": head} if rises else {"arrowhead": head}
    graph.edge(names[upper], names[lower], id=id, **ends, **style)


def _label(lines: Iterable[str]) -> str:
    """Lines below each other, shown as they are: no markup, no entities, no escapes of Graphviz."""
    shown = (escape(_ENTITY.sub("&amp;", line)) for line in lines)
    # The type of the result, not its text, keeps Graphviz's package from reading it as markup.
    label: str = nohtml("\\n".join(shown))
    return label


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS_PER_INCH:.4f}"
