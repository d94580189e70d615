"""The strategy map as a Mermaid flow chart, which wikis and code hosts draw by themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

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


def render(view: StrategyMap) -> str:
    """The flow chart with causes below their effects, and a word at links that do not raise."""
    names = {card.id: f"card{number}" for number, card in enumerate(view.cards)}
    return "\n".join([*_head(view), *_lanes(view, names), *_links(view, names), *_styles(view), ""])


def _head(view: StrategyMap) -> Iterator[str]:
    title = ", ".join(filter(None, (view.title, view.review)))
    yield from ("---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "flowchart BT")


def _lanes(view: StrategyMap, names: dict[str, str]) -> Iterator[str]:
    for number, lane in enumerate(view.lanes):
        if lane.cards:
            yield f'  subgraph lane{number}["{_safe(lane.name)}"]'
            yield from (f"    {names[card.id]}{_box(card)}" for card in lane.cards)
            yield "  end"


def _box(card: Card) -> str:
    details = [card.owner]
    if card.status is not None:
        token = STATUS_TOKENS[card.status]
        standing = " ".join(filter(None, (token.symbol, token.word, card.score)))
        details = [f"{standing}, {card.known}", card.owner]
    label = "<br/>".join(_safe(line) for line in (card.name, *details) if line)
    paint = f":::{STATUS_PAINTS[card.status].name}" if card.status is not None else ""
    return f'["{label}"]{paint}'


def _links(view: StrategyMap, names: dict[str, str]) -> Iterator[str]:
    for link in view.links:
        word = "" if link.style is LinkStyle.RAISES else f'|"{link.style}"|'
        yield f"  {names[link.cause]} {_ARROWS[link.style]}{word} {names[link.effect]}"


def _styles(view: StrategyMap) -> Iterator[str]:
    ink = COLOURS["ink"].light
    for paint in dict.fromkeys(STATUS_PAINTS[status] for status in view.statuses):
        fill, stroke = paint.tint.light, paint.ink.light
        yield f"  classDef {paint.name} fill:{fill},stroke:{stroke},color:{ink}"


def _safe(content: str) -> str:
    """Text that Mermaid shows as it is: all that could be markup is written as its number."""
    return _UNSAFE.sub(lambda sign: _numbered(sign[0]), content)


def _numbered(sign: str) -> str:
    return sign if ord(sign) > 0x7F else f"#{ord(sign)};"
