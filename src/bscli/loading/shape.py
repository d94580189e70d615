"""A document becomes a scorecard: what is wrong is told once and mended, so the rest is read."""

from __future__ import annotations

from functools import partial

from pydantic import ValidationError

from bscli.findings import DocumentPath, Part
from bscli.loading.problems import MOST_TOLD, FileProblems
from bscli.loading.rejections import (
    AMBIGUOUS,
    MISSING,
    UNKNOWN,
    Rejection,
    RejectionReader,
    node_at,
)
from bscli.loading.shape_problems import CODES, ShapeWords, meant_path
from bscli.model.document import Document, MappingNode, Node, Scalar, SequenceNode
from bscli.model.reading import Defaults
from bscli.model.scorecard import Scorecard

HOPELESS: frozenset[DocumentPath] = frozenset({(), ("bsc",)})
"""Where nothing can be mended: the file is no mapping, or has another format version."""

MOST_ROUNDS = 8
"""Mending a mistake can lay bare another, such as a missing key; this many layers are tried."""


def read_scorecard(
    document: Document, defaults: Defaults, problems: FileProblems
) -> Scorecard | None:
    """The scorecard without its wrong parts, which are told; None where nothing can be read."""
    mended: set[DocumentPath] = set()
    for _ in range(MOST_ROUNDS):
        try:
            return Scorecard.model_validate(document.root, context=defaults)
        except ValidationError as rejected:
            errors = rejected.errors(include_url=False, include_input=False)
        rejections = RejectionReader(document).read(errors)
        hopeless = [rejection for rejection in rejections if rejection.path in HOPELESS]
        _tell(document, hopeless or rejections, mended, problems)
        if hopeless:
            return None
        _mend_all(document, rejections, mended)
    return None


def _tell(
    document: Document,
    rejections: list[Rejection],
    mended: set[DocumentPath],
    problems: FileProblems,
) -> None:
    words = ShapeWords(document)
    misspelled = _misspelled(rejections)
    for rejection in rejections:
        if rejection.rule == MISSING and rejection.path in {*mended, *misspelled}:
            continue  # It is missing because it was wrong, or misspelled: that is told.
        if rejection.rule == UNKNOWN and words.is_cut_off_already(rejection.path):
            continue
        problems.tell(CODES[rejection.rule], partial(words.problem, rejection))


def _misspelled(rejections: list[Rejection]) -> dict[DocumentPath, Rejection]:
    """Unknown keys that were probably meant to be required ones, by the path of the latter."""
    unknown = [rejection for rejection in rejections if rejection.rule == UNKNOWN][:MOST_TOLD]
    missing = {rejection.path for rejection in rejections if rejection.rule == MISSING}
    meant = {meant_path(rejection.path): rejection for rejection in unknown if missing}
    return {path: rejection for path, rejection in meant.items() if path in missing}


def _mend_all(document: Document, rejections: list[Rejection], mended: set[DocumentPath]) -> None:
    misspelled = _misspelled(rejections)
    for path, rejection in misspelled.items():
        _rename(document, rejection.path, str(path[-1]))
    # From the end, so that the positions of list items before it stay true.
    for rejection in sorted(rejections, key=lambda each: _by_position(each.path), reverse=True):
        if rejection.path not in misspelled:
            _mend(document, rejection)
        mended.add(rejection.path)


def _rename(document: Document, path: DocumentPath, meant: str) -> None:
    """Read a misspelled key as the one that it was meant to be."""
    parent = node_at(document.root, path[:-1])
    if isinstance(parent, MappingNode):
        value = parent.pop(path[-1])  # type: ignore[call-overload]
        parent[_like(value, meant)] = value


def _by_position(path: DocumentPath) -> tuple[tuple[bool, str, int], ...]:
    return tuple(
        (isinstance(step, str), str(step), step if isinstance(step, int) else 0) for step in path
    )


def _mend(document: Document, rejection: Rejection) -> None:
    *parent_path, last = rejection.path
    parent = node_at(document.root, tuple(parent_path))
    if rejection.rule == MISSING and last == "name":
        _name_after_id(document, tuple(parent_path))
    elif rejection.rule == MISSING:
        _drop(document, tuple(parent_path))
    elif rejection.rule == AMBIGUOUS:
        _quote(parent, last, rejection.part)
    else:
        _drop(document, rejection.path)


def _name_after_id(document: Document, path: DocumentPath) -> None:
    """What has no name is called by its id, be there other details of it or none."""
    node = node_at(document.root, path)
    if node is None:
        return
    if not isinstance(node, MappingNode):
        empty, above = MappingNode(), node_at(document.root, path[:-1])
        empty.start, empty.end, empty.flow = node.start, node.end, False
        if isinstance(above, MappingNode):
            above[next(key for key in above if key == path[-1])] = empty
        node = empty
    node[_like(node, "name")] = _like(node, str(path[-1]) if path else document.file)


def _like(node: Node, text: str) -> Scalar:
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
