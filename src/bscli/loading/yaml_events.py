"""YAML text becomes data with positions, read event by event so that nothing can blow up.

PyYAML's loaders build objects recursively and expand aliases without bounds; its events do
neither. Bounds are checked while they arrive, so hostile input costs no more than honest input.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NoReturn

from yaml import CSafeLoader
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from bscli.findings import Place, Problem, Related, Span
from bscli.loading.commas import NO_KEY, is_rest_of_number, joined_number
from bscli.loading.comments import CommentFinder
from bscli.loading.problems import FileProblems
from bscli.loading.repairs import quoted_entry, quoted_in_brackets
from bscli.model.document import Comment, MappingNode, Node, Scalar, SequenceNode, span_of
from bscli.model.misshape import IN_QUOTES, in_quotes, quoted

DEEPEST = 32
MOST_NODES = 75_000
"""More than any scorecard needs: 120 KPIs with 15 years of months hold about 45,000 nodes."""


class OutOfBoundsError(Exception):
    """The file holds more than a scorecard can need; the problem is already noted."""


@dataclass(slots=True)
class YamlReader:
    """Reads one text; what it notes on the way lies in ``problems``."""

    file: str
    text: str
    lines: tuple[str, ...]
    problems: FileProblems
    _anchors: dict[str, tuple[Node | None, int]] = field(default_factory=dict)
    _nodes: int = 0
    _comments: CommentFinder = field(init=False)
    _parser: Any = field(init=False)

    def __post_init__(self) -> None:
        self._comments = CommentFinder(self.lines)
        # Of the loader only its parser is used: nothing is composed or constructed.
        self._parser = CSafeLoader(self.text)

    def read(self) -> Node | None:
        """The data, or None for an empty file; raises yaml.YAMLError and OutOfBoundsError."""
        event = self._next()
        while not isinstance(event, (DocumentStartEvent, StreamEndEvent)):
            event = self._next()
        if isinstance(event, StreamEndEvent):
            return None
        root = self._node(self._next(), 1)
        self._next()
        self._refuse_second_document(self._next())
        return root

    def comments(self) -> tuple[Comment, ...]:
        """The comments of what was read."""
        return self._comments.found()

    def _next(self) -> Any:
        return self._parser.get_event()

    def _node(self, event: Any, depth: int) -> Node:
        self._count(event, 1)
        before = self._nodes
        if event.__class__ is AliasEvent:
            return self._aliased(event)
        if event.tag is not None:
            self._note(
                "BSC005", event, f"carries the YAML tag {quoted(event.tag)}", "leave the tag out"
            )
        if event.anchor is not None:
            self._anchors[event.anchor] = (None, 0)
        node = self._value(event, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._nodes - before + 1)
        return node

    def _value(self, event: Any, depth: int) -> Node:
        if event.__class__ is ScalarEvent:
            return self._scalar(event)
        if depth > DEEPEST:
            message = f"is nested more than {DEEPEST} levels deep"
            self._stop(event, message, "a scorecard needs no more than ten")
        if event.__class__ is MappingStartEvent:
            return self._mapping(event, depth)
        return self._sequence(event, depth)

    def _scalar(self, event: Any) -> Scalar:
        scalar = Scalar(event.value)
        scalar.start, scalar.end, scalar.style = event.start_mark, event.end_mark, event.style or ""
        return self._comments.watch(scalar)

    def _sequence(self, start: Any, depth: int) -> SequenceNode:
        node = SequenceNode()
        node.start = start.start_mark
        while not _is_a(event := self._next(), SequenceEndEvent):
            node.append(self._node(event, depth + 1))
        node.end = event.end_mark
        return node

    def _mapping(self, start: Any, depth: int) -> MappingNode:
        node = MappingNode()
        node.start, node.flow = start.start_mark, start.flow_style
        last: Scalar = NO_KEY
        while not _is_a(event := self._next(), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if not isinstance(key, Scalar):
                self._note(
                    "BSC005", event, "is a list or mapping used as a key", "write a plain key"
                )
            elif key == "<<" and key.style == "":
                self._note("BSC005", event, "merges another mapping (<<)", "write its keys out")
            elif node.flow and is_rest_of_number(node, last, key, value):
                node[last] = joined_number(node[last], key)
            elif key in node:
                self._note_duplicate(node, key)
            else:
                node[key] = value
                last = key
                if node.flow and "?" in value:
                    self._note_question_mark(value)
        node.end = event.end_mark
        return node

    def _aliased(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            message = (
                f"begins with * and so refers to an anchor {quoted(event.anchor)} that is nowhere"
            )
            self._note("BSC001", event, message, self._in_quotes(event))
            return self._scalar_at(event, f"*{event.anchor}")
        node, size = self._anchors[event.anchor]
        if node is None:
            self._stop(
                event, f"refers to {quoted(event.anchor)} from within itself", "write it out"
            )
        self._count(event, size)
        return self._scalar_at(event, node) if isinstance(node, Scalar) else node

    def _scalar_at(self, event: Any, text: str) -> Scalar:
        scalar = Scalar(text)
        scalar.start, scalar.end = event.start_mark, event.end_mark
        scalar.style = text.style if isinstance(text, Scalar) else '"'
        return scalar

    def _in_quotes(self, event: Any) -> str:
        line, column = self.lines[event.start_mark.line], event.start_mark.column
        is_in_brackets = any(bracket in line[:column] for bracket in "{[")
        mended = quoted_in_brackets(line) if is_in_brackets else quoted_entry(line, column)
        return f"{IN_QUOTES}{mended.strip()}" if mended else "put it in quotes"

    def _count(self, event: Any, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            message = (
                f"is where the file exceeds {MOST_NODES:,} keys and values, aliases counted in full"
            )
            self._stop(event, message, "split the scorecard, or write aliases out")

    def _note_duplicate(self, node: MappingNode, key: Scalar) -> None:
        def problem() -> Problem:
            first = next(known for known in node if known == key)
            line = first.start.line + 1
            return Problem(
                Place(self.file, span=span_of(key)),
                f"{quoted(key)} stands twice in one mapping; the first one is on line {line}",
                "rename or remove one of the two",
                (Related(Place(self.file, span=span_of(first)), "the first one"),),
            )

        self.problems.tell("BSC003", problem)

    def _note_question_mark(self, value: Node) -> None:
        """Not all YAML readers go on behind a question mark in braces; ours does."""
        if not isinstance(value, Scalar) or value.style != "":
            return

        def problem() -> Problem:
            message = f"{quoted(value)} holds a question mark in braces, at which YAML may end it"
            return Problem(Place(self.file, span=span_of(value)), message, in_quotes(value))

        self.problems.tell("BSC004", problem)

    def _refuse_second_document(self, event: Any) -> None:
        if isinstance(event, DocumentStartEvent):
            message = "begins a second YAML document; a file holds one scorecard"
            self._note("BSC001", event, message, "move it into a file of its own")

    def _note(self, code: str, event: Any, message: str, help: str) -> None:
        def problem() -> Problem:
            span = self._span_on_one_line(event)
            line = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
            source = line[span.column - 1 : span.end_column - 1]
            words = quoted(source) if source else "this"
            return Problem(Place(self.file, span=span), f"{words} {message}", help)

        self.problems.tell(code, problem)

    def _span_on_one_line(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        last = end.column if end.line == start.line else start.column
        line, column = start.line + 1, start.column + 1
        return Span(line, column, line, max(last + 1, column + 1))

    def _stop(self, event: Any, message: str, help: str) -> NoReturn:
        self._note("BSC005", event, message, help)
        raise OutOfBoundsError


def _is_a(event: Any, kind: type) -> bool:
    return event.__class__ is kind
