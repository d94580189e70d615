"""Draws a bullet graph: bands, a bar to the value, a tick at the target."""

from __future__ import annotations

from bscli.renderers.paint import painted
from bscli.renderers.signs import mark
from bscli.renderers.svg import element, number, title
from bscli.views.charts.bullet import Band, Bullet
from bscli.views.palette import STATUS_PAINTS

WIDTH, HEIGHT = 150, 22
MIDDLE = HEIGHT / 2
LEFT, RIGHT = 10, WIDTH - 10
"""The ends of the scale, with room for a sign on one of them, and an arrow that points beyond."""

BAND_HEIGHT, BAR_HEIGHT, TICK_HEIGHT = 14, 4, 20
GAP = 2
"""Between two bands, so that they are told apart without their colours."""

ARROW = "M6-3.5l3 3.5-3 3.5"


def render(bullet: Bullet) -> str:
    """The bullet graph as SVG, 150 by 22 px, with its text equivalent as title."""
    return element(
        "svg",
        title(bullet.text),
        *map(_band, bullet.bands),
        _bar(bullet),
        *map(_tick, bullet.targets),
        _value(bullet),
        role="img",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
    )


def _x(place: float) -> int:
    """A whole pixel, so that edges are sharp."""
    return LEFT + round(place * (RIGHT - LEFT))


def _band(band: Band) -> str:
    start, end = _x(band.start), _x(band.end)
    return element(
        "rect",
        x=start,
        y=MIDDLE - BAND_HEIGHT / 2,
        width=max(1, end - start - GAP),
        height=BAND_HEIGHT,
        **painted(fill=f"{STATUS_PAINTS[band.status].name}-tint"),
    )


def _bar(bullet: Bullet) -> str:
    if bullet.origin is None:
        return ""
    start = _x(bullet.origin)
    return element(
        "rect",
        x=start,
        y=MIDDLE - BAR_HEIGHT / 2,
        width=_x(bullet.value) - start,
        height=BAR_HEIGHT,
        **painted(fill="ink"),
    )


def _tick(place: float) -> str:
    top = MIDDLE - TICK_HEIGHT / 2
    return element(
        "rect", x=_x(place) - 1, y=top, width=2, height=TICK_HEIGHT, **painted(fill="ink")
    )


def _value(bullet: Bullet) -> str:
    place = f"translate({_x(bullet.value)} {number(MIDDLE)})"
    return mark(bullet.status, place) + (_arrow(bullet, place) if bullet.is_beyond else "")


def _arrow(bullet: Bullet, place: str) -> str:
    """Points out of the picture, at the end where the value is held."""
    turn = "scale(-1 1)" if bullet.value < 1 / 2 else ""
    paint = painted(fill="none", stroke="ink")
    return element("path", d=ARROW, transform=place + turn, stroke_width=1.5, **paint)
