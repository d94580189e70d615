"""What a rule looks at: one scorecard with its graph and scores, in its project."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.findings import Part, Place, Problem, Related
from bscli.graph.strategy_graph import StrategyGraph
from bscli.model.project import Project
from bscli.model.scorecard import Scorecard
from bscli.rules.limits import Limits
from bscli.scoring.scores import ScorecardScore


@dataclass(frozen=True, slots=True, kw_only=True)
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
        """Whether loading has told of something wrong at a path or below it."""
        places = [coded.problem.place for coded in self.project.problems]
        return any(place.file == self.file and place.path[: len(path)] == path for place in places)

    def related(self, path: tuple[str | int, ...], message: str) -> Related:
        """Another place of this scorecard's file."""
        return Related(Place(self.file, path), message)
