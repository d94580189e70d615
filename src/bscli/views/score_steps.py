"""How a KPI's value became a score and a colour, step by step."""

from __future__ import annotations

from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scale import Edges, Judgement
from bscli.scoring.status import GREEN_FROM, HIGHEST, RED_BELOW, Status, are_equal
from bscli.views.numbers import amount_of, plain
from bscli.views.steps import Chapter, Step, equation, operand
from bscli.views.tokens import STATUS_TOKENS


def score_chapter(score: KpiScore) -> Chapter:
    """The edges of the scale, where the value lies among them, and the colour."""
    judgement = score.judgement
    if judgement is None:
        reason = "nothing says what is good" if score.target is None else "the scale is not sound"
        why = f": {reason}" if score.status is Status.UNSCORED else ""
        return Chapter("Score", (Step("", f"no score: {STATUS_TOKENS[score.status].word}{why}"),))
    if score.kpi.measure.words:
        steps = _word_steps(score.kpi, judgement)
    elif judgement.target is not None:
        steps = _range_steps(judgement)
    else:
        steps = [*_share_steps(score, judgement), *_edge_steps(score, judgement)]
    return Chapter(_title(score, judgement), (*steps, _colour(judgement)))


def _title(score: KpiScore, judgement: Judgement) -> str:
    return f"Score, by {judgement.basis}, better {score.kpi.better}"


def _colour(judgement: Judgement) -> Step:
    rule = "red below 3.33, amber below 6.67, green from there"
    if judgement.edges is not None and judgement.edges.red_is_baseline:
        rule += "; on the baseline is red"
    return Step("colour", f"{STATUS_TOKENS[judgement.status].word} ({rule})")


def _word_steps(kpi: Kpi, judgement: Judgement) -> list[Step]:
    word = amount_of(kpi, judgement.x)
    return [Step(word, equation("score", plain(judgement.score), judgement.score))]


def _share_steps(score: KpiScore, judgement: Judgement) -> list[Step]:
    """Progress or ratio, where that is what is scored."""
    value, target = score.reading.value, score.target
    if judgement.basis is Basis.VALUE or value is None or target is None:
        return []
    assert isinstance(target.amount, float)
    goal = operand(target.amount)
    if judgement.basis is Basis.RATIO:
        ratio = f"{operand(value)} / {goal}"
        terms = f"2 - {ratio}" if score.kpi.better is Better.LOWER else ratio
    else:
        assert score.baseline is not None
        assert isinstance(score.baseline.amount, float)
        start = operand(score.baseline.amount)
        terms = f"({plain(value)} - {start}) / ({plain(target.amount)} - {start})"
    return [Step("", equation(judgement.basis.value, terms, judgement.x))]


def _edge_steps(score: KpiScore, judgement: Judgement) -> list[Step]:
    edges = judgement.edges
    assert edges is not None
    steps = [
        Step("0 at", plain(edges.worst)),
        Step("10/3 at", f"{plain(edges.red)}, {_why_red(score, judgement)}"),
        Step("20/3 at", f"{plain(edges.green)}, {_why_green(judgement)}"),
        Step("10 at", plain(edges.best)),
    ]
    return [*steps, Step("", _place(score.kpi, judgement, edges))]


def _why_red(score: KpiScore, judgement: Judgement) -> str:
    if judgement.basis is not Basis.VALUE:
        return "where red ends"
    if score.red is not None:
        return "the red line"
    if judgement.edges is not None and judgement.edges.red_is_baseline:
        return "the baseline, for want of a red line"
    return "a tenth of the target's size away, for want of a red line"


def _why_green(judgement: Judgement) -> str:
    return "the target" if judgement.basis is Basis.VALUE else "where green begins"


def _place(kpi: Kpi, judgement: Judgement, edges: Edges) -> str:
    """The equation of the score on the third of the scale that the value lies in."""
    x, is_down = judgement.x, kpi.better is Better.LOWER and judgement.basis is Basis.VALUE
    if are_equal(x, edges.green, edges.green - edges.red):
        return equation("score", "20 / 3", GREEN_FROM)
    if are_equal(edges.red, edges.green):
        return equation("score", plain(judgement.score), judgement.score)
    if are_equal(x, edges.red, edges.green - edges.red):
        return equation("score", "10 / 3", RED_BELOW)
    sign = -1 if is_down else 1
    if sign * (x - edges.green) > 0:
        return _third("20 / 3", x, edges.green, edges.best, is_down, judgement.score)
    if sign * (x - edges.red) > 0:
        return _third("10 / 3", x, edges.red, edges.green, is_down, judgement.score)
    return _third("", x, edges.worst, edges.red, is_down, judgement.score)


def _third(base: str, x: float, start: float, end: float, is_down: bool, score: float) -> str:
    if are_equal(start, end):
        return equation("score", plain(score), score)
    way, whole = f"{plain(x)} - {operand(start)}", f"{plain(end)} - {operand(start)}"
    if is_down:
        way, whole = f"{plain(start)} - {operand(x)}", f"{plain(start)} - {operand(end)}"
    terms = f"{base} + ({way}) / ({whole}) × 10 / 3".removeprefix(" + ")
    return equation("score", _held(terms, score), score)


def _held(terms: str, score: float) -> str:
    """The terms, held to the ends of the scale where they are reached."""
    if score >= HIGHEST:
        return f"min(10, {terms})"
    return f"max(0, {terms})" if score <= 0 else terms


def _range_steps(judgement: Judgement) -> list[Step]:
    target, red, x = judgement.target, judgement.red, judgement.x
    assert target is not None
    assert red is not None
    centre = target.low + target.width / 2
    is_above = x >= centre
    edge, red_edge = (target.high, red.high) if is_above else (target.low, red.low)
    steps = [
        Step("10 at", f"{plain(centre)}, the centre of the target"),
        Step("20/3 at", f"{plain(target.low)} and {plain(target.high)}, the limits of the target"),
        Step("10/3 at", f"{plain(red.low)} and {plain(red.high)}, the red lines"),
    ]
    return [*steps, Step("", _on_side(judgement, centre, edge, red_edge, is_above))]


def _on_side(
    judgement: Judgement, centre: float, edge: float, red_edge: float, is_above: bool
) -> str:
    x, score = judgement.x, judgement.score

    def away(far: float, near: float) -> str:
        start, end = (near, far) if is_above else (far, near)
        return f"({plain(end)} - {operand(start)})"

    if are_equal(edge, centre) and score in (0.0, HIGHEST):
        return equation("score", plain(score), score)
    if score >= GREEN_FROM:
        terms = f"10 - {away(x, centre)} / {away(edge, centre)} × 10 / 3"
    elif score > RED_BELOW:
        terms = f"20 / 3 - {away(x, edge)} / {away(red_edge, edge)} × 10 / 3"
    elif are_equal(edge, red_edge):
        return equation("score", "0", score)
    else:
        terms = f"10 / 3 - {away(x, red_edge)} / {away(red_edge, edge)} × 10 / 3"
    return equation("score", _held(terms, score) if score < GREEN_FROM else terms, score)
