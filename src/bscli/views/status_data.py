"""The status as plain data, in the shape that ``docs/cli.md`` promises; numbers are unrounded."""

from __future__ import annotations

from typing import Any

from bscli.analysis import Analysis
from bscli.model.kpi import Kpi
from bscli.model.series import Range
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.rollup import RolledUp
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore
from bscli.scoring.signals import Signal
from bscli.scoring.status import Trend

VERSION = 1

Data = dict[str, Any]


def status_data(analysis: Analysis, shown: tuple[ScorecardScore, ...]) -> Data:
    """Period, day, and the scores of each scorecard down to its KPIs."""
    return {
        "version": VERSION,
        "period": analysis.period.name,
        "as_of": analysis.as_of.isoformat(),
        "revision": None,
        "scorecards": [_scorecard(scores) for scores in shown],
    }


def _scorecard(scores: ScorecardScore) -> Data:
    return {
        "id": scores.scorecard.id,
        "name": scores.scorecard.name,
        "parent": scores.scorecard.parent,
        **standing_data(scores.rolled_up, scores.trend),
        "perspectives": [_perspective(lane) for lane in scores.perspectives],
    }


def _perspective(lane: PerspectiveScore) -> Data:
    return {
        "id": lane.perspective.id,
        "name": lane.perspective.name,
        **standing_data(lane.rolled_up, lane.trend),
        "objectives": [objective_data(part) for part in lane.objectives],
    }


def objective_data(part: ObjectiveScore) -> Data:
    """One objective with its KPIs."""
    return {
        "id": part.objective.id,
        "name": part.objective.name,
        "owner": part.owner,
        "themes": list(part.objective.themes),
        **standing_data(part.rolled_up, part.trend),
        "kpis": [kpi_data(score) for score in part.kpis],
    }


def standing_data(rolled_up: RolledUp, trend: Trend) -> Data:
    """How anything above KPIs stands."""
    coverage = rolled_up.coverage
    return {
        "score": rolled_up.score,
        "status": rolled_up.status.value,
        "trend": trend.value,
        "coverage": {"scored": coverage.scored, "expected": coverage.expected},
    }


def kpi_data(score: KpiScore) -> Data:
    """One KPI in a period."""
    kpi, reading, target = score.kpi, score.reading, score.target
    return {
        "id": kpi.id,
        "name": kpi.name,
        "owner": score.owner,
        "type": kpi.type.value,
        "unit": kpi.unit,
        "value": amount_data(kpi, reading.value),
        "values": {"present": len(reading.present), "expected": len(reading.due)},
        "age": reading.age,
        "target": amount_data(kpi, target.amount if target else None),
        "full_target": amount_data(kpi, target.full if target else None),
        "red": amount_data(kpi, score.red_edge),
        "score": score.score,
        "status": score.status.value,
        "trend": score.trend.value,
        "signals": [signal_data(signal) for signal in score.signals],
    }


def signal_data(signal: Signal) -> Data:
    """One signal: its period and the rule that makes it one."""
    return {"period": signal.period.name, "rule": signal.rule.value}


def amount_data(kpi: Kpi, amount: float | Range | None) -> Any:
    """A number, the word that it stands for, a range, or None."""
    if isinstance(amount, Range):
        return {"from": amount.low, "to": amount.high}
    if amount is None or not kpi.measure.words:
        return amount
    return kpi.measure.words[int(amount)]
