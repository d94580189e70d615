"""What is reported: a problem as a check states it, and the finding that people get to see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DocumentPath = tuple[str | int, ...]
"""The keys (and list positions) that lead from the top of a file to a place in it."""


class Severity(StrEnum):
    """How much a finding matters, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def is_at_least(self, other: Severity) -> bool:
        """Whether this is as bad as the other, or worse."""
        order = list(Severity)
        return order.index(self) <= order.index(other)


class Part(StrEnum):
    """Which part of a YAML entry is meant: ``key: value``."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: lines and columns count from 1, the end column is one past the last."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a path in a file's data, or a span where no data could be read."""

    file: str
    path: DocumentPath = ()
    part: Part = Part.KEY
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a problem needs to be understood, and what stands there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, as a check states it: the place, the fact and the remedy.

    ``label`` says in a few words what is wrong at the place; without one, its rule's own is shown.
    """

    place: Place
    message: str
    help: str | None = None
    related: tuple[Related, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A span in a file together with the source line that it begins on."""

    file: str
    span: Span
    source_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLocation:
    """Where a related place was found, and what stands there."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem with its rule and its position, ready to be shown."""

    code: str
    name: str
    severity: Severity
    message: str
    label: str
    help: str | None
    location: Location
    related: tuple[RelatedLocation, ...] = ()
    suppressed: bool = False

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order in which findings are shown: file, line, column, code."""
        span = self.location.span
        return (self.location.file, span.line, span.column, self.code, self.message)
