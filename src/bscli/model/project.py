"""A project: one or more scorecards that were read together, and what was wrong with them."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.findings import Problem
from bscli.model.document import Document
from bscli.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class ScorecardFile:
    """A file with the key ``bsc``: its text with positions, and the scorecard that was read."""

    document: Document
    scorecard: Scorecard | None

    @property
    def file(self) -> str:
        """The name of the file, as people see it."""
        return self.document.file


@dataclass(frozen=True, slots=True)
class CodedProblem:
    """A problem that loading found, under the code of its rule."""

    code: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Project:
    """Every scorecard that was read, the files behind them, and the problems met on the way.

    ``shown`` names the files that the user asked for: the others are known, not shown. ``untold``
    counts the problems beyond those that are told.
    """

    name: str | None
    files: tuple[ScorecardFile, ...]
    problems: tuple[CodedProblem, ...] = ()
    shown: frozenset[str] = frozenset()
    untold: int = 0

    @property
    def scorecards(self) -> tuple[Scorecard, ...]:
        """The scorecards that could be read, in the order of their files."""
        return tuple(file.scorecard for file in self.files if file.scorecard is not None)

    @property
    def could_be_read(self) -> bool:
        """Whether anything in it is a scorecard."""
        return any(file.scorecard is not None for file in self.files)
