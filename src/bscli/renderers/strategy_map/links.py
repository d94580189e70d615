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
BAR_WIDTH = 2.2


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
        return _bar(end, (tip[0] - BAR_WIDTH * x, tip[1] - BAR_WIDTH * y), (x, y), stroke)
    left, right = _across(end, (x, y), HALF_HEAD)
    fill = "surface" if stroke.is_open else stroke.colour
    corners = points((left, tip, right))
    return element(
        "polygon", points=corners, stroke_width=1.0, **painted(fill=fill, stroke=stroke.colour)
    )


def _bar(end: Point, middle: Point, towards: Point, stroke: Stroke) -> str:
    """A bar just before the tip, with a stem from the end of the line."""
    shape = points((end, middle, *_across(middle, towards, HALF_BAR)))
    paint = painted(fill="none", stroke=stroke.colour)
    return element("polyline", points=shape, stroke_width=BAR_WIDTH, **paint)


def _across(middle: Point, towards: Point, half: float) -> tuple[Point, Point]:
    """The ends of a line through a point, square to a direction of length 1."""
    x, y = towards
    return (
        (middle[0] + half * y, middle[1] - half * x),
        (middle[0] - half * y, middle[1] + half * x),
    )
