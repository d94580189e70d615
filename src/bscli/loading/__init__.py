"""Files become a project: text, then data with positions, then typed scorecards and problems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os import PathLike
from pathlib import Path, PurePath

from bscli.findings import Part, Place, Problem
from bscli.loading.documents import read_document
from bscli.loading.ids import duplicate_ids
from bscli.loading.tree import StandardInput, Tree, WorkTree
from bscli.model.document import Document, MappingNode
from bscli.model.project import CodedProblem, Project, ScorecardFile
from bscli.model.reading import Defaults, suggested_id

__all__ = ["StandardInput", "Tree", "WorkTree", "load", "load_tree"]

_MARKS_A_SCORECARD = re.compile(rb"(?:^|[{,\n])\s*[\"']?bsc[\"']?\s*:")
_CANNOT_BE_READ = frozenset({"BSC001", "BSC002", "BSC005", "BSC006"})


def load(path: str | PathLike[str]) -> Project:
    """The project of a scorecard file, or of every scorecard file below a folder.

    What is wrong with a file becomes a problem of the project, and what is sound in it is read
    nevertheless; raises UsageError where the path does not exist or cannot be read.
    """
    return load_tree(WorkTree(Path(path)))


def load_tree(tree: Tree) -> Project:
    """The project of a tree's scorecards; raises UsageError where the tree cannot be read."""
    files: list[ScorecardFile] = []
    problems: list[CodedProblem] = []
    for name in tree.files():
        data = tree.read(name)
        if tree.names_one_file or _MARKS_A_SCORECARD.search(data.replace(b"\0", b"")):
            document, found = read_document(name, data)
            if tree.names_one_file or found or _has_the_key(document):
                scorecard_file, more = _scorecard_file(document, found)
                files.append(scorecard_file)
                problems += [*found, *more]
    name_of_project = files[0].scorecard.name if len(files) == 1 and files[0].scorecard else None
    shown = frozenset(file.file for file in files)
    return Project(name_of_project, tuple(files), tuple(problems), shown)


def _has_the_key(document: Document) -> bool:
    return isinstance(document.root, MappingNode) and "bsc" in document.root


def _scorecard_file(
    document: Document, found: Iterable[CodedProblem]
) -> tuple[ScorecardFile, list[CodedProblem]]:
    from bscli.loading.shape import read_scorecard

    if any(problem.code in _CANNOT_BE_READ for problem in found):
        return ScorecardFile(document, None), []
    if not _has_the_key(document):
        return ScorecardFile(document, None), [_no_scorecard(document)]
    twice = duplicate_ids(document)
    scorecard, misshapen = read_scorecard(document, _defaults(document))
    return ScorecardFile(document, scorecard), [*twice, *misshapen]


def _no_scorecard(document: Document) -> CodedProblem:
    place = Place(document.file, (), Part.KEY, document.locate((), Part.KEY).span)
    if document.root is None:
        problem = Problem(place, "the file is empty", "begin it with bsc: 1")
        return CodedProblem("BSC102", problem)
    if not isinstance(document.root, MappingNode):
        message = "the file holds no keys at its top; wanted is a mapping that begins with bsc: 1"
        return CodedProblem("BSC103", Problem(place, message, "write key: value on each line"))
    message = 'the scorecard has no "bsc", the key that marks a file as a scorecard'
    return CodedProblem("BSC102", Problem(place, message, "begin the file with bsc: 1"))


def _defaults(document: Document) -> Defaults:
    """What the parts of the file must know to be read; what is wrong with it is told later."""
    from pydantic import ValidationError

    from bscli.model.settings import CalendarSettings
    from bscli.periods import Frequency

    root = document.root
    assert isinstance(root, MappingNode)
    try:
        calendar = CalendarSettings.model_validate(root.get("calendar", {})).calendar  # type: ignore[call-overload]
    except ValidationError:
        calendar = CalendarSettings().calendar
    stem = PurePath(document.file).name.split(".")[0]
    written = root.get("frequency")  # type: ignore[call-overload]
    frequency = Frequency(written) if written in tuple(Frequency) else Frequency.MONTHLY
    return Defaults(suggested_id(stem) or "scorecard", calendar, frequency)
