"""A perspective: one way of looking at the organisation, and a lane of the strategy map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from bscli.model.by_period import NOTES, Notes
from bscli.model.document import Node, SequenceNode
from bscli.model.fields import Json, Text, Weight
from bscli.model.misshape import Misshape, describe, is_null, quoted, shape_errors
from bscli.model.part import Keyed, KeyedPart, entries, ids
from bscli.model.reading import KEY
from bscli.model.series import Series

CLASSIC: dict[str, tuple[str, str]] = {
    "financial": ("Financial", "How do we look to shareholders?"),
    "customer": ("Customer", "How do customers see us?"),
    "internal": ("Internal Process", "What must we excel at?"),
    "learning": ("Learning & Growth", "How will we sustain our ability to change and improve?"),
}
"""Kaplan and Norton's four perspectives: id, name and question."""


class Perspective(KeyedPart):
    """A lane of the strategy map; the first one in the file is the top."""

    name: Text = Field(description="Its name.", examples=["Customer"])
    question: Text | None = Field(
        None, description="The question that it answers.", examples=["How do customers see us?"]
    )
    owner: Text | None = Field(None, description="Who answers for it; inherited.")
    weight: Weight = Field(
        1.0, description="Its share within the scorecard; 0: shown, never counted."
    )
    notes: Notes = Field(Series(), description=NOTES)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        """The name is required only where the id is not a classic one."""
        own = super().__get_pydantic_json_schema__(schema, handler)
        return {name: value for name, value in own.items() if name != "required"}

    @model_validator(mode="before")
    @classmethod
    def _classic_names(cls, data: Any) -> Any:
        """A classic perspective needs neither name nor question."""
        if not isinstance(data, dict) or data.get(KEY) not in CLASSIC:
            return data
        name, question = CLASSIC[data[KEY]]
        given = {key: node for key, node in data.items() if not is_null(node)}
        return {"name": name, "question": question, **given}


@dataclass(frozen=True)
class KeyedPerspectives(Keyed):
    """Perspectives by id: classic ones need no name, and may stand as a list of their ids."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        details = handler(schema)["items"]
        mapping: Json = {
            "type": "object",
            "propertyNames": self.keys,
            "properties": {id: {"anyOf": [details, {"type": "null"}]} for id in CLASSIC},
            "additionalProperties": {"allOf": [details, {"required": ["name"]}]},
        }
        return {"anyOf": [mapping, {"type": "array", "items": {"enum": list(CLASSIC)}}]}


def read_perspectives(node: Any) -> Any:
    """The perspectives of a mapping, or the classic ones that a list names."""
    if not isinstance(node, SequenceNode):
        return entries(node)
    unknown = [
        _not_classic(place, item) for place, item in enumerate(node) if not _is_classic(item)
    ]
    if unknown:
        raise shape_errors("invalid-value", unknown)
    return ids(node)


def _is_classic(item: Node) -> bool:
    return isinstance(item, str) and str(item) in CLASSIC


def _not_classic(place: int, item: Node) -> Misshape:
    allowed = f"in a list, allowed are: {', '.join(CLASSIC)}"
    if not isinstance(item, str):
        return Misshape(f"is {describe(item)}; {allowed}", None, (place,))
    help = f"give it a name, as in {item}: {{name: ...}}"
    return Misshape(
        f"is {quoted(item)}, which is no classic perspective; {allowed}", help, (place,)
    )


def classic() -> tuple[Perspective, ...]:
    """The four classic perspectives, financial on top."""
    return tuple(Perspective.model_validate({KEY: id}) for id in CLASSIC)
