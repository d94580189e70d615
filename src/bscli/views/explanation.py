"""A score's whole way, from raw values up the tree, as chapters of arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bscli.findings import DocumentPath
from bscli.insight.explanation import Explanation
from bscli.model.kpi import Basis
from bscli.model.measures import Better
from bscli.model.objective import Rollup
from bscli.scoring.calculated_series import CalculatedSeries
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.rollup import RolledUp, Weighted
from bscli.views.coverage import NOTHING_EXPECTED, coverage_text, known_text
from bscli.views.formula_steps import calculated_chapters
from bscli.views.level_steps import level_chapter
from bscli.views.numbers import plain, score_text
from bscli.views.score_steps import answer_of, score_chapter
from bscli.views.steps import Chapter, SourceLines, Step, equation, operand
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS, TREND_TOKENS
from bscli.views.value_steps import value_chapter

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationView:
    """What is explained, for which period, and the chapters that explain it."""

    id: str
    title: str
    answer: str
    file: str
    period: str
    as_of: str
    score: float | None
    status: str
    chapters: tuple[Chapter, ...]


def explanation_view(explanation: Explanation) -> ExplanationView:
    """The chapters of a KPI, objective, perspective or scorecard."""
    scores = explanation.scorecard
    chapters = [*_kpi_chapters(explanation), *_levels_above(explanation)]
    start = explanation.kpi or _start(explanation)
    return ExplanationView(
        id=explanation.id,
        title=_title(explanation),
        answer=_answer(explanation),
        file=one_line(explanation.document.file, 200),
        period=scores.period.name,
        as_of=scores.as_of.isoformat(),
        score=start.score,
        status=start.status.value,
        chapters=tuple(chapters),
    )


def explanation_data(view: ExplanationView) -> dict[str, Any]:
    """The explanation as plain data."""
    return {
        "version": VERSION,
        "id": view.id,
        "period": view.period,
        "as_of": view.as_of,
        "score": view.score,
        "status": view.status,
        "chapters": [
            {
                "title": chapter.title,
                "steps": [
                    {"label": step.label, "text": step.text, "source": step.source or None}
                    for step in chapter.steps
                ],
            }
            for chapter in view.chapters
        ],
    }


def _start(explanation: Explanation) -> RolledUp:
    return (explanation.objective or explanation.perspective or explanation.scorecard).rolled_up


def _title(explanation: Explanation) -> str:
    if explanation.kpi:
        return f"KPI {one_line(explanation.kpi.kpi.name)}"
    if explanation.objective:
        return f"Objective {one_line(explanation.objective.objective.name)}"
    if explanation.perspective:
        return f"Perspective {one_line(explanation.perspective.perspective.name)}"
    return f"Scorecard {one_line(explanation.scorecard.scorecard.name)}"


def _answer(explanation: Explanation) -> str:
    """What comes out, in one line."""
    if explanation.kpi is None:
        rolled_up, word = _start(explanation), STATUS_TOKENS[_start(explanation).status].word
        known = known_text(rolled_up.coverage)
        score = score_text(rolled_up.score)
        standing = f"score {score}, {word}" if score else f"no score: {word}"
        return ", ".join(filter(None, (standing, known)))
    return answer_of(explanation.kpi)


def _kpi_chapters(explanation: Explanation) -> list[Chapter]:
    score, part = explanation.kpi, explanation.objective
    if score is None or part is None:
        return []
    path = ("objectives", part.objective.id, "kpis", score.kpi.id)
    lines = SourceLines(explanation.document, path)
    *inputs, value = _value_chapters(explanation, score, lines)
    trend = Step("trend", TREND_TOKENS[score.trend].word)
    levels = [
        level_chapter(title, key, score.kpi, level, lines)
        for title, key, level in _levels_used(score)
    ]
    return [
        *inputs,
        Chapter(value.title, (*value.steps, trend)),
        *levels,
        score_chapter(score, lines, _shares(explanation)),
    ]


def _value_chapters(explanation: Explanation, score: KpiScore, lines: SourceLines) -> list[Chapter]:
    """The value, and before it the inputs that it is calculated from."""
    as_of, series = explanation.scorecard.as_of, score.kpi.actuals
    if isinstance(series, CalculatedSeries):
        return calculated_chapters(score, series, lines, explanation.documents, as_of)
    return [value_chapter(score, lines, as_of)]


def _shares(explanation: Explanation) -> dict[str, str]:
    """Where the shares stand that are red and green; a new basis brings its own edges with it."""
    part, score = explanation.objective, explanation.kpi
    assert part is not None
    assert score is not None
    to_part: DocumentPath = ("objectives", part.objective.id)
    by, found = Basis.VALUE, dict[str, str]()
    for settings, path in (
        (explanation.scorecard.scorecard.scoring, ()),
        (part.objective.scoring, to_part),
        (score.kpi.scoring, (*to_part, "kpis", score.kpi.id)),
    ):
        if settings is None:
            continue
        if settings.by is not None and settings.by is not by:
            by, found = settings.by, {}
        lines = SourceLines(explanation.document, path)
        stated = {"red": settings.red, "green": settings.green}
        found |= {key: lines.of("scoring", key) for key in stated if stated[key] is not None}
    return found


def _levels_used(score: KpiScore) -> list[tuple[str, str, Any]]:
    """The levels that the judgement rests on: a baseline only where it does."""
    used = [("Target", "target", score.target)]
    edges = score.judgement.edges if score.judgement else None
    basis = score.judgement.basis if score.judgement else _basis_of(score)
    if basis is Basis.VALUE:
        used.append(("Red line", "red", score.red))
    if basis is Basis.PROGRESS or (edges is not None and edges.red_is_baseline):
        used.append(("Baseline", "baseline", score.baseline))
    return [(title, key, level) for title, key, level in used if level is not None]


def _basis_of(score: KpiScore) -> Basis:
    """What a KPI would be judged by if it had a value: ranges and words know nothing else."""
    is_plain = score.kpi.better is not Better.WITHIN and not score.kpi.measure.words
    return score.settings.by if is_plain else Basis.VALUE


def _levels_above(explanation: Explanation) -> list[Chapter]:
    document, chapters = explanation.document, []
    if explanation.objective:
        part = explanation.objective
        name = f'Objective "{one_line(part.objective.name)}" ({part.objective.id})'
        paths: DocumentPath = ("objectives", part.objective.id, "kpis")
        chapters.append(_rollup_chapter(name, part.rolled_up, SourceLines(document, paths)))
    if explanation.perspective:
        lane = explanation.perspective
        name = f'Perspective "{one_line(lane.perspective.name)}" ({lane.perspective.id})'
        lines = SourceLines(document, ("objectives",))
        chapters.append(_rollup_chapter(name, lane.rolled_up, lines))
    scores = explanation.scorecard
    name = f'Scorecard "{one_line(scores.scorecard.name)}" ({scores.scorecard.id})'
    lines = SourceLines(document, ("perspectives",))
    return [*chapters, _rollup_chapter(name, scores.rolled_up, lines)]


def _rollup_chapter(title: str, rolled_up: RolledUp, lines: SourceLines) -> Chapter:
    steps = [_part_step(part, lines) for part in rolled_up.parts]
    if rolled_up.score is None:
        steps.append(Step("score", f"none: {STATUS_TOKENS[rolled_up.status].word}"))
    else:
        steps.append(Step(rolled_up.rollup.value, _rollup_equation(rolled_up)))
        steps.append(Step("colour", STATUS_TOKENS[rolled_up.status].word))
    steps.append(Step("coverage", coverage_text(rolled_up.coverage) or NOTHING_EXPECTED))
    return Chapter(title, tuple(steps))


def _part_step(part: Weighted, lines: SourceLines) -> Step:
    source = lines.of(part.id, "weight")
    if part.score is None:
        return Step(part.id, f"{STATUS_TOKENS[part.status].word}, left out", source)
    if part.weight == 0:
        return Step(part.id, f"{plain(part.score)}, weight 0: shown, not counted", source)
    return Step(part.id, f"{plain(part.score)}, weight {plain(part.weight)}", source)


def _rollup_equation(rolled_up: RolledUp) -> str:
    assert rolled_up.score is not None
    counted = [(part.score, part.weight) for part in rolled_up.counted if part.score is not None]
    if rolled_up.rollup is Rollup.WORST:
        scores = ", ".join(plain(score) for score, _ in counted)
        terms = f"min({scores})" if len(counted) > 1 else scores
    else:
        products = " + ".join(f"{plain(score)} × {operand(weight)}" for score, weight in counted)
        weights = " + ".join(operand(weight) for _, weight in counted)
        terms = f"({products}) / ({weights})"
    return equation("score", terms, rolled_up.score)
