"""The key ``data``: CSV files beside the scorecard, and how each of them is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from bscli.model.document import MappingNode
from bscli.model.fields import TEXT_SCHEMA, Json, Text, items
from bscli.model.misshape import quoted, shape_error
from bscli.model.part import Part
from bscli.model.reading import scalar

DECIMAL_SIGNS = (".", ",")
_NO_DELIMITER = '"\r\n'


class DataColumns(Part):
    """Under which headers the columns of a data file stand."""

    kpi: Text = Field("kpi", description="The column with the KPI's id.", examples=["Metric"])
    period: Text = Field("period", description="The column with the period.", examples=["Month"])
    value: Text = Field("value", description="The column with the value.", examples=["Result"])
    note: Text = Field("note", description="The column with notes.", examples=["Comment"])


def _read_delimiter(node: Any) -> str:
    text = str(scalar(node, 'one character such as ";"'))
    if len(text) == 1 and not text.isalnum() and text not in _NO_DELIMITER:
        return text
    message = f"is {quoted(text)}; wanted is one character that is no letter, digit or quote"
    raise shape_error("invalid-value", message, 'write ";" or, for a tab, "\\t"')


def _read_decimal(node: Any) -> str:
    text = str(scalar(node, 'a point (".") or a comma (",")'))
    if text in DECIMAL_SIGNS:
        return text
    raise shape_error("invalid-value", f'is {quoted(text)}; allowed are: "." and ","')


class DataFile(Part):
    """A CSV file with one row for each KPI and period."""

    file: Text = Field(description="Its path, relative to the scorecard.", examples=["actuals.csv"])
    columns: DataColumns = Field(
        DataColumns(), description="The headers of its columns; kpi, period, value, note."
    )
    delimiter: Annotated[
        str | None,
        BeforeValidator(_read_delimiter),
        WithJsonSchema({"type": "string", "minLength": 1, "maxLength": 1}),
    ] = Field(None, description="What stands between fields; seen from the header if left out.")
    decimal: Annotated[
        str, BeforeValidator(_read_decimal), WithJsonSchema({"enum": list(DECIMAL_SIGNS)})
    ] = Field(".", description="The decimal sign of its numbers.")


@dataclass(frozen=True)
class _PathsOrFiles:
    """Marks a list whose items may be a path alone, or a path with details."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_with_paths, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        listed = handler(schema)
        return {**listed, "items": {"anyOf": [TEXT_SCHEMA, listed["items"]]}}


def _with_paths(node: Any) -> Any:
    return [
        item if isinstance(item, (MappingNode, DataFile)) else {"file": item}
        for item in items(node)
    ]


DataFiles = Annotated[tuple[DataFile, ...], _PathsOrFiles()]
