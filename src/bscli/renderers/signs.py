"""The sign of each status as a shape, which is there whatever fonts a machine has.

Shapes, not colours, tell them apart: filled ones are results, hollow ones say why there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from bscli.renderers.paint import painted
from bscli.renderers.svg import element, number
from bscli.scoring.status import Status
from bscli.views.palette import STATUS_PAINTS

SIZE = 9.0
"""About how wide and high every sign is, around the origin."""

STROKE = 1.5
_CIRCLE = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape as the data of a path; ``dots`` breaks its line up into dots."""

    path: str
    is_filled: bool = False
    dots: str | None = None


SIGNS = {
    Status.GREEN: Sign(_CIRCLE, is_filled=True),
    Status.AMBER: Sign("M0-4.6 4.8 3.8H-4.8z", is_filled=True),
    Status.RED: Sign("M-3.6-3.6h7.2v7.2h-7.2z", is_filled=True),
    Status.NO_DATA: Sign(_CIRCLE),
    Status.NOT_DUE: Sign(_CIRCLE, dots="0 3.14"),
    Status.NOT_APPLICABLE: Sign("M-4 0h8"),
    Status.UNSCORED: Sign("M0-4.6 4.6 0 0 4.6-4.6 0z"),
}


def mark(status: Status, transform: str | None = None) -> str:
    """The sign around the origin, in its colour, with a rim that lifts it off the ground."""
    own, ink = SIGNS[status], STATUS_PAINTS[status].name
    if own.is_filled:
        paint = painted(fill=ink, stroke="surface")
        return element("path", d=own.path, transform=transform, **paint)
    return element(
        "path",
        d=own.path,
        transform=transform,
        stroke_width=STROKE,
        **painted(fill="surface", stroke=ink),
        stroke_dasharray=own.dots,
        stroke_linecap="round" if own.dots else None,
    )


def mark_at(status: Status, x: float, y: float) -> str:
    """The sign around a point."""
    return mark(status, f"translate({number(x)} {number(y)})")
