"""The strategy map as a Mermaid flow chart, which wikis and code hosts draw by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bscli.views.palette import COLOURS, STATUS_PAINTS
from bscli.views.strategy_map import Card, LinkStyle, StrategyMap
from bscli.views.tokens import STATUS_TOKENS

_ARROWS = {
    LinkStyle.RAISES: "-->",
    LinkStyle.LOWERS: "-.-x",
    LinkStyle.ADDS_UP: "---o",
    LinkStyle.FEEDS_BACK: "-.->",
}

_UNSAFE = re.compile(r"[^\w ,.'()/+\-]", re.ASCII)
_UNSAFE_IN_TITLE = frozenset('"\\%{}<>&`')

_DIRECTION = re.compile(r"direction(?=[\s\ufeff]+(?:TB|BT|RL|LR|TD))")
"""Mermaid takes these words for a statement wherever they stand, even within quotes."""

_BLOCK = re.compile(r"\d+[.)]|[-+*#>=~`|]")
"""What begins a list, a heading or a quotation in Markdown, as which Mermaid reads a label."""

_UNSEEN = "#8203;"
"""A space without width, after which nothing begins a block."""


def render(view: StrategyMap) -> str:
    """The flow chart with causes below their effects, and a word at links that do not raise."""
    names = {card.id: f"card{number}" for number, card in enumerate(view.cards)}
    return "\n".join([*_head(view), *_lanes(view, names), *_links(view, names), *_styles(view), ""])


def _head(view: StrategyMap) -> Iterator[str]:
    title = ", ".join(filter(None, (view.title, view.review, view.shown)))
    yield from ("---", f"title: {_quoted(title)}", "---", "flowchart BT")


def _lanes(view: StrategyMap, names: dict[str, str]) -> Iterator[str]:
    for number, lane in enumerate(view.lanes):
        if lane.cards:
            yield f'  subgraph lane{number}["{_label([lane.name])}"]'
            yield from (f"    {names[card.id]}{_box(card)}" for card in lane.cards)
            yield "  end"


def _box(card: Card) -> str:
    details = [card.owner]
    if card.status is not None:
        symbol = STATUS_TOKENS[card.status].symbol
        details = [f"{symbol} {card.standing}, {card.known}", card.owner]
    paint = f":::{STATUS_PAINTS[card.status].name}" if card.status is not None else ""
    return f'["{_label([card.name, *filter(None, details)])}"]{paint}'


def _links(view: StrategyMap, names: dict[str, str]) -> Iterator[str]:
    for link in view.links:
        word = "" if link.style is LinkStyle.RAISES else f'|"{link.style}"|'
        yield f"  {names[link.cause]} {_ARROWS[link.style]}{word} {names[link.effect]}"


def _styles(view: StrategyMap) -> Iterator[str]:
    ink = COLOURS["ink"].light
    for paint in dict.fromkeys(STATUS_PAINTS[status] for status in view.statuses):
        fill, stroke = paint.tint.light, paint.ink.light
        yield f"  classDef {paint.name} fill:{fill},stroke:{stroke},color:{ink}"


def _label(lines: Sequence[str]) -> str:
    """Lines below each other that Mermaid shows as they are."""
    start = _UNSEEN if _BLOCK.match(lines[0]) else ""
    return start + "<br/>".join(map(_safe, lines))


def _safe(content: str) -> str:
    """The text with all that could be markup written as its number."""
    numbered = _UNSAFE.sub(lambda sign: _numbered(sign[0]), content)
    return _DIRECTION.sub("direct#105;on", numbered)


def _numbered(sign: str) -> str:
    return sign if ord(sign) > 0x7F else f"#{ord(sign)};"


def _quoted(content: str) -> str:
    """The text as YAML quotes it; what older versions of Mermaid obey even there is escaped."""
    return f'"{"".join(map(_escaped, content))}"'


def _escaped(sign: str) -> str:
    if sign.isprintable() and sign not in _UNSAFE_IN_TITLE:
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
