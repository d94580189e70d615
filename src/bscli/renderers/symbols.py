"""The sign of each status as a shape, which is there whatever fonts a machine has."""

from __future__ import annotations

from bscli.renderers.paint import painted
from bscli.renderers.svg import element, points
from bscli.scoring.status import Status
from bscli.views.palette import STATUS_PAINTS

_DASHES = "2 2"


def status_symbol(status: Status, x: float, y: float, size: float) -> str:
    """The shape around a middle: a filled one for a result, a hollow one where there is none."""
    name = STATUS_PAINTS[status].name
    filled = painted(fill=name)
    hollow = painted(fill="none", stroke=name)
    half = size / 2
    if status is Status.GREEN:
        return element("circle", cx=x, cy=y, r=half, **filled)
    if status is Status.AMBER:
        triangle = ((x, y - half), (x + half, y + half * 0.85), (x - half, y + half * 0.85))
        return element("polygon", points=points(triangle), **filled)
    if status is Status.RED:
        side = size * 0.9
        return element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, **filled)
    if status is Status.UNSCORED:
        diamond = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        return element("polygon", points=points(diamond), stroke_width=1.5, **hollow)
    if status is Status.NOT_APPLICABLE:
        return element("line", x1=x - half, y1=y, x2=x + half, y2=y, stroke_width=2.0, **hollow)
    dashes = _DASHES if status is Status.NOT_DUE else None
    r = half - 0.75
    return element("circle", cx=x, cy=y, r=r, stroke_width=1.5, stroke_dasharray=dashes, **hollow)
