"""The sign of each status as a shape, so that it is told apart without its colour."""

from __future__ import annotations

from bscli.renderers.paint import painted
from bscli.renderers.svg import element
from bscli.scoring.status import Status
from bscli.views.palette import STATUS_PAINTS

CIRCLE = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"
TRIANGLE = "M0-4.6 4.8 3.8H-4.8z"
SQUARE = "M-3.6-3.6h7.2v7.2h-7.2z"
DIAMOND = "M0-4.6 4.6 0 0 4.6-4.6 0z"
DASH = "M-4 0h8"

FILLED = {Status.GREEN: CIRCLE, Status.AMBER: TRIANGLE, Status.RED: SQUARE}
HOLLOW = {
    Status.NO_DATA: CIRCLE,
    Status.NOT_DUE: CIRCLE,
    Status.NOT_APPLICABLE: DASH,
    Status.UNSCORED: DIAMOND,
}


def mark(status: Status, transform: str | None = None) -> str:
    """The sign around the origin, about 9 px in size, with a rim that lifts it off the ground."""
    ink = STATUS_PAINTS[status].name
    if status in FILLED:
        paint = painted(fill=ink, stroke="surface")
        return element("path", d=FILLED[status], transform=transform, **paint)
    shape, paint = HOLLOW[status], painted(fill="surface", stroke=ink)
    dots = {"stroke_dasharray": "0 3.14", "stroke_linecap": "round"}
    extra = dots if status is Status.NOT_DUE else {}
    return element("path", d=shape, transform=transform, stroke_width=1.5, **paint, **extra)
