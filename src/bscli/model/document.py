"""A YAML file as data that knows where it stands: scalars keep their source text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bscli.findings import DocumentPath, Location, Part, Span
from bscli.model.data_text import Beside


class Mark(Protocol):
    """A position in a file; line and column count from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column, in characters."""


class Scalar(str):
    """A text as it was written; ``style`` is the quote or block sign, empty where plain."""

    __slots__ = ("end", "start", "style")

    start: Mark
    end: Mark
    style: str


class CutOffScalar(Scalar):
    """A plain text that a ``#`` without a space behind it cuts off; ``rest`` is what is lost."""

    __slots__ = ("rest",)

    rest: str


class MappingNode(dict[Scalar, "Node"]):
    """Entries in the order of the file; ``flow`` where they stand in braces."""

    __slots__ = ("_keys", "end", "flow", "start")

    _keys: dict[str, Scalar]

    start: Mark
    end: Mark
    flow: bool

    def value(self, key: str) -> Node | None:
        """What stands behind a key, if it is there."""
        return self.get(Scalar(key))

    def key(self, text: str) -> Scalar:
        """The key of that text as it stands in the file; raises KeyError where there is none."""
        if text not in getattr(self, "_keys", ()):
            self._keys = {str(key): key for key in self}
        return self._keys[text]


class SequenceNode(list["Node"]):
    """Items in the order of the file."""

    __slots__ = ("end", "start")

    start: Mark
    end: Mark


Node = Scalar | MappingNode | SequenceNode


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its ``#`` to the end of the line; line and column count from 1."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its name as people see it, its lines, and its data where it could be read."""

    file: str
    lines: tuple[str, ...]
    root: Node | None = None
    comments: tuple[Comment, ...] = field(default=(), repr=False)
    beside: Beside = field(default=Beside(), repr=False)

    def locate(self, path: DocumentPath, part: Part, span: Span | None = None) -> Location:
        """The position of a path, be it in a data file beside, or of its nearest parent."""
        elsewhere = self.beside.location(path, span)
        if elsewhere is not None:
            return elsewhere
        found = span or self._span(path, part)
        line = self.lines[found.line - 1] if found.line <= len(self.lines) else ""
        return Location(file=self.file, span=found, source_line=line)

    def span_within(self, path: DocumentPath, offset: int, length: int) -> Span:
        """Where a stretch of a path's text stands; the whole of it where it was not written so."""
        whole = self._span(path, Part.VALUE)
        node = self._node(path)
        if not isinstance(node, Scalar) or node.style not in ("", "'", '"'):
            return whole
        start = whole.column - 1 + len(node.style)
        if not self.lines[whole.line - 1].startswith(str(node), start):
            return whole
        column = start + 1 + offset
        return Span(whole.line, column, whole.line, column + length)

    def _node(self, path: DocumentPath) -> Node | None:
        node = self.root
        for segment in path:
            step = _step(node, segment) if node is not None else None
            node = step[1] if step else None
        return node

    def _span(self, path: DocumentPath, part: Part) -> Span:
        node: Node | None = self.root
        if node is None:
            return Span(1, 1, 1, 1)
        key: Node | None = None
        for segment in path:
            step = _step(node, segment)
            if step is None:
                part = Part.KEY
                break
            key, node = step
        place = node if part is Part.VALUE or key is None else key
        if place is self.root and isinstance(place, MappingNode):
            place = next(iter(place), place)
        return span_of(place)


def _step(node: Node, segment: str | int) -> tuple[Node, Node] | None:
    """The key and value that a path's next segment leads to; a list item is its own key."""
    if isinstance(node, MappingNode):
        value = node.value(segment) if isinstance(segment, str) else None
        return (node.key(str(segment)), value) if value is not None else None
    if isinstance(node, SequenceNode):
        if isinstance(segment, int):
            return (node[segment], node[segment]) if segment < len(node) else None
        return next(((item, item) for item in node if item == segment), None)
    return None


def span_of(node: Node) -> Span:
    """Where a node stands."""
    start, end = node.start, node.end
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
