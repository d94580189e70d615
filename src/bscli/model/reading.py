"""How one scalar of the file becomes a typed value, or an error that names the rule it breaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from bscli.frequencies import Frequency
from bscli.model.document import CutOffScalar, MappingNode, Scalar
from bscli.model.misshape import (
    Misshape,
    describe,
    in_quotes,
    is_null,
    quoted,
    shape_error,
    shape_errors,
)
from bscli.model.numbers import NumberError, looks_numeric, read_number, read_percentage
from bscli.model.suggestions import meant_choice
from bscli.periods import Calendar

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.A)
LONGEST_ID = 64
KEY = "@key"
"""The name under which the key of an entry travels into the model that its body becomes."""

_YAML_WORDS = frozenset(["yes", "no", "on", "off", "true", "false"])
_YAML_NUMBER_OR_DATE = re.compile(
    r"[-+]?(?:0b[01_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?\d+)?)"
    r"|[-+]?\.[0-9_]+|[-+]?\.(?:inf|nan)|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?",
    re.I | re.A | re.S,
)
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What its parts must know of a scorecard to be read, and what its file is called."""

    scorecard_id: str = "scorecard"
    calendar: Calendar = field(default_factory=Calendar)
    frequency: Frequency = Frequency.MONTHLY


def defaults_of(info: ValidationInfo) -> Defaults:
    """The defaults that the loader hands to the models."""
    return info.context if isinstance(info.context, Defaults) else Defaults()


def scalar(node: object, wanted: str) -> str:
    """The node as a text; raises wrong-type where it is a list, a mapping or empty."""
    if isinstance(node, str) and not is_null(node):
        return node
    raise shape_error("wrong-type", f"is {describe(node)}; wanted is {wanted}")


def read_text(node: object) -> str:
    """A text; raises ambiguous-scalar where YAML would make something else of it."""
    if isinstance(node, MappingNode) and len(node) == 1 and not node.flow:
        _refuse_split(node)
    text = scalar(node, "a text")
    if isinstance(node, Scalar) and node.style == "":
        _refuse_ambiguous(node)
    return str(text)


def _refuse_split(node: MappingNode) -> None:
    """A text such as "- Growth: fast" is a mapping to YAML."""
    [(key, value)] = node.items()
    if isinstance(value, Scalar):
        message = "is split at its colon, which YAML takes for a key"
        raise shape_error("wrong-type", message, in_quotes(f"{key}: {value}"))


def is_ambiguous(text: str) -> bool:
    """Whether YAML reads the unquoted text as a boolean, a number or a date."""
    return text.lower() in _YAML_WORDS or _YAML_NUMBER_OR_DATE.fullmatch(text) is not None


def _refuse_ambiguous(node: Scalar) -> None:
    if isinstance(node, CutOffScalar):
        raise shape_error(
            "ambiguous-scalar",
            f"ends at {quoted(str(node))}, because YAML takes what follows for a comment",
            f"{in_quotes(node + node.rest)}; or begin the comment with a space after the #",
        )
    if is_ambiguous(node):
        kind = "a yes or no" if node.lower() in _YAML_WORDS else "a number or a date"
        message = f"is {node}, which YAML reads as {kind}"
        raise shape_error("ambiguous-scalar", message, in_quotes(node))


def read_id(node: object) -> str:
    """An id; raises invalid-id with a spelling that would do, or ambiguous-scalar."""
    text = scalar(node, "an id")
    if ID.fullmatch(text) and len(text) <= LONGEST_ID:
        if isinstance(node, Scalar) and node.style == "":
            _refuse_ambiguous(node)
        return str(text)
    better = suggested_id(text)
    raise shape_error(
        "invalid-id",
        f"is {quoted(text)}, which is no id: lower-case letters, digits and single hyphens, "
        f"beginning with a letter, at most {LONGEST_ID} characters",
        f'for example "{better}"' if better else None,
    )


