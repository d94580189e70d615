"""What a KPI, an objective or an initiative is tied to, each thing with how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bscli.insight.subject import InitiativeSubject, KpiSubject, ObjectiveSubject
from bscli.model.initiative import Initiative, InitiativeStatus
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ObjectiveScore, ScorecardScore
from bscli.views.charts.timeline import TimelineRow, timeline_of
from bscli.views.numbers import score_text
from bscli.views.report.reasons import PLAIN_VERBS, Reason, Reasons, reasons_by_objective
from bscli.views.show.page import Lines, Section, Standing, Standings
from bscli.views.text import one_line


def ties_of_kpi(subject: KpiSubject) -> tuple[Section, ...]:
    """Its objective with the initiatives of that, what guards it, and what it guards."""
    kpis, own = subject.scores.kpis, subject.kpi.kpi
    return (
        Standings("Objective", (_objective(subject.objective),)),
        Standings("Guarded by", _kpis(each for each in kpis if each.kpi.id in own.guarded_by)),
        Standings("Guards", _kpis(each for each in kpis if own.id in each.kpi.guarded_by)),
        _initiatives(subject.scores, subject.objective.objective.id),
    )


def ties_of_objective(subject: ObjectiveSubject) -> tuple[Section, ...]:
    """Its causes, its effects, and the initiatives that move it."""
    reasons = reasons_by_objective(subject.graph).get(subject.id, Reasons((), ()))
    parts = {part.objective.id: part for part in subject.scores.objectives}
    return (
        Standings("Causes", tuple(_linked(reasons.driven_by, parts))),
        Standings("Effects", tuple(_linked(reasons.drives, parts))),
        _initiatives(subject.scores, subject.id),
    )


def ties_of_initiative(subject: InitiativeSubject) -> tuple[Section, ...]:
    """The objectives that it should move."""
    wanted = subject.initiative.objectives
    parts = (part for part in subject.scores.objectives if part.objective.id in wanted)
    return (Standings("Should move", tuple(map(_objective, parts))),)


def initiatives_of(scores: ScorecardScore, objective: str) -> tuple[Initiative, ...]:
    """The initiatives that move an objective."""
    initiatives = scores.scorecard.initiatives
    return tuple(each for each in initiatives if objective in each.objectives)


def _objective(part: ObjectiveScore) -> Standing:
    rolled_up = part.rolled_up
    return Standing(rolled_up.status, score_text(rolled_up.score), one_line(part.objective.name))


def _kpis(scores: Iterable[KpiScore]) -> tuple[Standing, ...]:
    return tuple(
        Standing(each.status, score_text(each.score), one_line(each.kpi.name)) for each in scores
    )


def _linked(reasons: Sequence[Reason], parts: dict[str, ObjectiveScore]) -> Iterator[Standing]:
    for reason in reasons:
        rolled_up = parts[reason.other].rolled_up
        yield Standing(
            status=rolled_up.status,
            score=score_text(rolled_up.score),
            name=reason.name,
            tie=_tie(reason),
            because=reason.because,
        )


def _tie(reason: Reason) -> str:
    """When, and how where it is not the usual way: a cause that raises its effect."""
    verb = "" if reason.verb in PLAIN_VERBS else reason.verb
    return " ".join(filter(None, (verb, reason.lag)))


def _initiatives(scores: ScorecardScore, objective: str) -> Lines:
    timeline = timeline_of(initiatives_of(scores, objective), scores.as_of)
    rows = timeline.rows if timeline else ()
    return Lines("Initiatives", tuple(f"{row.name}: {brief_of(row)}" for row in rows))


def brief_of(row: TimelineRow) -> str:
    """How an initiative stands, in a few words; what is done needs no "100% done"."""
    is_finished = row.status is InitiativeStatus.DONE and row.progress == 1
    pace = "" if is_finished else row.pace
    return ", ".join(filter(None, (row.status.value, "late" if row.is_late else "", pace)))
