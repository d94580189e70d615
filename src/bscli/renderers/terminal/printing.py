"""What rich can print as plain text of a width, in colour or not."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType

MOST_ROWS = 1000
"""Nobody reads a longer table on a screen."""


def printed(parts: Iterable[RenderableType], *, width: int, in_colour: bool) -> str:
    """The parts below each other, without blanks at the ends of lines."""
    target = StringIO()
    console = Console(
        file=target,
        width=width,
        height=MOST_ROWS,  # with a size of its own it reads none from the environment
        force_terminal=in_colour,
        no_color=not in_colour,
        color_system="standard" if in_colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in target.getvalue().rstrip().splitlines())