def suggested_id(text: str) -> str | None:
    """The nearest text that is an id."""
    words = re.findall(r"[a-z0-9]+", text[:200].lower())
    candidate = "-".join(words).lstrip("0123456789-")[:LONGEST_ID].rstrip("-")
    return candidate or None


def read_reference(node: object) -> str:
    """An id of this scorecard, or ``scorecard.id`` of another."""
    text = scalar(node, "an id")
    parts = text.split(".")
    if len(parts) == 2 and all(map(ID.fullmatch, parts)):
        return str(text)
    return read_id(node)


def read_amount(node: object, *, percent: bool = False) -> float:
    """A finite number as a person reads it; raises bad-number or wrong-type."""
    text = scalar(node, "a number")
    try:
        return read_number(text, percent=percent)
    except NumberError as error:
        if not looks_numeric(text):
            raise shape_error(
                "wrong-type", f"is {quoted(text)}; wanted is a number", _instead_of_number(text)
            ) from None
        raise _bad_number(text, error) from None


def _instead_of_number(text: str) -> str | None:
    """What to write where somebody had no number to write."""
    if text.lower() in ("n/a", "na", "n.a.", "not applicable"):
        return "write n/a for a period that the KPI does not apply to"
    is_open = text.lower() in ("tbd", "tba", "-", "–", "?", "none", "missing")
    return "leave it empty while there is none" if is_open else None


def _bad_number(text: str, error: NumberError) -> PydanticCustomError:
    remedy = (
        f"write {error.suggestion}" if error.suggestion else "write a plain number such as 1250.5"
    )
    return shape_error("bad-number", f"is {quoted(text)}, which {error}", remedy)


def read_share(node: object) -> float:
    """A percentage with its sign, as a share of one."""
    text = scalar(node, "a percentage such as 45%")
    try:
        return read_percentage(text)
    except NumberError as error:
        rule = "bad-number" if text.strip().endswith("%") else "wrong-type"
        remedy = (
            f"write {error.suggestion}" if error.suggestion else "write a percentage such as 45%"
        )
        raise shape_error(rule, f"is {quoted(text)}, which {error}", remedy) from None


def read_progress(node: object) -> float:
    """A percentage from 0% to 100%, as a share of one."""
    share = read_share(node)
    if not 0 <= share <= 1:
        raise shape_error("invalid-value", f"is {quoted(str(node))}; allowed are 0% to 100%")
    return share


def read_weight(node: object) -> float:
    """A relative weight of zero or more; raises bad-weight where negative."""
    weight = read_amount(node)
    if weight < 0:
        raise shape_error(
            "bad-weight",
            f"is {node}; a weight cannot be negative",
            "write 0 to show it without counting it",
        )
    return weight


def read_money(node: object) -> float:
    """An amount of zero or more."""
    amount = read_amount(node)
    if amount < 0:
        raise shape_error("invalid-value", f"is {node}; allowed are amounts of zero or more")
    return amount


def read_decimals(node: object) -> int:
    """How many decimals to show, from 0 to 6."""
    text = scalar(node, "a whole number from 0 to 6")
    if re.fullmatch(r"[0-6]", text):
        return int(text)
    raise shape_error("invalid-value", f"is {quoted(text)}; allowed are whole numbers from 0 to 6")


def read_date(node: object) -> date:
    """A day of the calendar."""
    text = scalar(node, "a date such as 2026-04-30")
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.A):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        message = f"is {quoted(text)}; wanted is a day of the calendar, year first"
        raise shape_error("invalid-value", message, "write it as in 2026-04-30") from None


def choice(options: type[E]) -> Callable[[Any], E]:
    """A reader of one of the words of an enumeration; raises invalid-value that lists them."""

    def read(node: Any) -> E:
        text = scalar(node, "one of: " + ", ".join(options))
        try:
            return options(str(text))
        except ValueError:
            meant = meant_choice(text, options)
            message = f"is {quoted(text)}; allowed are: {', '.join(options)}"
            help = f'did you mean "{meant}"?' if meant else None
            raise shape_errors("invalid-value", [Misshape(message, help, meant=meant)]) from None

    return read
