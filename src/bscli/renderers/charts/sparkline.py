"""Draws a sparkline: values as a line, targets as a finer one, the last value as a sign."""

from __future__ import annotations

from collections.abc import Sequence

from bscli.renderers.charts.marks import mark
from bscli.renderers.charts.paths import path_of
from bscli.renderers.paint import painted
from bscli.renderers.svg import element, title
from bscli.views.charts.lines import Line, Point
from bscli.views.charts.sparkline import Sparkline

WIDTH, HEIGHT = 140, 30
GRAIN = 2
"""Coordinates are half pixels, so that whole numbers suffice."""

LEFT, RIGHT, TOP, BOTTOM = 4, 268, 10, 50
"""Where the fractions begin and end, with room for the sign of the last value."""


def render(sparkline: Sparkline) -> str:
    """The sparkline as SVG, 140 by 30 px, with its text equivalent as title."""
    x, y = _place(sparkline.end)
    lines = [run for run in sparkline.runs if len(run) > 1]
    dots = [run for run in sparkline.runs if len(run) == 1]
    return element(
        "svg",
        title(sparkline.text),
        _drawn(sparkline.targets, 1.5, "quiet"),
        _drawn(lines, 3, "ink"),
        _drawn(dots, 6, "ink"),
        mark(sparkline.status, f"translate({x} {y})scale({GRAIN})"),
        role="img",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH * GRAIN} {HEIGHT * GRAIN}",
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _drawn(lines: Sequence[Line], width: float, colour: str) -> str:
    if not lines:
        return ""
    path = path_of(map(_place, line) for line in lines)
    return element("path", d=path, stroke_width=width, **painted(fill="none", stroke=colour))


def _place(point: Point) -> tuple[int, int]:
    right, up = point
    return round(LEFT + right * (RIGHT - LEFT)), round(BOTTOM - up * (BOTTOM - TOP))
