"""What loading has told of a file, so that no rule tells the same mistake again."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import DocumentPath
from bscli.loading.shape_problems import meant_path
from bscli.model.project import CodedProblem, Project
from bscli.model.reading import suggested_id
from bscli.model.scorecard import Scorecard

UNKNOWN_KEY, INVALID_ID = "BSC101", "BSC105"


def misread_paths(project: Project, file: str) -> frozenset[DocumentPath]:
    """Every path of a file at or below which something was misread.

    A misspelled key or id counts as itself and as the one that was probably meant.
    """
    return frozenset(
        path[:length]
        for coded in _problems_of(project, file)
        for path in _paths(coded)
        for length in range(len(path) + 1)
    )


def told_paths(project: Project, file: str) -> frozenset[DocumentPath]:
    """Every path of a file at or below which something wrong was told, as it was written."""
    return frozenset(
        coded.problem.place.path[:length]
        for coded in _problems_of(project, file)
        for length in range(len(coded.problem.place.path) + 1)
    )


def is_map_misread(project: Project, file: str) -> bool:
    """Whether an objective or link of the strategy map may be missing because it was misread.

    What is wrong within a KPI, or with a weight or an owner, changes no map.
    """
    return any(
        _shapes_the_map(path) for coded in _problems_of(project, file) for path in _paths(coded)
    )


def _shapes_the_map(path: DocumentPath) -> bool:
    if path[:1] == ("perspectives",):
        return True
    return path[:1] == ("objectives",) and (len(path) <= 2 or path[2] in ("perspective", "drives"))


def may_kpi_be_lost(misread: frozenset[DocumentPath], scorecard: Scorecard, id: str) -> bool:
    """Whether it was misread, or stood in an objective or under a key that was lost as a whole."""
    for section, *path in (path for path in misread if len(path) > 1):
        if section != "objectives":
            continue
        objective = scorecard.objective(str(path[0]))
        if objective is None or path[1:] == ["kpis", id]:
            return True
        if path[1:] == ["kpis"] and not objective.kpis:
            return True
    return False


def has_unknown_key_at_head(project: Project, file: str) -> bool:
    """Whether the top of a file holds a key that the format does not know."""
    problems = _problems_of(project, file)
    return any(
        coded.code == UNKNOWN_KEY and len(coded.problem.place.path) == 1 for coded in problems
    )


def _problems_of(project: Project, file: str) -> Iterator[CodedProblem]:
    return (coded for coded in project.problems if coded.problem.place.file == file)


def _paths(coded: CodedProblem) -> Iterator[DocumentPath]:
    path = coded.problem.place.path
    yield path
    if coded.code == UNKNOWN_KEY:
        yield meant_path(path) or ()
    elif coded.code == INVALID_ID and path:
        yield (*path[:-1], suggested_id(str(path[-1])) or "")
