"""What stands around the map: the heading above it and the legend below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bscli.layout.measure import LINE_SPACE, text_width, wrapped
from bscli.renderers.signs import SIZE, mark_at
from bscli.renderers.strategy_map.cards import lines
from bscli.renderers.strategy_map.links import STROKES, line
from bscli.views.strategy_map import StrategyMap
from bscli.views.tokens import STATUS_TOKENS

TITLE_SIZE, VISION_SIZE, REVIEW_SIZE = 22.0, 14.0, 13.0
LINE_GAP = 4.0
LEGEND_SIZE = 12.0
LEGEND_LINE = 22.0
LEGEND_GAP = 22.0
SAMPLE = 34.0
"""The length of a sample line in the legend."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something drawn from its own top left corner, and how high it is."""

    svg: str
    height: float


def heading(view: StrategyMap, width: float) -> Block:
    """Whose map it is, the vision, and the review that its results are of."""
    drawn, y = "", 0.0
    review = " · ".join(filter(None, (view.review, view.shown)))
    for text, size, colour, bold in (
        (view.title, TITLE_SIZE, "ink", True),
        (view.vision, VISION_SIZE, "ink", False),
        (review, REVIEW_SIZE, "quiet", False),
    ):
        broken = wrapped(text, width, size, bold=bold)
        drawn += lines(broken, 0.0, y, size, colour, bold=bold)
        y += len(broken) * size * LINE_SPACE + (LINE_GAP if broken else 0.0)
    return Block(drawn, y)


def legend(view: StrategyMap, width: float) -> Block:
    """What signs and lines mean, as far as they occur."""
    drawn, x, y = "", 0.0, 0.0
    for entry in _entries(view):
        if x and x + entry.width > width:
            x, y = 0.0, y + LEGEND_LINE
        drawn += entry.at(x, y)
        x += entry.width + LEGEND_GAP
    return Block(drawn, y + LEGEND_LINE if drawn else 0.0)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sample with its word."""

    word: str
    sample: str
    sample_width: float

    @property
    def width(self) -> float:
        return self.sample_width + 7 + text_width(self.word, LEGEND_SIZE)

    def at(self, x: float, y: float) -> str:
        top = y + (LEGEND_LINE - LEGEND_SIZE * LINE_SPACE) / 2
        word = lines((self.word,), self.sample_width + 7, top - y, LEGEND_SIZE, "quiet")
        return f'<g transform="translate({x:.1f} {y:.1f})">{self.sample}{word}</g>'


def _entries(view: StrategyMap) -> Iterator[_Entry]:
    middle = LEGEND_LINE / 2
    for status in view.statuses:
        sign = mark_at(status, SIZE / 2, middle)
        yield _Entry(STATUS_TOKENS[status].word, sign, SIZE)
    for style in view.styles:
        start, end, tip = (0.0, middle), (SAMPLE - 8, middle), (SAMPLE, middle)
        sample = "".join(line((start, start, end, end), tip, STROKES[style]))
        yield _Entry(style.value, sample, SAMPLE)
