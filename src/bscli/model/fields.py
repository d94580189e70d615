"""The kinds of value that keys hold, each with its reader and its JSON Schema."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from bscli.model.document import SequenceNode
from bscli.model.misshape import Misshape, describe, quoted, shape_error, shape_errors
from bscli.model.reading import (
    LONGEST_ID,
    read_amount,
    read_date,
    read_decimals,
    read_id,
    read_money,
    read_progress,
    read_reference,
    read_share,
    read_text,
    read_weight,
)

ID_PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
_DIGITS = r"(([0-9]+|[0-9]{1,3}(_[0-9]{3})+)(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?"

Json = dict[str, Any]

TEXT_SCHEMA: Json = {"type": "string", "minLength": 1}
ID_SCHEMA: Json = {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID}
REFERENCE_SCHEMA: Json = {"type": "string", "pattern": rf"^{ID_PATTERN}(\.{ID_PATTERN})?$"}
AMOUNT_SCHEMA: Json = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^[+-]?{_DIGITS}\s?%?$"}]
}
POSITIVE_SCHEMA: Json = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": rf"^\+?{_DIGITS}$"}]
}
SHARE_SCHEMA: Json = {"type": "string", "pattern": rf"^[+-]?{_DIGITS}\s?%$"}
DATE_SCHEMA: Json = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def items(node: Any) -> Any:
    """The items of a list; raises wrong-type where something else stands there."""
    if isinstance(node, (SequenceNode, list, tuple)):
        return list(node)
    shown = describe(node)
    remedy = f"write [{node}]" if isinstance(node, str) else None
    raise shape_error("wrong-type", f"is {shown}; wanted is a list", remedy)


def distinct_items(node: Any) -> Any:
    """The items of a list of ids; raises invalid-value for one that it names twice."""
    found = items(node)
    seen: set[str] = set()
    twice = []
    for position, item in enumerate(found):
        if isinstance(item, str) and item in seen:
            message = f"{quoted(item)} stands in the list twice"
            twice.append(Misshape(message, "keep one of the two", (position,)))
        elif isinstance(item, str):
            seen.add(item)
    if twice:
        raise shape_errors("invalid-value", twice)
    return found


Id = Annotated[str, BeforeValidator(read_id), WithJsonSchema(ID_SCHEMA)]
Text = Annotated[str, BeforeValidator(read_text), WithJsonSchema(TEXT_SCHEMA)]
Amount = Annotated[float, BeforeValidator(read_amount), WithJsonSchema(AMOUNT_SCHEMA)]
Money = Annotated[float, BeforeValidator(read_money), WithJsonSchema(POSITIVE_SCHEMA)]
Weight = Annotated[float, BeforeValidator(read_weight), WithJsonSchema(POSITIVE_SCHEMA)]
Share = Annotated[float, BeforeValidator(read_share), WithJsonSchema(SHARE_SCHEMA)]
Progress = Annotated[float, BeforeValidator(read_progress), WithJsonSchema(SHARE_SCHEMA)]
Decimals = Annotated[
    int,
    BeforeValidator(read_decimals),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 6}),
]
Day = Annotated[date, BeforeValidator(read_date), WithJsonSchema(DATE_SCHEMA)]
Reference = Annotated[str, BeforeValidator(read_reference), WithJsonSchema(REFERENCE_SCHEMA)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(distinct_items)]
References = Annotated[tuple[Reference, ...], BeforeValidator(distinct_items)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(items)]
