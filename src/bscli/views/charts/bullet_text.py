"""What a bullet graph says, in words."""

from __future__ import annotations

from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.levels import Amount
from bscli.scoring.scale import Edges, Judgement
from bscli.views.numbers import amount_of, plain, plain_amount, target_of, unit_of
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS

LONGEST_UNIT = 24


def text_of(score: KpiScore) -> str:
    """Name, value, target, where red begins, and the colour, for a KPI with value and target."""
    kpi, value, target = score.kpi, score.reading.value, score.target
    assert value is not None
    assert target is not None
    shown, goal = _told_apart(kpi, value, target.amount)
    unit = one_line(unit_of(kpi), LONGEST_UNIT)
    parts = [f"{shown} {unit}".rstrip(), f"target {goal}", _red_text(score)]
    text = f"{one_line(kpi.name)}: {', '.join(filter(None, parts))}"
    return f"{text}: {STATUS_TOKENS[score.status].word}" if score.judgement else text


def _told_apart(kpi: Kpi, value: float, target: Amount) -> tuple[str, str]:
    """Value and target as shown; in full where, rounded alike, they would belie the colour."""
    shown, goal = amount_of(kpi, value), target_of(kpi, target)
    if shown == goal and value != target:
        return plain(value), plain_amount(target)
    return shown, goal


def _red_text(score: KpiScore) -> str:
    """Where red begins, in the KPI's own units; empty where nothing says so."""
    judgement = score.judgement
    if judgement is None:
        return ""
    if judgement.red is not None:
        return f"red outside {target_of(score.kpi, judgement.red)}"
    assert judgement.edges is not None
    edge = target_of(score.kpi, _red_value(score, judgement, judgement.edges))
    is_down = score.kpi.better is Better.LOWER
    if judgement.edges.red_is_baseline:
        return f"red at {edge} or {'above' if is_down else 'below'}"
    return f"red {'above' if is_down else 'below'} {edge}"


def _red_value(score: KpiScore, judgement: Judgement, edges: Edges) -> float:
    """The red edge as a value; where it is a share of progress or target, turned back into one."""
    if judgement.basis is Basis.VALUE:
        return edges.red
    assert score.target is not None
    goal = score.target.amount
    assert isinstance(goal, float)
    if judgement.basis is Basis.RATIO:
        return goal * (2 - edges.red if score.kpi.better is Better.LOWER else edges.red)
    assert score.baseline is not None
    start = score.baseline.amount
    assert isinstance(start, float)
    return start + edges.red * (goal - start)
