"""What is wrong with a value, and the words for what stands there."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from bscli.model.document import MappingNode, SequenceNode

IN_QUOTES = "put it in quotes: "

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Misshape:
    """One thing that is wrong.

    ``tail`` leads from the field to the place, where that is deeper; ``meant`` is the value that
    was probably meant, with which reading goes on. Where ``kind`` is given, several of that kind
    in one mapping have one cause. ``within`` is the stretch of a text that is wrong, as its offset
    and its length.
    """

    message: str
    help: str | None = None
    tail: tuple[str | int, ...] = ()
    meant: str | None = None
    kind: str | None = None
    within: tuple[int, int] | None = None


def shape_error(rule: str, message: str, help: str | None = None) -> PydanticCustomError:
    """An error named after the rule that a value breaks."""
    return shape_errors(rule, [Misshape(message, help)])


def shape_errors(rule: str, misshapes: list[Misshape]) -> PydanticCustomError:
    """Several errors of one kind within one field; rule names are literals of the catalogue."""
    return PydanticCustomError(rule, "breaks a rule", {"misshapes": misshapes})


def in_quotes(text: str) -> str:
    """The advice to quote a text, with the text as it should be written."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{IN_QUOTES}"{escaped}"'


def is_null(node: object) -> bool:
    """Whether nothing stands there: an empty value, ``~`` or ``null``."""
    return isinstance(node, str) and node in _NULLS and getattr(node, "style", "") == ""


def describe(node: object) -> str:
    """What stands there, in the words of a person who writes lists and texts."""
    if isinstance(node, MappingNode):
        return "a mapping (key: value)"
    if isinstance(node, SequenceNode):
        return "a list"
    return "empty" if is_null(node) else quoted(str(node))


def quoted(text: str) -> str:
    """A text in double quotes, cut where it is too long for a message."""
    return f'"{text[:80]}…"' if len(text) > 80 else f'"{text}"'
