"""A length of time as people say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from bscli.model.misshape import quoted, shape_error
from bscli.model.reading import scalar

_DURATION = re.compile(r"(\d{1,4}) (day|week|month|quarter|year)s?", re.A)


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of units; ``unit`` is in the singular."""

    count: int
    unit: str

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


def read_duration(node: Any) -> Duration:
    """A whole number and a unit, such as "2 quarters"; raises invalid-value."""
    text = scalar(node, "a duration such as 2 quarters")
    match = _DURATION.fullmatch(text)
    if match is None:
        message = (
            f"is {quoted(text)}; wanted is a whole number and one of: "
            "days, weeks, months, quarters, years"
        )
        raise shape_error("invalid-value", message, "write it as in 2 quarters")
    return Duration(int(match[1]), match[2])


Lag = Annotated[
    Duration,
    BeforeValidator(read_duration),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,4} (day|week|month|quarter|year)s?$"}),
]
