"""Report pages for tests, and what stands in them."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

from bscli.cli.drawing import inline_map
from bscli.renderers.html.page import render
from bscli.views.report.report import report_of
from tests.builders import AS_OF, PERIOD, analysis_of

VOID = {"meta", "br", "hr", "link", "img", "input"}


def page_of(text: str | bytes, period: str = PERIOD, as_of: date = AS_OF) -> str:
    """The page of a scorecard, with its map."""
    analysis = analysis_of(text, period, as_of)
    scores = analysis.scores[0]
    drawn = inline_map(scores, analysis.graphs[0])
    view = report_of(analysis, scores, drawn.engine if drawn else "")
    return render(view, drawn.svg if drawn else "")


class Parsed(HTMLParser):
    """The elements of a page with their attributes, its texts, its ids and its headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.headings: list[int] = []
        self.parts: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        self.parts[inside] = self.parts.get(inside, "") + data
        if inside not in ("style", "script"):
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All that can be read."""
        return " ".join(" ".join(self.texts).split())

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        found = (attributes.get(attribute) for _, attributes in self.elements)
        return [value for value in found if value is not None]
