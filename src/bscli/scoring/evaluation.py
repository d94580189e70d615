"""The number that a formula makes of its inputs, or why there is none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from bscli.model.formula import (
    Call,
    Expression,
    Function,
    Negation,
    Number,
    Operand,
    Operation,
    Sign,
)
from bscli.model.numbers import LARGEST

Values = Mapping[str, Sequence[float]]
"""The numbers that stand for each operand, by its name."""

_ROUNDING = 1e-14
"""A difference smaller than this share of its terms is what rounding left of zero."""


class NoResult(StrEnum):
    """Why a formula whose inputs are all known has no result."""

    DIVISION_BY_ZERO = "division by zero"
    TOO_LARGE = "too large for any result"


class _NoNumberError(ArithmeticError):
    def __init__(self, why: NoResult) -> None:
        super().__init__(why)
        self.why = why


def evaluate(expression: Expression, values: Values) -> float | NoResult:
    """The result of an expression; none where it divides by zero or grows beyond any number."""
    try:
        return _value(expression, values) + 0.0  # a negated zero is shown without a sign
    except _NoNumberError as error:
        return error.why


def _value(expression: Expression, values: Values) -> float:
    match expression:
        case Number(value):
            return value
        case Operand(name):
            return _held(values[name][0])
        case Negation(of):
            return -_value(of, values)
        case Operation(sign, left, right):
            return _held(_operation(sign, _value(left, values), _value(right, values)))
        case Call(function, arguments):
            found = [number for each in arguments for number in _argument(each, values)]
            return _held(_call(function, found))


def _argument(expression: Expression, values: Values) -> Iterator[float]:
    if isinstance(expression, Operand):
        yield from values[expression.name]
    else:
        yield _value(expression, values)


def _operation(sign: Sign, left: float, right: float) -> float:
    if sign is Sign.PLUS:
        return _sum(left, right)
    if sign is Sign.MINUS:
        return _sum(left, -right)
    if sign is Sign.TIMES:
        return left * right
    if right == 0:
        raise _NoNumberError(NoResult.DIVISION_BY_ZERO)
    return left / right


def _sum(left: float, right: float) -> float:
    return 0.0 if math.isclose(left, -right, rel_tol=_ROUNDING) else left + right


def _call(function: Function, numbers: list[float]) -> float:
    if function is Function.ABS:
        return abs(numbers[0])
    if function is Function.SUM:
        return math.fsum(numbers)
    if function is Function.MEAN:
        return math.fsum(numbers) / len(numbers)
    return min(numbers) if function is Function.MIN else max(numbers)


def _held(number: float) -> float:
    """The number; it ends the evaluation where it is larger than any result can be."""
    if not abs(number) <= LARGEST:
        raise _NoNumberError(NoResult.TOO_LARGE)
    return number
