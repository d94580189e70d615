"""SVG as text: elements whose attributes and texts are escaped, numbers as short as they can be."""

from __future__ import annotations

import re
from html import escape

Attribute = str | float | None

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """An element with children that are SVG already.

    Attributes are escaped; one that is None is left out, ``class_`` is written ``class`` and
    ``stroke_width`` is written ``stroke-width``.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def text(content: str, **attributes: Attribute) -> str:
    """A text element; whatever its content holds is shown, never obeyed."""
    return element("text", _content(content), **attributes)


def title(content: str) -> str:
    """The text equivalent of what it stands in."""
    return element("title", _content(content))


def attribute(value: str | float) -> str:
    """A value as it stands between quotes."""
    return escape(_storable(value)) if isinstance(value, str) else number(value)


def _content(text: str) -> str:
    return escape(_storable(text), quote=False)


def _storable(text: str) -> str:
    """The text without the few characters that no XML may hold, not even escaped."""
    return _NOT_IN_XML.sub(_REPLACEMENT, text)


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def points(pairs: tuple[tuple[float, float], ...]) -> str:
    """Coordinates as a polyline wants them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in pairs)
