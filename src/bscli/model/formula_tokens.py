"""The pieces of a formula's text: numbers, names and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscli.model.formula import FormulaError, Token, TokenKind

_PIECE = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>(?:\d|\.\d)(?:[eE][+-]?\d+|[\w.%])*)"
    r"|(?P<name>[^\W\d]\w*(?:[-.]\w+)*)"
    r"|(?P<sign>[-+*/(),])"
)
_MEANT = {"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-", "—": "-", ";": ","}
_ALLOWED = "a formula has KPI ids, numbers, + - * / ( ), and sum mean min max abs"


def tokens_of(text: str) -> tuple[Token, ...]:
    """The pieces in their order, an END behind the last; raises FormulaError for a strange sign."""
    return (*_tokens(text), Token(TokenKind.END, "", len(text.rstrip())))


def _tokens(text: str) -> Iterator[Token]:
    place = 0
    while place < len(text):
        piece = _PIECE.match(text, place)
        if piece is None:
            raise _strange(text[place], place)
        if piece.lastgroup != "space":
            assert piece.lastgroup is not None
            yield Token(TokenKind(piece.lastgroup), piece[0], place)
        place = piece.end()


def _strange(sign: str, place: int) -> FormulaError:
    if sign == "%":
        message, help = "has a percent sign in it", "write 0.9 for 90%"
    elif sign in _MEANT:
        message, help = f'has "{sign}" in it', f"write {_MEANT[sign]}"
    else:
        message, help = f'has "{sign}" in it, which means nothing there', _ALLOWED
    return FormulaError(message, place, 1, help)
