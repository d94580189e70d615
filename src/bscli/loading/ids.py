"""One id for two things: told at the second one, which is then left out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bscli.findings import DocumentPath, Place, Problem, Related
from bscli.loading.problems import FileProblems
from bscli.model.document import Document, MappingNode, Scalar, span_of
from bscli.model.misshape import quoted
from bscli.model.project import CodedProblem, ScorecardFile


def drop_duplicate_ids(document: Document, problems: FileProblems) -> None:
    """The document loses every second bearer of an id, and each is told."""
    first: dict[str, Scalar] = {}
    for mapping, key, path in sorted(_named_parts(document.root), key=_position):
        if key in first:
            problems.tell("BSC106", partial(_problem, document.file, first[key], key, path))
            del mapping[key]
        else:
            first[key] = key


def same_ids(files: list[ScorecardFile]) -> list[CodedProblem]:
    """Scorecards that bear the id of an earlier one: told at each, and both are kept."""
    first: dict[str, ScorecardFile] = {}
    problems = []
    for file in (file for file in files if file.scorecard is not None):
        assert file.scorecard is not None
        earlier = first.setdefault(file.scorecard.id, file)
        if earlier is not file:
            problem = Problem(
                Place(file.file, ("id",)),
                f'"{file.scorecard.id}" is the id of another scorecard, {earlier.file}, as well',
                "give one of them another id",
                (Related(Place(earlier.file, ("id",)), "the first one"),),
            )
            problems.append(CodedProblem("BSC106", problem))
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
    mapping = parent.value(section) if isinstance(parent, MappingNode) else None
    if isinstance(mapping, MappingNode):
        yield from ((mapping, key) for key in mapping)


def _problem(file: str, first: Scalar, second: Scalar, path: DocumentPath) -> Problem:
    line = first.start.line + 1
    return Problem(
        Place(file, path, span=span_of(second)),
        f"{quoted(second)} is the id of two things; the first one is on line {line}",
        "give one of them another id: objectives, KPIs and initiatives share one set of ids",
        (Related(Place(file, span=span_of(first)), "the first one"),),
    )
