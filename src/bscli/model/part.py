"""What every part of a scorecard has in common: frozen, closed, and keyed by its id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from bscli.model.document import MappingNode, SequenceNode
from bscli.model.fields import ID_SCHEMA, Id, Json, Text, Texts, distinct_items
from bscli.model.misshape import Misshape, describe, is_null, shape_error, shape_errors
from bscli.model.reading import KEY


class Part(BaseModel):
    """A mapping of the file with known keys; a key without a value counts as left out."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,  # the scorecard builds the validators of all its parts, once
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        """The schema of the details: the key stands outside of them."""
        own = handler.resolve_ref_schema(handler(schema))
        own.get("properties", {}).pop(KEY, None)
        required = [name for name in own.pop("required", []) if name != KEY]
        for name in set(own.get("properties", {})) - set(required):
            own["properties"][name] = _or_nothing(own["properties"][name])
        return {**own, **({"required": required} if required else {})}

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            raise shape_error(
                "wrong-type", f"is {describe(data)}; wanted is a mapping (key: value)"
            )
        known = keys_of(cls)
        return {key: node for key, node in data.items() if key not in known or not is_null(node)}


def _or_nothing(schema: Json) -> Json:
    """A schema that lets a key stand without a value, as if it were left out."""
    about: Json = {
        key: schema[key] for key in ("title", "description", "examples") if key in schema
    }
    rest = {key: schema[key] for key in schema if key not in (*about, "default")}
    choices = rest["anyOf"] if list(rest) == ["anyOf"] else [rest]
    nothing = {"type": "null"}
    return {**about, "anyOf": choices if nothing in choices else [*choices, nothing]}


class DescribedPart(Part):
    """A part that can be explained, linked to documents and annotated by period."""

    description: Text | None = Field(None, description="What it means, in Markdown.")
    see: Texts = Field(
        (),
        description="Documents, OKRs or tickets to read next to it, as Markdown links.",
        examples=[["[Q3 OKRs](https://example.com/okr/42)"]],
    )


class KeyedPart(DescribedPart):
    """An entry of a mapping whose key is its id."""

    id: Id = Field(alias=KEY)


@lru_cache
def keys_of(part: type[BaseModel]) -> frozenset[str]:
    """The keys that a part may have in the file."""
    return frozenset(field.alias or name for name, field in part.model_fields.items())


@dataclass(frozen=True)
class Keyed:
    """Marks a tuple of parts that the file writes as a mapping from key to details."""

    read: Callable[[Any], Any]
    keys: Json = field(default_factory=lambda: ID_SCHEMA)
    ids_may_stand_alone: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        details = handler(schema)["items"]
        mapping: Json = {
            "type": "object",
            "propertyNames": self.keys,
            "additionalProperties": {"anyOf": [details, {"type": "null"}]},
        }
        if not self.ids_may_stand_alone:
            return mapping
        return {"anyOf": [mapping, {"type": "array", "items": self.keys}]}


def entries(node: Any) -> Any:
    """The bodies of a mapping's entries, each with its key inside, in the order of the file."""
    if isinstance(node, MappingNode):
        return [_with_key(key, body) for key, body in node.items()]
    if isinstance(node, SequenceNode) or not isinstance(node, (list, tuple)):
        message = f"is {describe(node)}; wanted are ids, each with a colon and its details"
        raise shape_error("wrong-type", message, "write an-id: and its details below it, indented")
    return node


def entries_or_ids(node: Any) -> Any:
    """Like ``entries``; the ids alone may stand as a list."""
    if isinstance(node, str):
        message = f"is {describe(node)}; wanted is a list of ids, or ids with their details"
        raise shape_error("wrong-type", message, f"write [{node[:80]}]")
    return ids(node) if isinstance(node, SequenceNode) else entries(node)


def ids(node: SequenceNode) -> list[dict[str, Any]]:
    """Entries without details, from a list of their ids."""
    detailed = [place for place, item in enumerate(node) if isinstance(item, MappingNode)]
    if detailed:
        help = "write it without the dash, as an-id: {because: ...}"
        message = "has details, which an item of a list cannot have"
        raise shape_errors("wrong-type", [Misshape(message, help, (place,)) for place in detailed])
    return [{KEY: item} for item in distinct_items(node)]


def _with_key(key: str, body: Any) -> Any:
    if is_null(body):
        return {KEY: key}
    if not isinstance(body, MappingNode):
        return body
    if KEY in body:
        raise shape_errors("unknown-key", [Misshape("is no key", None, (key, KEY))])
    return {**body, KEY: key}
