"""Links as lines with a head: what a link says shows in its stroke and its head, not its colour."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from bscli.layout.placed import PlacedLink, Point
from bscli.renderers.paint import painted
from bscli.renderers.svg import element, number, points, title
from bscli.views.strategy_map import LinkStyle


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a kind of link is drawn; a blunt head is a bar across the end."""

    colour: str
    width: float
    dashes: str | None = None
    is_blunt: bool = False
    is_open: bool = False


STROKES = {
    LinkStyle.RAISES: Stroke("quiet", 1.6),
    LinkStyle.LOWERS: Stroke("quiet", 1.6, "2 4", is_blunt=True),
    LinkStyle.ADDS_UP: Stroke("quiet", 1.0, is_open=True),
    LinkStyle.FEEDS_BACK: Stroke("accent", 1.6, "8 5"),
}

HALF_HEAD = 4.0
HALF_BAR = 6.0


def render(placed: PlacedLink) -> str:
    """A link with its reason as the text equivalent."""
    link = placed.link
    return element(
        "g",
        title(link.description),
        *line(placed.curve, placed.tip, STROKES[link.style]),
        class_="link is-feedback" if link.style is LinkStyle.FEEDS_BACK else "link",
        data_cause=link.cause,
        data_effect=link.effect,
    )


def line(curve: tuple[Point, ...], tip: Point, stroke: Stroke) -> tuple[str, str]:
    """The line along its curve, and the head that ends at the tip."""
    path = element(
        "path",
        d=_path(curve),
        stroke_width=stroke.width,
        stroke_dasharray=stroke.dashes,
        **painted(fill="none", stroke=stroke.colour),
    )
    return path, _head(curve[-1], tip, stroke)


def _path(curve: tuple[Point, ...]) -> str:
    start, *rest = (f"{number(x)} {number(y)}" for x, y in curve)
    return f"M{start}C{' '.join(rest)}"


def _head(end: Point, tip: Point, stroke: Stroke) -> str:
    """A head from the end of the line to the tip."""
    away = hypot(tip[0] - end[0], tip[1] - end[1]) or 1.0
    x, y = (tip[0] - end[0]) / away, (tip[1] - end[1]) / away
    if stroke.is_blunt:
        left, right = (
            (end[0] + side * HALF_BAR * y, end[1] - side * HALF_BAR * x) for side in (1, -1)
        )
        bar = painted(fill="none", stroke=stroke.colour)
        return element("polyline", points=points((left, right)), stroke_width=2.4, **bar)
    left, right = (
        (end[0] + side * HALF_HEAD * y, end[1] - side * HALF_HEAD * x) for side in (1, -1)
    )
    fill = "surface" if stroke.is_open else stroke.colour
    corners = points((left, tip, right))
    return element(
        "polygon", points=corners, stroke_width=1.0, **painted(fill=fill, stroke=stroke.colour)
    )
