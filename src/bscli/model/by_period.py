"""The keys that hold values by period, as types with their readers and their JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from bscli.model.fields import AMOUNT_SCHEMA, TEXT_SCHEMA, Json
from bscli.model.measures import NOT_APPLICABLE, read_actual, read_level, read_value
from bscli.model.reading import read_text
from bscli.model.series import (
    Levels,
    Range,
    Series,
    by_period,
    by_period_or_one,
    read_period,
    read_period_of_actual,
    read_period_of_kpi,
    read_period_of_level,
    to_levels,
    to_series,
)

NOTES = "What to know about a period, in Markdown."

PERIOD_PATTERN = (
    "^((FY)?[0-9]{4}|[0-9]{4}/[0-9]{2}"
    "|[0-9]{4}-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-[0-9]{2})?|W[0-9]{2}))$"
)
PERIOD_SCHEMA: Json = {"type": "string", "pattern": PERIOD_PATTERN}

_WORDS: Json = {"enum": ["yes", "no", "green", "amber", "red"]}
_VALUE: Json = {"anyOf": [*AMOUNT_SCHEMA["anyOf"], _WORDS, {"type": "boolean"}]}
_RANGE: Json = {
    "type": "object",
    "properties": {"from": AMOUNT_SCHEMA, "to": AMOUNT_SCHEMA},
    "required": ["from", "to"],
    "additionalProperties": False,
}
_LEVEL: Json = {"anyOf": [*_VALUE["anyOf"], _RANGE]}


def _mapping_of(value: Json) -> Json:
    return {
        "type": "object",
        "patternProperties": {PERIOD_PATTERN: {"anyOf": [value, {"type": "null"}]}},
        "additionalProperties": False,
    }


@dataclass(frozen=True)
class _ByPeriod:
    """How a mapping is read: what may stand for it, its keys, its values, and what they become."""

    shape: Callable[[Any], Any]
    key: Callable[..., Any]
    value: Callable[..., Any]
    finish: Callable[[dict[Any, Any]], Any]
    json_schema: Json

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        mapping = core_schema.dict_schema(
            core_schema.with_info_plain_validator_function(self.key),
            core_schema.with_info_plain_validator_function(self.value),
        )
        shaped = core_schema.no_info_before_validator_function(self.shape, mapping)
        return core_schema.no_info_after_validator_function(self.finish, shaped)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        return dict(self.json_schema)


def _read_note(node: Any, info: Any) -> str:
    return read_text(node)


_ACTUALS = _mapping_of({"anyOf": [*_VALUE["anyOf"], {"const": NOT_APPLICABLE}]})
_LEVELS: Json = {"anyOf": [*_LEVEL["anyOf"], _mapping_of(_LEVEL)]}
_VALUES: Json = {"anyOf": [*_VALUE["anyOf"], _mapping_of(_VALUE)]}
_NOTES = _mapping_of(TEXT_SCHEMA)

Actuals = Annotated[
    Series[float | str],
    _ByPeriod(by_period, read_period_of_actual, read_actual, to_series, _ACTUALS),
]
Targets = Annotated[
    Levels[float | Range],
    _ByPeriod(by_period_or_one, read_period_of_level, read_level, to_levels, _LEVELS),
]
Baselines = Annotated[
    Levels[float],
    _ByPeriod(by_period_or_one, read_period_of_level, read_value, to_levels, _VALUES),
]
Notes = Annotated[Series[str], _ByPeriod(by_period, read_period, _read_note, to_series, _NOTES)]
NotesOfKpi = Annotated[
    Series[str], _ByPeriod(by_period, read_period_of_kpi, _read_note, to_series, _NOTES)
]
