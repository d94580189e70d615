"""Which scoring settings apply: a KPI's own, else its objective's, else the scorecard's."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.model.objective import Objective, Rollup
from bscli.model.scorecard import Scorecard

_DEFAULT_SHARES = {Basis.VALUE: (0.0, 1.0), Basis.PROGRESS: (0.75, 1.0), Basis.RATIO: (0.90, 1.0)}


@dataclass(frozen=True, slots=True)
class ScoringBasis:
    """What is measured against the edges; ``red`` and ``green`` are shares, unused by value."""

    by: Basis
    red: float
    green: float


def scoring_basis(scorecard: Scorecard, objective: Objective, kpi: Kpi) -> ScoringBasis:
    """A KPI's basis; who changes it starts from the new basis' own edges.

    Words and ranges have no progress and no ratio: they are always scored by value.
    """
    if kpi.measure.words or kpi.better is Better.WITHIN:
        return ScoringBasis(Basis.VALUE, *_DEFAULT_SHARES[Basis.VALUE])
    by, red, green = Basis.VALUE, None, None
    for settings in (scorecard.scoring, objective.scoring, kpi.scoring):
        if settings is None:
            continue
        if settings.by is not None and settings.by is not by:
            by, red, green = settings.by, None, None
        red = red if settings.red is None else settings.red
        green = green if settings.green is None else settings.green
    default_red, default_green = _DEFAULT_SHARES[by]
    return ScoringBasis(
        by, default_red if red is None else red, default_green if green is None else green
    )


def rollup_of(scorecard: Scorecard, objective: Objective | None = None) -> Rollup:
    """How scores are rolled up within an objective, or above objectives."""
    own = objective.scoring.rollup if objective and objective.scoring else None
    return own or scorecard.scoring.rollup or Rollup.WEIGHTED
