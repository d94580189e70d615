"""Where a score comes from: the KPI or roll-up that an id names, and everything above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bscli.analysis import Analysis
from bscli.insight.named import the_one
from bscli.model.document import Document
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The scores on the way from an id up to the scorecard, with the file they stand in.

    ``documents`` are all files of the project by name: a calculated KPI may take in what stands in
    another one.
    ``kpi``, ``objective`` and ``perspective`` are missing where the id names something above.
    """

    id: str
    document: Document
    documents: Mapping[str, Document]
    kpi: KpiScore | None
    objective: ObjectiveScore | None
    perspective: PerspectiveScore | None
    scorecard: ScorecardScore

    @property
    def home(self) -> str:
        """The id of the scorecard that it stands in."""
        return self.scorecard.scorecard.id


def explain(analysis: Analysis, id: str) -> Explanation:
    """The way of a KPI's, objective's, perspective's or scorecard's score up the tree.

    ``id`` may be written ``scorecard.id``, and must be where several scorecards have it: else a
    UsageError is raised; a NotFoundError, with the nearest id, where nothing is called so.
    """
    ways = _ways(analysis)
    unknown = "nothing that has a score has the id {}".format
    return the_one(id, ways, unknown, "bsc status --format csv lists ids")


def _ways(analysis: Analysis) -> list[Explanation]:
    """Every id with its way up: KPIs and objectives first, so that they win over namesakes."""
    documents = {file.file: file.document for file in analysis.project.files}
    readable = [file.document for file in analysis.project.files if file.scorecard is not None]
    ways = []
    for document, scores in zip(readable, analysis.scores, strict=True):
        ways += _ways_in(document, documents, scores)
    return sorted(
        ways, key=lambda way: (way.kpi is None, way.objective is None, way.perspective is None)
    )


def _ways_in(
    document: Document, documents: Mapping[str, Document], scores: ScorecardScore
) -> list[Explanation]:
    def way(
        id: str,
        perspective: PerspectiveScore | None = None,
        objective: ObjectiveScore | None = None,
        kpi: KpiScore | None = None,
    ) -> Explanation:
        return Explanation(
            id=id,
            document=document,
            documents=documents,
            kpi=kpi,
            objective=objective,
            perspective=perspective,
            scorecard=scores,
        )

    ways = [way(scores.scorecard.id)]
    for lane in scores.perspectives:
        ways.append(way(lane.perspective.id, lane))
        for part in lane.objectives:
            ways.append(way(part.objective.id, lane, part))
            ways += [way(score.kpi.id, lane, part, score) for score in part.kpis]
    return ways
