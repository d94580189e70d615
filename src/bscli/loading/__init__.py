"""Files become a project: text, then data with positions, then typed scorecards and problems."""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from bscli.findings import Part, Place, Problem
from bscli.loading.documents import read_document
from bscli.loading.ids import drop_duplicate_ids, same_ids
from bscli.loading.problems import FileProblems
from bscli.loading.tree import StandardInput, Tree, WorkTree
from bscli.model.document import Document, MappingNode
from bscli.model.project import CodedProblem, Project, ScorecardFile
from bscli.model.reading import Defaults, suggested_id

if TYPE_CHECKING:
    from bscli.model.scorecard import Scorecard

__all__ = ["StandardInput", "Tree", "WorkTree", "load"]

_MARKS_A_SCORECARD = re.compile(rb"(?:^|[{,\n])\s*[\"']?bsc[\"']?\s*:")
_CANNOT_BE_READ = frozenset({"BSC001", "BSC002", "BSC005", "BSC006"})


def load(source: str | PathLike[str] | Tree) -> Project:
    """The project of a scorecard file, of every scorecard file below a folder, or of a tree.

    What is wrong with a file becomes a problem of the project, and what is sound in it is read
    nevertheless; raises UsageError where a path does not exist or cannot be read.
    """
    tree = WorkTree(Path(source)) if isinstance(source, (str, PathLike)) else source
    files: list[ScorecardFile] = []
    told: list[CodedProblem] = []
    untold = 0
    for name in tree.files():
        problems = FileProblems()
        file = _scorecard_file(name, tree, problems)
        if file is not None:
            files.append(file)
            told += problems.told
            untold += problems.untold
    told += same_ids(files)
    names = [file.scorecard.name for file in files if file.scorecard is not None]
    return Project(
        name=names[0] if len(files) == len(names) == 1 else None,
        files=tuple(files),
        problems=tuple(told),
        shown=frozenset(file.file for file in files),
        untold=untold,
    )


def _scorecard_file(name: str, tree: Tree, problems: FileProblems) -> ScorecardFile | None:
    """The file if it is a scorecard, or if the user named it and so takes it for one."""
    data, is_named = tree.read(name), tree.names_one_file
    if not is_named and not _MARKS_A_SCORECARD.search(data.replace(b"\0", b"")):
        return None
    from bscli.loading.shape import read_scorecard

    document = read_document(name, data, problems)
    if problems.codes & _CANNOT_BE_READ:
        return ScorecardFile(document, None)
    if _has_the_key(document):
        drop_duplicate_ids(document, problems)
        return _with_data(
            document, read_scorecard(document, _defaults(document), problems), tree, problems
        )
    if not is_named:
        return None
    _tell_no_scorecard(document, problems)
    return ScorecardFile(document, None)


def _with_data(
    document: Document, scorecard: Scorecard | None, tree: Tree, problems: FileProblems
) -> ScorecardFile:
    if scorecard is None or not scorecard.data:
        return ScorecardFile(document, scorecard)
    from bscli.loading.data import with_data

    return ScorecardFile(*with_data(document, scorecard, tree, problems))


def _has_the_key(document: Document) -> bool:
    return isinstance(document.root, MappingNode) and "bsc" in document.root


def _tell_no_scorecard(document: Document, problems: FileProblems) -> None:
    code, message, help = "BSC102", "the file is empty", "begin it with bsc: 1"
    if isinstance(document.root, MappingNode):
        message = 'the scorecard has no "bsc", the key that marks a file as a scorecard'
        help = "begin the file with bsc: 1"
    elif document.root is not None:
        code, message = "BSC103", "the file holds no keys at its top; wanted is a mapping"
        help = "write key: value on each line, the first one being bsc: 1"
    place = Place(document.file, (), Part.KEY, document.locate((), Part.KEY).span)
    problems.tell(code, lambda: Problem(place, message, help))


def _defaults(document: Document) -> Defaults:
    """What the parts of the file must know to be read; what is wrong with it is told later."""
    from pydantic import ValidationError

    from bscli.frequencies import Frequency
    from bscli.model.settings import CalendarSettings

    root = document.root
    assert isinstance(root, MappingNode)
    try:
        calendar = CalendarSettings.model_validate(root.value("calendar") or {}).calendar
    except ValidationError:
        calendar = CalendarSettings().calendar
    stem = PurePath(document.file).name.split(".")[0]
    written = root.value("frequency")
    is_known = isinstance(written, str) and str(written) in tuple(Frequency)
    frequency = Frequency(str(written)) if is_known else Frequency.MONTHLY
    return Defaults(suggested_id(stem) or "scorecard", calendar, frequency)
