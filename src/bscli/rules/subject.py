"""What a rule looks at: one scorecard with its graph and scores, in its project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bscli.findings import DocumentPath, Part, Place, Problem, Related
from bscli.graph.strategy_graph import StrategyGraph
from bscli.model.document import Document
from bscli.model.kpi import Kpi
from bscli.model.objective import Objective
from bscli.model.project import Project
from bscli.model.scorecard import Scorecard
from bscli.rules.limits import Limits
from bscli.rules.misread import (
    has_unknown_key_at_head,
    is_map_misread,
    misread_paths,
    told_paths,
)
from bscli.scoring.scores import ScorecardScore

JUDGED_BY = (
    *("target", "red", "baseline", "worst", "best"),
    *("better", "unit", "aggregate", "frequency", "scoring"),
)
"""What decides what is good of a KPI; a mistake elsewhere in it changes no judgement."""


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
        path: DocumentPath,
        message: str,
        help: str | None = None,
        *,
        part: Part = Part.KEY,
        related: tuple[Related, ...] = (),
        label: str | None = None,
    ) -> Problem:
        """A problem at a path of this scorecard's file."""
        return Problem(Place(self.file, path, part), message, help, related, label)

    def is_misread(self, *path: str) -> bool:
        """Whether loading has told of something wrong at a path or below it.

        What is missing there may only have been misspelled, which is told already.
        """
        return path in self.misread

    def is_kpi_misread(self, objective: Objective, kpi: Kpi) -> bool:
        """Whether what a KPI is judged by was misread, or the scoring settings above it."""
        above = ("objectives", objective.id)
        own = (*above, "kpis", kpi.id)
        places = ((*above, "scoring"), ("scoring",), *((*own, key) for key in JUDGED_BY))
        return any(place in self._told for place in places)

    def soundly_read_kpis(self) -> list[tuple[Objective, Kpi]]:
        """Every KPI that can be judged as it was written, with its objective, in file order."""
        return [pair for pair in self.scorecard.kpis() if not self.is_kpi_misread(*pair)]

    @cached_property
    def document(self) -> Document:
        """The text and the data of this scorecard's file."""
        return next(file.document for file in self.project.files if file.file == self.file)

    @cached_property
    def is_map_misread(self) -> bool:
        """Whether an objective or link may be missing because it was misread."""
        return is_map_misread(self.project, self.file)

    @cached_property
    def may_lack_its_owner(self) -> bool:
        """Whether the owner of the whole may only have been misspelled."""
        return self.is_misread("owner") or self.has_unknown_key_at_head

    @cached_property
    def has_unknown_key_at_head(self) -> bool:
        """Whether a key at the top of the file is unknown, whatever it was meant to be."""
        return has_unknown_key_at_head(self.project, self.file)

    @cached_property
    def _told(self) -> frozenset[DocumentPath]:
        return told_paths(self.project, self.file)

    @cached_property
    def misread(self) -> frozenset[DocumentPath]:
        """Every path at or below which loading has told of something wrong."""
        return misread_paths(self.project, self.file)

    def related(self, path: DocumentPath, message: str) -> Related:
        """Another place of this scorecard's file."""
        return Related(Place(self.file, path), message)
