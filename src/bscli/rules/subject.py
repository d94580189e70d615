"""What a rule looks at: one scorecard with its graph and scores, in its project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bscli.findings import Part, Place, Problem, Related
from bscli.graph.strategy_graph import StrategyGraph
from bscli.model.project import Project
from bscli.model.scorecard import Scorecard
from bscli.rules.limits import Limits
from bscli.scoring.scores import ScorecardScore


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One scorecard as rules see it; ``file`` is where it stands."""

    file: str
    scorecard: Scorecard
    graph: StrategyGraph
    scores: ScorecardScore
    project: Project
    limits: Limits

    def problem(
        self,
        path: tuple[str | int, ...],
        message: str,
        help: str | None = None,
        *,
        part: Part = Part.KEY,
        related: tuple[Related, ...] = (),
    ) -> Problem:
        """A problem at a path of this scorecard's file."""
        return Problem(Place(self.file, path, part), message, help, related)

    def is_misread(self, *path: str) -> bool:
        """Whether loading has told of something wrong at a path or below it.

        What is missing there may only have been misspelled, which is told already.
        """
        return path in self._misread

    @cached_property
    def _misread(self) -> frozenset[tuple[str | int, ...]]:
        places = [coded.problem.place for coded in self.project.problems]
        paths = [place.path for place in places if place.file == self.file]
        return frozenset(path[:length] for path in paths for length in range(len(path) + 1))

    def related(self, path: tuple[str | int, ...], message: str) -> Related:
        """Another place of this scorecard's file."""
        return Related(Place(self.file, path), message)
