"""A picture as PNG, with the bundled typeface and, where that lacks a character, the system's."""

from __future__ import annotations

from importlib.resources import as_file, files

from resvg_py import svg_to_bytes

from bscli.layout.measure import is_bundled
from bscli.renderers.svg import element, text

FAMILY = "Scorecard Sans"
FONTS = ("scorecard-sans-regular.ttf", "scorecard-sans-bold.ttf")
SCALE = 2
"""Pixels of the PNG for each pixel of the SVG: sharp on paper and on fine screens."""

MOST_PIXELS = 40_000_000
MOST_TRIED = 1000
UNASSIGNED = "\U000ffffe"
"""A character that no typeface has, to see what one that is missing looks like."""


def render(svg: str, width: float, height: float) -> bytes:
    """The picture of an SVG of that size, twice as fine unless it would become too large."""
    scale = min(SCALE, (MOST_PIXELS / (width * height)) ** 0.5)
    return _drawn(svg, scale)


def missing_characters(content: str) -> tuple[str, ...]:
    """The characters of a text that no typeface on this machine has, in order of appearance."""
    foreign = dict.fromkeys(sign for sign in content if not is_bundled(sign))
    if not foreign:
        return ()
    blank = _sample(UNASSIGNED)
    return tuple(sign for sign in list(foreign)[:MOST_TRIED] if _sample(sign) == blank)


def _sample(sign: str) -> bytes:
    sheet = element(
        "svg",
        text(sign, x=4.0, y=30.0, font_size=24.0, font_family=FAMILY),
        xmlns="http://www.w3.org/2000/svg",
        width=60.0,
        height=40.0,
    )
    return _drawn(sheet, 1)


def _drawn(svg: str, scale: float) -> bytes:
    with as_file(files("bscli.layout.fonts")) as folder:
        return bytes(
            svg_to_bytes(
                svg_string=svg,
                zoom=scale,
                dpi=96,
                font_family=FAMILY,
                font_files=[str(folder / name) for name in FONTS],
            )
        )
