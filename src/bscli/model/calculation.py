"""The key ``formula`` of a KPI: its reader, its JSON Schema, and what cannot stand beside it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from bscli.model.formula import Formula, FormulaError
from bscli.model.formula_parser import LONGEST, parse_formula
from bscli.model.measures import measure_in
from bscli.model.misshape import Misshape, is_null, shape_error, shape_errors
from bscli.model.reading import scalar


def refuse_two_sources(data: Any) -> None:
    """Raises invalid-value, at the second of the two, where a KPI is measured and calculated."""
    stated = [str(key) for key in data if key in ("actuals", "formula") and not is_null(data[key])]
    if len(stated) == 2:
        first, second = stated
        message = f"stands beside {first}, but a KPI is either measured or calculated"
        raise shape_errors("invalid-value", [Misshape(message, "keep one of the two", (second,))])


def _read_formula(node: Any, info: ValidationInfo) -> Formula:
    text = str(scalar(node, "an expression such as late-orders / all-orders * 100"))
    measure = measure_in(info)
    if measure.words:
        message = f"gives numbers, but the unit is {measure}"
        raise shape_error("formula-error", message, "give the KPI another unit, or actuals")
    try:
        return parse_formula(text)
    except FormulaError as error:
        wrong = Misshape(error.message, error.help, within=(error.offset, error.length))
        raise shape_errors("formula-error", [wrong]) from None


CalculatedFrom = Annotated[
    Formula | None,
    BeforeValidator(_read_formula),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST}),
]
