"""Where a score comes from: the KPI or roll-up that an id names, and everything above it."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.analysis import Analysis
from bscli.errors import NotFoundError, UsageError
from bscli.model.document import Document
from bscli.model.suggestions import did_you_mean
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The scores on the way from an id up to the scorecard, with the file they stand in.

    ``kpi``, ``objective`` and ``perspective`` are missing where the id names something above.
    """

    id: str
    document: Document
    kpi: KpiScore | None
    objective: ObjectiveScore | None
    perspective: PerspectiveScore | None
    scorecard: ScorecardScore


def explain(analysis: Analysis, id: str) -> Explanation:
    """The way of a KPI's, objective's, perspective's or scorecard's score up the tree.

    ``id`` may be written ``scorecard.id``, and must be where several scorecards have it: else a
    UsageError is raised; a NotFoundError, with the nearest id, where nothing is called so.
    """
    ways = _ways(analysis)
    found = [way for way in ways if id in (way.id, f"{way.scorecard.scorecard.id}.{way.id}")]
    if not found:
        hint = did_you_mean(id, [way.id for way in ways]) or "bsc status lists them"
        raise NotFoundError(f'nothing that has a score has the id "{id[:80]}"', hint)
    scorecards = sorted({way.scorecard.scorecard.id for way in found})
    if len(scorecards) > 1:
        choice = " or ".join(f"{scorecard}.{id}" for scorecard in scorecards)
        raise UsageError(f'"{id[:80]}" stands in several scorecards', f"write {choice}")
    return found[0]


def _ways(analysis: Analysis) -> list[Explanation]:
    """Every id with its way up: KPIs and objectives first, so that they win over namesakes."""
    documents = [file.document for file in analysis.project.files if file.scorecard is not None]
    ways = []
    for document, scores in zip(documents, analysis.scores, strict=True):
        ways += _ways_in(document, scores)
    return sorted(
        ways, key=lambda way: (way.kpi is None, way.objective is None, way.perspective is None)
    )


def _ways_in(document: Document, scores: ScorecardScore) -> list[Explanation]:
    def way(
        id: str,
        perspective: PerspectiveScore | None = None,
        objective: ObjectiveScore | None = None,
        kpi: KpiScore | None = None,
    ) -> Explanation:
        return Explanation(
            id=id,
            document=document,
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
