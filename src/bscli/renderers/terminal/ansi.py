"""Colour for plain text, or none."""

from __future__ import annotations

from dataclasses import dataclass

_CODES = {"red": "31", "yellow": "33", "green": "32", "blue": "34", "default": "39"}


@dataclass(frozen=True, slots=True)
class Painter:
    """Paints text where colour is wanted, and leaves it alone where not."""

    in_colour: bool

    def paint(self, text: str, colour: str) -> str:
        """The text in a colour."""
        return self._wrapped(text, _CODES[colour])

    def bold(self, text: str) -> str:
        """The text in bold."""
        return self._wrapped(text, "1")

    def dim(self, text: str) -> str:
        """The text in faint type."""
        return self._wrapped(text, "2")

    def _wrapped(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.in_colour and text else text
