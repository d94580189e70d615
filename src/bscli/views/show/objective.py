"""An objective's page: how it stands, its causes and effects, its KPIs, and who works on it."""

from __future__ import annotations

from bscli.insight.subject import ObjectiveSubject
from bscli.scoring.status import Trend
from bscli.views.coverage import known_text
from bscli.views.numbers import score_text
from bscli.views.show.page import Facts, KpiRows, Lines, Page, dated, filled, passage
from bscli.views.show.ties import ties_of_objective
from bscli.views.status import LONGEST_OWNER, kpi_row
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS


def objective_page(subject: ObjectiveSubject) -> Page:
    """Everything that is known of an objective in the period."""
    part, scores = subject.objective, subject.scores
    own, lane = part.objective, one_line(subject.perspective.perspective.name)
    rows = tuple(kpi_row(kpi, part.owner) for kpi in part.kpis)
    return Page(
        title=f"Objective {one_line(own.name)}",
        answer=_answer(subject),
        place=f"{subject.id} in {lane}, {scores.period} as of {scores.as_of}",
        sections=filled(
            Lines("", (passage(own.description),) if own.description else ()),
            KpiRows("KPIs", rows) if rows else Lines("KPIs", ("None yet.",)),
            *ties_of_objective(subject),
            Facts("Notes", dated(own.notes, scores.as_of)),
            Lines("See", tuple(map(one_line, own.see))),
        ),
    )


def _answer(subject: ObjectiveSubject) -> str:
    """Score, colour, coverage, trend and owner in one line."""
    part = subject.objective
    rolled_up = part.rolled_up
    score = score_text(rolled_up.score)
    known = known_text(rolled_up.coverage)
    trend = "" if part.trend is Trend.UNKNOWN else part.trend.value
    owner = f"owner {one_line(part.owner, LONGEST_OWNER)}" if part.owner else ""
    stands = f"score {score}" if score else "no score"
    word = STATUS_TOKENS[rolled_up.status].word
    return ", ".join(filter(None, (stands, word, known, trend, owner)))
