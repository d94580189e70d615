"""Draws a sparkline: values as a line, targets as a finer one, the usual range, signals ringed."""

from __future__ import annotations

from collections.abc import Sequence

from bscli.renderers.charts.paths import path_of
from bscli.renderers.paint import painted
from bscli.renderers.signs import mark
from bscli.renderers.svg import element, title
from bscli.views.charts.lines import Line, Point
from bscli.views.charts.sparkline import Sparkline

WIDTH, HEIGHT = 140, 30
GRAIN = 2
"""Coordinates are half pixels, so that whole numbers suffice."""

LEFT, RIGHT, TOP, BOTTOM = 6, 268, 11, 49
"""Where the fractions begin and end, with room for the sign of the last value."""

RING, WIDE_RING = 4, 9.5
"""The radius of the ring that marks a signal, and of one around the sign of the last value."""


def render(sparkline: Sparkline) -> str:
    """The sparkline as SVG, 140 by 30 px, with its text equivalent as title."""
    x, y = _place(sparkline.end)
    lines = [run for run in sparkline.runs if len(run) > 1]
    dots = [run for run in sparkline.runs if len(run) == 1]
    return element(
        "svg",
        title(sparkline.text),
        _band(sparkline),
        _drawn(sparkline.targets, 1.5, "quiet"),
        _drawn(lines, 3, "ink"),
        _drawn(dots, 6, "ink"),
        *(_ring(signal) for signal in sparkline.signals if signal != sparkline.end),
        mark(sparkline.status, f"translate({x} {y})scale({GRAIN})"),
        _wide_ring(x, y) if sparkline.end in sparkline.signals else "",
        role="img",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH * GRAIN} {HEIGHT * GRAIN}",
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _band(sparkline: Sparkline) -> str:
    """The usual range as a pale ground."""
    if sparkline.band is None:
        return ""
    (left, bottom), (right, top) = map(_place, sparkline.band)
    size = {"width": right - left, "height": max(bottom - top, 1)}
    return element("rect", x=left, y=top, **size, **painted(fill="unknown-tint"))


def _ring(signal: Point) -> str:
    x, y = _place(signal)
    ring = painted(fill="surface", stroke="ink")
    return element("circle", cx=x, cy=y, r=RING, stroke_width=2, **ring)


def _wide_ring(x: int, y: int) -> str:
    ring = painted(fill="none", stroke="ink")
    return element("circle", cx=x, cy=y, r=WIDE_RING, stroke_width=1.5, **ring)


def _drawn(lines: Sequence[Line], width: float, colour: str) -> str:
    if not lines:
        return ""
    path = path_of(map(_place, line) for line in lines)
    return element("path", d=path, stroke_width=width, **painted(fill="none", stroke=colour))


def _place(point: Point) -> tuple[int, int]:
    right, up = point
    return round(LEFT + right * (RIGHT - LEFT)), round(BOTTOM - up * (BOTTOM - TOP))
