"""How a KPI's value became a score and a colour, step by step."""

from __future__ import annotations

from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scale import Edges, Judgement
from bscli.scoring.status import GREEN_FROM, HIGHEST, RED_BELOW, Status, are_equal
from bscli.views.numbers import amount_of, plain, plain_amount, score_text, target_of
from bscli.views.steps import Chapter, SourceLines, Step, equation, operand
from bscli.views.tokens import COLOUR_RULE, GREEN_EDGE, RED_EDGE, STATUS_TOKENS


def score_chapter(score: KpiScore, lines: SourceLines, shares: dict[str, str]) -> Chapter:
    """The edges of the scale, where the value lies among them, and the colour.

    ``shares`` tells where the red and green edges stand that are shares and not values.
    """
    judgement = score.judgement
    if judgement is None:
        why = f": {_why_unscored(score)}" if score.status is Status.UNSCORED else ""
        return Chapter("Score", (Step("score", f"none: {STATUS_TOKENS[score.status].word}{why}"),))
    if score.kpi.measure.words:
        steps = _word_steps(score.kpi, judgement)
    elif judgement.target is not None:
        steps = _range_steps(score, judgement)
    else:
        steps = [*_share_steps(score, judgement), *_edge_steps(score, judgement, lines, shares)]
    return Chapter(_title(score, judgement), (*steps, _colour(judgement)))


def answer_of(score: KpiScore) -> str:
    """Value, target, score and colour in one line, or the kind of nothing."""
    kpi, word = score.kpi, STATUS_TOKENS[score.status].word
    target = target_of(kpi, score.target.amount) if score.target else ""
    if score.reading.value is None:
        return f"no score: {word}"
    value = amount_of(kpi, score.reading.value)
    if value == target and score.target and score.target.amount != score.reading.value:
        # Rounded alike, they would make the colour look wrong.
        value, target = plain(score.reading.value), plain_amount(score.target.amount)
    against = f"{value} against a target of {target}" if target else value
    if score.score is None:
        return f"{against}: no score, {_why_unscored(score)}"
    return f"{against}: score {score_text(score.score)}, {word}"


def _why_unscored(score: KpiScore) -> str:
    """Why a value has no score."""
    return "nothing says what is good" if score.target is None else "the scale is not sound"


def _title(score: KpiScore, judgement: Judgement) -> str:
    return f"Score, by {judgement.basis}, better {score.kpi.better}"


def _colour(judgement: Judgement) -> Step:
    rule = COLOUR_RULE
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
    return [Step("share", equation(judgement.basis.value, terms, judgement.x))]


def _edge_steps(
    score: KpiScore, judgement: Judgement, lines: SourceLines, shares: dict[str, str]
) -> list[Step]:
    edges = judgement.edges
    assert edges is not None
    place = Step(f"by {judgement.basis}", _place(score.kpi, judgement, edges))
    labels = ("0 at", f"{RED_EDGE} at", f"{GREEN_EDGE} at", "10 at")
    numbers = map(plain, (edges.worst, edges.red, edges.green, edges.best))
    if judgement.basis is Basis.VALUE:
        remarks = ["", f", {_why_red(score, judgement)}", ", the target", ""]
        ends = {"worst": score.kpi.worst, "best": score.kpi.best}
        stated = {key: lines.of(key) for key, end in ends.items() if end is not None}
        sources = [stated.get("worst", ""), "", "", stated.get("best", "")]
    else:
        ends_of = {"red": ", where red ends", "green": ", where green begins"}
        told = [text if key in shares else f"{text}, by default" for key, text in ends_of.items()]
        remarks = ["", *told, ""]
        sources = ["", shares.get("red", ""), shares.get("green", ""), ""]
    rows = zip(labels, numbers, remarks, sources, strict=True)
    return [*(Step(label, text + remark, source) for label, text, remark, source in rows), place]


def _why_red(score: KpiScore, judgement: Judgement) -> str:
    if score.red is not None:
        return "the red line"
    if judgement.edges is not None and judgement.edges.red_is_baseline:
        return "the baseline, for want of a red line"
    return "a tenth of the target's size away, for want of a red line"


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


def _range_steps(score: KpiScore, judgement: Judgement) -> list[Step]:
    target, red, x = judgement.target, judgement.red, judgement.x
    assert target is not None
    assert red is not None
    centre = target.low + target.width / 2
    is_above = x >= centre
    edge, red_edge = (target.high, red.high) if is_above else (target.low, red.low)
    ends = (2 * red.low - target.low, 2 * red.high - target.high)
    why = "the red lines"
    if score.red is None:
        why = "a tenth of the target's width beyond it, for want of a red line"
    return [
        Step("0 at", f"{plain(ends[0])} and {plain(ends[1])}"),
        Step(f"{RED_EDGE} at", f"{plain(red.low)} and {plain(red.high)}, {why}"),
        Step(
            f"{GREEN_EDGE} at",
            f"{plain(target.low)} and {plain(target.high)}, the limits of the target",
        ),
        Step("10 at", f"{plain(centre)}, the centre of the target"),
        Step("by value", _on_side(judgement, centre, edge, red_edge, is_above)),
    ]


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
