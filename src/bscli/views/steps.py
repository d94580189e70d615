"""Lines of arithmetic that a person can check with a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bscli.findings import DocumentPath, Part
from bscli.model.document import Document
from bscli.views.numbers import plain


@dataclass(frozen=True, slots=True)
class Step:
    """One line: what it is about, what is true of it, and where its number stands."""

    label: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Steps under one title."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SourceLines:
    """Where the parts of one KPI stand in their file."""

    document: Document
    path: DocumentPath

    def of(self, *steps: str) -> str:
        """File and line of a place below the path."""
        location = self.document.locate((*self.path, *steps), Part.KEY)
        return f"{location.file}:{location.span.line}"


def operand(number: float) -> str:
    """A number as it stands in an equation: negative ones in parentheses."""
    return f"({plain(number)})" if number < 0 else plain(number)


def equation(name: str, terms: str, result: float) -> str:
    """``name = terms = result``; the terms alone where they say the result already."""
    shown = plain(result)
    return f"{name} = {shown}" if terms == shown else f"{name} = {terms} = {shown}"


def sum_of(numbers: Iterable[float]) -> str:
    """The sum, written out."""
    return " + ".join(operand(number) for number in numbers)
