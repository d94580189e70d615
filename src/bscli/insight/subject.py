"""What ``bsc show`` is about: the KPI, objective or initiative that an id names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bscli.analysis import Analysis
from bscli.graph.strategy_graph import StrategyGraph
from bscli.insight.named import the_one
from bscli.model.initiative import Initiative
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.own_results import OwnResult, own_results
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore

HINT = "bsc status --format csv lists those of objectives and KPIs"


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiSubject:
    """A KPI in its objective."""

    id: str
    scores: ScorecardScore
    graph: StrategyGraph
    objective: ObjectiveScore
    kpi: KpiScore

    @property
    def home(self) -> str:
        """The id of the scorecard that it stands in."""
        return self.scores.scorecard.id

    def history(self, longest: int | None = None) -> tuple[OwnResult, ...]:
        """Each of its own periods up to the end of the period, or the latest so many of them."""
        card, objective, score = self.scores.scorecard, self.objective.objective, self.kpi
        return own_results(card, objective, score.kpi, score.known_to, longest)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveSubject:
    """An objective in its perspective."""

    id: str
    scores: ScorecardScore
    graph: StrategyGraph
    perspective: PerspectiveScore
    objective: ObjectiveScore

    @property
    def home(self) -> str:
        """The id of the scorecard that it stands in."""
        return self.scores.scorecard.id


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeSubject:
    """An initiative in its scorecard."""

    id: str
    scores: ScorecardScore
    graph: StrategyGraph
    initiative: Initiative

    @property
    def home(self) -> str:
        """The id of the scorecard that it stands in."""
        return self.scores.scorecard.id


ShownSubject = KpiSubject | ObjectiveSubject | InitiativeSubject


def show(analysis: Analysis, id: str) -> ShownSubject:
    """The KPI, objective or initiative that an id names, with the scores around it.

    ``id`` may be written ``scorecard.id``, and must be where several scorecards have it: else a
    UsageError is raised; a NotFoundError, with the nearest id, where nothing is called so.
    """
    pairs = zip(analysis.scores, analysis.graphs, strict=True)
    subjects = [each for scores, graph in pairs for each in _subjects(scores, graph)]
    unknown = "no KPI, objective or initiative has the id {}".format
    return the_one(id, subjects, unknown, HINT)


def _subjects(scores: ScorecardScore, graph: StrategyGraph) -> Iterator[ShownSubject]:
    for lane in scores.perspectives:
        for part in lane.objectives:
            yield ObjectiveSubject(
                id=part.objective.id, scores=scores, graph=graph, perspective=lane, objective=part
            )
            for kpi in part.kpis:
                yield KpiSubject(id=kpi.kpi.id, scores=scores, graph=graph, objective=part, kpi=kpi)
    for initiative in scores.scorecard.initiatives:
        yield InitiativeSubject(id=initiative.id, scores=scores, graph=graph, initiative=initiative)
