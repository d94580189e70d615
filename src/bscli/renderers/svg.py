"""SVG as text: elements whose attributes and texts are escaped, numbers as short as they can be."""

from __future__ import annotations

from html import escape

Attribute = str | float | None


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
    return element("text", escape(content, quote=False), **attributes)


def title(content: str) -> str:
    """The text equivalent of what it stands in."""
    return element("title", escape(content, quote=False))


def attribute(value: str | float) -> str:
    """A value as it stands between quotes."""
    return escape(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def points(pairs: tuple[tuple[float, float], ...]) -> str:
    """Coordinates as a polyline wants them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in pairs)
