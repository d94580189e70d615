"""A formula: how a KPI is calculated from others, as a tree of numbers, KPIs and operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

CHILDREN = "children"
"""In place of a scorecard's id: every scorecard whose parent this one is."""


class FormulaError(ValueError):
    """A text that is no formula: the fact, the stretch of text that is wrong, and the remedy."""

    def __init__(self, message: str, offset: int, length: int, help: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.length = length
        self.help = help


class Sign(StrEnum):
    """An operator between two numbers."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


class Function(StrEnum):
    """What makes one number from those in its parentheses."""

    SUM = "sum"
    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    ABS = "abs"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in the formula."""

    value: float


@dataclass(frozen=True, slots=True)
class Operand:
    """A KPI that the formula takes in; ``offset`` is where its name stands in the text."""

    name: str
    offset: int

    @property
    def scorecard(self) -> str | None:
        """The id of the scorecard that holds it, where the formula names one."""
        return self.name.partition(".")[0] if "." in self.name else None

    @property
    def kpi(self) -> str:
        """The id of the KPI within its scorecard."""
        return self.name.rpartition(".")[2]

    @property
    def is_of_children(self) -> bool:
        """Whether it means that KPI in every scorecard below this one."""
        return self.scorecard == CHILDREN


@dataclass(frozen=True, slots=True)
class Negation:
    """A minus sign before something."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions with an operator between them."""

    sign: Sign
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A function of one or more expressions."""

    function: Function
    arguments: tuple[Expression, ...]


Expression = Number | Operand | Negation | Operation | Call


class TokenKind(StrEnum):
    """What a piece of a formula's text is."""

    NUMBER = "number"
    NAME = "name"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula's text, and where it begins."""

    kind: TokenKind
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as it was written, the pieces of its text, and what they mean."""

    text: str
    tokens: tuple[Token, ...]
    expression: Expression

    @property
    def operands(self) -> tuple[Operand, ...]:
        """Every KPI that it takes in, once, in the order of the text."""
        first = {operand.name: operand for operand in reversed(tuple(_operands(self.expression)))}
        return tuple(sorted(first.values(), key=lambda operand: operand.offset))


def _operands(expression: Expression) -> Iterator[Operand]:
    match expression:
        case Operand():
            yield expression
        case Negation(of):
            yield from _operands(of)
        case Operation(_, left, right):
            yield from _operands(left)
            yield from _operands(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from _operands(argument)
