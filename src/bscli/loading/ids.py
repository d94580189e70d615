"""One id for two things: told at the second one, which is then left out."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import DocumentPath, Part, Place, Problem, Related
from bscli.model.document import Document, MappingNode, Scalar
from bscli.model.project import CodedProblem
from bscli.model.reading import quoted


def duplicate_ids(document: Document) -> list[CodedProblem]:
    """The problems; the document loses every second bearer of an id."""
    first: dict[str, DocumentPath] = {}
    problems = []
    for mapping, key, path in sorted(_named_parts(document.root), key=_position):
        if key in first:
            problems.append(_problem(document, first[key], path))
            del mapping[key]
        else:
            first[key] = path
    return problems


def _position(part: tuple[MappingNode, Scalar, DocumentPath]) -> tuple[int, int]:
    """Where the part stands in the file: what is named first keeps its id."""
    return part[1].start.line, part[1].start.column


def _named_parts(root: object) -> Iterator[tuple[MappingNode, Scalar, DocumentPath]]:
    for section in ("objectives", "initiatives"):
        for mapping, key in _entries(root, section):
            yield mapping, key, (section, key)
    for objectives, id in list(_entries(root, "objectives")):
        for mapping, key in _entries(objectives[id], "kpis"):
            yield mapping, key, ("objectives", id, "kpis", key)


def _entries(parent: object, section: str) -> Iterator[tuple[MappingNode, Scalar]]:
    mapping = parent.get(section) if isinstance(parent, MappingNode) else None  # type: ignore[call-overload]
    if isinstance(mapping, MappingNode):
        yield from ((mapping, key) for key in mapping)


def _problem(document: Document, first: DocumentPath, second: DocumentPath) -> CodedProblem:
    line = document.locate(first, Part.KEY).span.line
    first_place = Place(document.file, first, span=document.locate(first, Part.KEY).span)
    problem = Problem(
        Place(document.file, second, span=document.locate(second, Part.KEY).span),
        f"{quoted(str(second[-1]))} is the id of two things; the first one is on line {line}",
        "give one of them another id: objectives, KPIs and initiatives share one set of ids",
        (Related(first_place, "the first one"),),
    )
    return CodedProblem("BSC106", problem)
