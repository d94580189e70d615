"""Colours in pictures: as attributes that stand alone, with classes that a page can restyle."""

from __future__ import annotations

from bscli.views.palette import COLOURS, Colour


def painted(*, fill: str | None = None, stroke: str | None = None) -> dict[str, str]:
    """The attributes for named colours: ``none`` is no colour, None says nothing about it."""
    wanted = {"fill": fill, "stroke": stroke}
    given = {kind: name for kind, name in wanted.items() if name is not None}
    values = {kind: _value(name) for kind, name in given.items()}
    classes = [f"{kind}-{name}" for kind, name in given.items() if name != "none"]
    return {**values, "class_": " ".join(classes)} if classes else values


def style_rules() -> str:
    """The style sheet that gives the classes the colours of the page: light, dark and print."""
    rules = "".join(
        f".fill-{name}{{fill:var(--{name})}}.stroke-{name}{{stroke:var(--{name})}}"
        for name in COLOURS
    )
    light, dark = (_variables(ground) for ground in ("light", "dark"))
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{rules}"
    )


def _variables(ground: str) -> str:
    return "".join(f"--{name}:{_on(colour, ground)};" for name, colour in COLOURS.items())


def _on(colour: Colour, ground: str) -> str:
    return colour.dark if ground == "dark" else colour.light


def _value(name: str) -> str:
    return "none" if name == "none" else COLOURS[name].light
