"""The colours of pictures and pages, each for a light and a dark ground, written once."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.scoring.status import Status


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour as it is on a light ground and on a dark one."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Paint:
    """How a status looks: ``ink`` for signs and words, ``tint`` for areas behind text."""

    name: str
    ink: Colour
    tint: Colour


GREEN = Paint("green", Colour("#17723f", "#63d39a"), Colour("#e4f4ea", "#17362a"))
AMBER = Paint("amber", Colour("#965700", "#f3b755"), Colour("#fdf0d5", "#3d3014"))
RED = Paint("red", Colour("#b3261e", "#ff8f86"), Colour("#fce6e4", "#452022"))
UNKNOWN = Paint("unknown", Colour("#566272", "#a9b4c1"), Colour("#eef1f4", "#28313c"))

STATUS_PAINTS = {
    Status.GREEN: GREEN,
    Status.AMBER: AMBER,
    Status.RED: RED,
    Status.NO_DATA: UNKNOWN,
    Status.NOT_DUE: UNKNOWN,
    Status.NOT_APPLICABLE: UNKNOWN,
    Status.UNSCORED: UNKNOWN,
}

PAINTS = (GREEN, AMBER, RED, UNKNOWN)

NEUTRALS = {
    "ink": Colour("#17202b", "#e9eef3"),
    "quiet": Colour("#4a5665", "#b3bdc9"),
    "line": Colour("#d3dae2", "#39444f"),
    "ground": Colour("#f4f6f8", "#11161c"),
    "surface": Colour("#ffffff", "#1a2129"),
    "accent": Colour("#1b5a8a", "#7cc0ee"),
}

COLOURS: dict[str, Colour] = {
    **NEUTRALS,
    **{paint.name: paint.ink for paint in PAINTS},
    **{f"{paint.name}-tint": paint.tint for paint in PAINTS},
}
"""Every colour by the name that pictures and style sheets use."""
