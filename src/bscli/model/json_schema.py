"""The JSON Schema of the format, made from the models that read it."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from bscli.model.scorecard import Scorecard

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """Defaults that JSON cannot hold, such as an empty series, need no warning."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.ignored_warning_kinds: set[JsonSchemaWarningKind] = {"non-serializable-default"}


def scorecard_schema() -> dict[str, Any]:
    """The schema of a scorecard file, for editors and other validators."""
    schema = Scorecard.model_json_schema(schema_generator=_Generator)
    return {"$schema": DIALECT, **schema, "title": "Balanced scorecard, format version 1"}
