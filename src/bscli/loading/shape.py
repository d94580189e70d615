"""A document becomes a scorecard: what is wrong is told once and mended, so the rest is read."""

from __future__ import annotations

from functools import partial

from pydantic import ValidationError

from bscli.findings import DocumentPath, Part
from bscli.loading.problems import MOST_TOLD, FileProblems
from bscli.loading.rejections import (
    AMBIGUOUS,
    FORMULA,
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
        meant = _meant_keys(document, rejections)
        _tell(document, hopeless or rejections, mended | set(meant), problems)
        if hopeless:
            return None
        _mend_all(document, rejections, meant)
        mended |= {rejection.path for rejection in rejections} | set(meant)
    return None


def _tell(
    document: Document,
    rejections: list[Rejection],
    mended: set[DocumentPath],
    problems: FileProblems,
) -> None:
    """Tells what is new: nothing of a place that has been told already."""
    words = ShapeWords(document, rejections)
    for rejection in rejections:
        path = rejection.path
        is_piece = rejection.rule == UNKNOWN and words.is_cut_off_already(path)
        is_piece |= rejection.rule == FORMULA and words.is_cut_in_two(path)
        if path not in mended and not is_piece and words.is_first_of_its_kind(rejection):
            problems.tell(CODES[rejection.rule], partial(words.problem, rejection))


def _meant_keys(document: Document, rejections: list[Rejection]) -> dict[DocumentPath, Scalar]:
    """The paths of the keys that unknown ones were probably meant to be, with the unknown ones."""
    unknown = [rejection.path for rejection in rejections if rejection.rule == UNKNOWN]
    found: dict[DocumentPath, Scalar] = {}
    for path in unknown[:MOST_TOLD]:
        meant, parent = meant_path(path), node_at(document.root, path[:-1])
        if meant and isinstance(parent, MappingNode) and parent.value(str(meant[-1])) is None:
            found.setdefault(meant, parent.key(str(path[-1])))
    return found


def _mend_all(
    document: Document, rejections: list[Rejection], meant: dict[DocumentPath, Scalar]
) -> None:
    for path, written in meant.items():
        _rename(node_at(document.root, path[:-1]), written, str(path[-1]))
    # From the end, so that the positions of list items before it stay true.
    for rejection in sorted(rejections, key=lambda each: _by_position(each.path), reverse=True):
        if rejection.path not in meant:
            _mend(document, rejection)


def _rename(parent: Node | None, written: Scalar, meant: str) -> None:
    """Read a misspelled key as the one that it was meant to be."""
    if isinstance(parent, MappingNode):
        parent[_like(written, meant)] = parent.pop(written)


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
    elif rejection.misshape.meant is not None and isinstance(parent, MappingNode):
        written = parent.key(str(last))
        parent[written] = _like(written, rejection.misshape.meant)
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
            above[Scalar(str(path[-1]))] = empty
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
        value = parent.value(str(last))
        if value is not None:
            parent[Scalar(str(last))] = _quoted(value)
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
    if isinstance(parent, MappingNode):
        parent.pop(Scalar(str(last)), None)
    elif isinstance(parent, SequenceNode) and isinstance(last, int):
        del parent[last : last + 1]
    elif isinstance(parent, Scalar):
        _drop(document, path[:-1])
