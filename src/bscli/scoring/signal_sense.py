"""Whether a signal is good news or bad, in the KPI's own sense of better."""

from __future__ import annotations

from bscli.model.measures import Better
from bscli.model.series import Range
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.signals import Signal
from bscli.scoring.status import Trend


def sense_of(score: KpiScore, signal: Signal) -> Trend:
    """Improving or worsening against the centre line.

    A KPI that is better within a range is judged by its distance from the range: steady where the
    value and the centre line both lie in it, unknown where there is no range.
    """
    kpi = score.kpi
    if kpi.better is not Better.WITHIN:
        is_better = signal.is_above == (kpi.better is Better.HIGHER)
        return Trend.IMPROVING if is_better else Trend.WORSENING
    target = score.target.amount if score.target else None
    if not isinstance(target, Range) or score.xmr is None:
        return Trend.UNKNOWN
    now, usually = _distance(target, signal.value), _distance(target, score.xmr.centre)
    if now == usually:
        return Trend.STEADY
    return Trend.IMPROVING if now < usually else Trend.WORSENING


def _distance(target: Range, value: float) -> float:
    return max(target.low - value, value - target.high, 0.0)
