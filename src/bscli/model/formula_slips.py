"""What is wrong where no part of a formula begins or goes on."""

from __future__ import annotations

from bscli.model.formula import FormulaError, Token, TokenKind
from bscli.model.misshape import quoted


def wrong(token: Token, message: str, help: str | None = None) -> FormulaError:
    """The error that a piece of a formula makes."""
    return FormulaError(message, token.offset, len(token.text), help)


def unexpected(token: Token, before: Token | None) -> FormulaError:
    """The error of a piece that cannot stand behind the one before it."""
    if before is None and token.kind is TokenKind.END:
        return wrong(token, "is empty")
    if before is not None and (before.kind is not TokenKind.SIGN or before.text == ")"):
        return _behind_a_number(token, before)
    if before is not None and token.kind is TokenKind.END:
        return wrong(before, f"ends with {quoted(before.text)}", "write what follows it")
    return wrong(token, f"has {quoted(token.text)} where a KPI or a number should stand")


def _behind_a_number(token: Token, before: Token) -> FormulaError:
    if token.text == ")":
        return wrong(token, 'has a ")" without a "("')
    if token.text == ",":
        help = "write 1.5 for one and a half, 1000 for a thousand"
        return wrong(token, "has a comma outside of a function", help)
    message = f"has no operator between {quoted(before.text)} and {quoted(token.text)}"
    return wrong(token, message, "write +, -, * or / between them")
