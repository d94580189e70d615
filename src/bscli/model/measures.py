"""What a KPI's numbers are: plain amounts, a yes or no, or a judgement in three colours."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from pydantic import ValidationInfo

from bscli.model.document import MappingNode
from bscli.model.misshape import describe, is_null, quoted, shape_error
from bscli.model.reading import choice, read_amount
from bscli.model.series import Range

NOT_APPLICABLE = "n/a"


class Better(StrEnum):
    """Which way a KPI improves."""

    HIGHER = "higher"
    LOWER = "lower"
    WITHIN = "within"

    @property
    def sign(self) -> int:
        """What turns a number so that more is better: -1 where lower is better, else 1."""
        return -1 if self is Better.LOWER else 1


class Aggregate(StrEnum):
    """How the values of a longer period are combined."""

    LAST = "last"
    SUM = "sum"
    MEAN = "mean"
    MIN = "min"
    MAX = "max"

    def combine(self, values: Sequence[float]) -> float:
        """One value from several in time order; sums are exact before their one rounding."""
        if self is Aggregate.LAST:
            return values[-1]
        if self is Aggregate.SUM:
            return math.fsum(values)
        if self is Aggregate.MEAN:
            return math.fsum(values) / len(values)
        return min(values) if self is Aggregate.MIN else max(values)


class Measure(StrEnum):
    """What kind of value a KPI takes."""

    NUMBER = "number"
    PERCENT = "percent"
    YES_NO = "yes/no"
    JUDGEMENT = "red/amber/green"

    @property
    def words(self) -> tuple[str, ...]:
        """The words that stand for its values, worst first; none where values are numbers."""
        return _WORDS.get(self, ())


_SENSES = {
    Measure.YES_NO: (Better.HIGHER, Better.LOWER),
    Measure.JUDGEMENT: (Better.HIGHER,),
}

_WORDS = {Measure.YES_NO: ("no", "yes"), Measure.JUDGEMENT: ("red", "amber", "green")}


def measure_of(unit: str | None) -> Measure:
    """The kind of value that a unit asks for."""
    if unit in ("percent", "%"):
        return Measure.PERCENT
    return Measure(unit) if unit in tuple(_WORDS) else Measure.NUMBER


def measure_in(info: ValidationInfo) -> Measure:
    """The kind of value of the KPI that is being read."""
    return measure_of(info.data.get("unit"))


def read_better(node: Any, info: ValidationInfo) -> Better:
    """Higher, lower or, for numbers, within a range."""
    better = choice(Better)(node)
    if better not in _SENSES.get(measure_in(info), Better):
        allowed = ", ".join(_SENSES[measure_in(info)])
        message = f'is "{better}"; allowed where the unit is {measure_in(info)}: {allowed}'
        raise shape_error("invalid-value", message)
    return better


def read_aggregate(node: Any, info: ValidationInfo) -> Aggregate:
    """A way to combine values that makes sense for the KPI's unit."""
    aggregate = choice(Aggregate)(node)
    if measure_in(info).words and aggregate in (Aggregate.SUM, Aggregate.MEAN):
        raise shape_error(
            "invalid-value",
            f'is "{aggregate}", which needs numbers; '
            f"allowed for {measure_in(info)} are: last, min, max",
        )
    return aggregate


def read_actual(node: Any, info: ValidationInfo) -> float | str | None:
    """A measured value, ``n/a``, or None where nothing stands there."""
    if is_null(node):
        return None
    if isinstance(node, str) and node == NOT_APPLICABLE:
        return NOT_APPLICABLE
    return read_value(node, info)


def read_value(node: Any, info: ValidationInfo) -> float:
    """A number of the KPI's kind; words count from 0, worst first."""
    measure = measure_in(info)
    if not measure.words:
        return read_amount(node, percent=measure is Measure.PERCENT)
    if isinstance(node, str) and node in measure.words:
        return float(measure.words.index(node))
    rule = "invalid-value" if isinstance(node, str) and not is_null(node) else "wrong-type"
    message = f"is {describe(node)}; allowed for {measure} are: {', '.join(measure.words)}"
    raise shape_error(rule, message)


def read_end_of_scale(node: Any, info: ValidationInfo) -> float:
    """The value that scores 0 or 10; words have no scale."""
    measure = measure_in(info)
    if measure.words:
        raise shape_error(
            "invalid-value", f"means nothing where the unit is {measure}", "leave it out"
        )
    return read_value(node, info)


def read_level(node: Any, info: ValidationInfo) -> float | Range | None:
    """A target or red line: a range for ``better: within``, else a value."""
    if is_null(node):
        return None
    if info.data.get("better") is Better.WITHIN:
        return read_range(node, info)
    if isinstance(node, MappingNode):
        raise shape_error(
            "wrong-type", "is a range; wanted is one value", "ranges need `better: within`"
        )
    return read_value(node, info)


def read_range(node: Any, info: ValidationInfo) -> Range:
    """The limits ``{from: 40, to: 60}``, lower one first."""
    limits = (node.value("from"), node.value("to")) if isinstance(node, MappingNode) else ()
    if len(limits) != 2 or None in limits or len(node) != 2:
        message = f"is {describe(node)}; wanted is a range, because the KPI is better within one"
        raise shape_error("wrong-type", message, "write {from: 40, to: 60}")
    percent = measure_in(info) is Measure.PERCENT
    low, high = (read_amount(limit, percent=percent) for limit in limits)
    if low > high:
        message = f"goes from {quoted(str(limits[0]))} down to {quoted(str(limits[1]))}"
        raise shape_error("invalid-value", message, "write the lower limit first")
    return Range(low, high)
