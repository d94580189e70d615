"""A document becomes a scorecard: what is wrong is told once and mended, so the rest is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from bscli.findings import DocumentPath, Part
from bscli.model.document import Document, MappingNode, Node, Scalar, SequenceNode
from bscli.model.project import CodedProblem
from bscli.model.reading import Defaults
from bscli.model.scorecard import Scorecard

if TYPE_CHECKING:
    from bscli.loading.shape_problems import ShapeProblem

UNREADABLE: frozenset[DocumentPath] = frozenset({(), ("bsc",)})
"""Where nothing can be mended: the file is no mapping, or has another format version."""

MOST_ROUNDS = 8
"""Mending a mistake can lay bare another, such as a missing key; this many layers are tried."""


def read_scorecard(
    document: Document, defaults: Defaults
) -> tuple[Scorecard | None, list[CodedProblem]]:
    """The scorecard without its wrong parts, or None, and what is wrong."""
    told: list[CodedProblem] = []
    mended: set[DocumentPath] = set()
    for _ in range(MOST_ROUNDS):
        try:
            return Scorecard.model_validate(document.root, context=defaults), told
        except ValidationError as rejected:
            told += _mend_all(document, rejected, mended)
        if mended & UNREADABLE:
            break
    return None, told


def _mend_all(
    document: Document, rejected: ValidationError, mended: set[DocumentPath]
) -> list[CodedProblem]:
    from bscli.loading.shape_problems import piece_of_cut_text, shape_problems

    errors = rejected.errors(include_url=False, include_input=False)
    problems = list(shape_problems(document, errors))
    misspelled = {problem.meant: problem for problem in problems if problem.meant}
    told = [
        problem.coded
        for problem in problems
        if not (problem.rule == "missing-key" and problem.path in {*mended, *misspelled})
        and not (problem.rule == "unknown-key" and piece_of_cut_text(document, problem.path))
    ]
    for problem in problems:
        if problem.rule == "missing-key" and problem.path in misspelled:
            _rename(document, misspelled[problem.path])
    # From the end, so that the positions of list items before it stay true.
    for problem in sorted(problems, key=lambda problem: _by_position(problem.path), reverse=True):
        if problem.path not in misspelled:
            _mend(document, problem)
        mended.add(problem.path)
    return told


def _rename(document: Document, misspelled: ShapeProblem) -> None:
    """Read a misspelled key as the required one that it was meant to be."""
    parent = node_at(document.root, misspelled.path[:-1])
    if isinstance(parent, MappingNode) and misspelled.meant is not None:
        key = next(key for key in parent if key == misspelled.path[-1])
        meant = Scalar(misspelled.meant[-1])
        meant.start, meant.end, meant.style = key.start, key.end, key.style
        parent[meant] = parent.pop(key)


def _by_position(path: DocumentPath) -> tuple[tuple[bool, str, int], ...]:
    return tuple(
        (isinstance(step, str), str(step), step if isinstance(step, int) else 0) for step in path
    )


def _mend(document: Document, problem: ShapeProblem) -> None:
    if not problem.path:
        return
    *parent_path, last = problem.path
    parent = node_at(document.root, tuple(parent_path))
    if problem.rule == "missing-key" and last == "name":
        if isinstance(parent, MappingNode):
            _name_after_id(parent, parent_path[-1] if parent_path else document.file)
    elif problem.rule == "missing-key":
        _drop(document, tuple(parent_path))
    elif problem.rule == "ambiguous-scalar":
        _quote(parent, last, problem.part)
    else:
        _drop(document, problem.path)


def node_at(root: Node | None, path: DocumentPath) -> Node | None:
    """The node that a path leads to, if there is one."""
    node = root
    for step in path:
        if isinstance(node, MappingNode):
            node = node.get(step)  # type: ignore[call-overload]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def _name_after_id(parent: MappingNode, id: str | int) -> None:
    parent[_like(parent, "name")] = _like(parent, str(id))


def _like(node: MappingNode, text: str) -> Scalar:
    scalar = Scalar(text)
    scalar.start, scalar.end, scalar.style = node.start, node.end, '"'
    return scalar


def _quote(parent: Node | None, last: str | int, part: Part) -> None:
    if isinstance(parent, SequenceNode) and isinstance(last, int):
        parent[last] = _quoted(parent[last])
    elif isinstance(parent, MappingNode) and part is Part.VALUE:
        key = next(key for key in parent if key == last)
        parent[key] = _quoted(parent[key])
    elif isinstance(parent, MappingNode):
        entries = list(parent.items())
        parent.clear()
        for key, value in entries:
            parent[_quoted(key) if key == last else key] = value


def _quoted(node: Node) -> Scalar:
    assert isinstance(node, Scalar)
    scalar = Scalar(node)
    scalar.start, scalar.end, scalar.style = node.start, node.end, '"'
    return scalar


def _drop(document: Document, path: DocumentPath) -> None:
    """Remove what a path leads to; where it leads into a scalar, the scalar."""
    parent, last = node_at(document.root, path[:-1]), path[-1]
    if isinstance(parent, MappingNode) and last in parent:
        del parent[last]  # type: ignore[arg-type]
    elif isinstance(parent, SequenceNode):
        _drop_item(parent, last)
    elif isinstance(parent, Scalar):
        _drop(document, path[:-1])


def _drop_item(parent: SequenceNode, last: str | int) -> None:
    positions = (
        [last]
        if isinstance(last, int)
        else [place for place, item in enumerate(parent) if item == last]
    )
    for position in positions[:1]:
        del parent[position : position + 1]
