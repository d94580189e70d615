"""What ``bsc show`` tells, as plain data in the shape that ``docs/cli.md`` promises."""

from __future__ import annotations

from bscli.insight.subject import InitiativeSubject, KpiSubject, ObjectiveSubject, ShownSubject
from bscli.model.initiative import Initiative
from bscli.model.objective import Link, Objective
from bscli.scoring.own_results import OwnResult
from bscli.scoring.scores import ObjectiveScore, ScorecardScore
from bscli.scoring.signals import Xmr
from bscli.views.charts.milestones import state_of
from bscli.views.charts.pace import elapsed_of
from bscli.views.show.ties import initiatives_of
from bscli.views.status_data import (
    VERSION,
    Data,
    amount_data,
    kpi_data,
    objective_data,
    signal_data,
    standing_data,
)


def data_of(subject: ShownSubject) -> Data:
    """Version, period and day, then everything about the KPI, objective or initiative."""
    head = {
        "version": VERSION,
        "period": subject.scores.period.name,
        "as_of": subject.scores.as_of.isoformat(),
        "scorecard": subject.home,
    }
    if isinstance(subject, KpiSubject):
        return {**head, "kind": "kpi", **_kpi(subject)}
    if isinstance(subject, InitiativeSubject):
        return {**head, "kind": "initiative", **_initiative(subject)}
    return {**head, "kind": "objective", **_objective(subject)}


def _kpi(subject: KpiSubject) -> Data:
    """The KPI as in the status, each of its own periods, and its limits."""
    score = subject.kpi
    return {
        **kpi_data(score),
        "objective": subject.objective.objective.id,
        "history": [_past(subject, each) for each in subject.history()],
        "xmr": _xmr(score.xmr) if score.xmr else None,
    }


def _past(subject: KpiSubject, result: OwnResult) -> Data:
    kpi, score = subject.kpi.kpi, result.score
    note = kpi.notes.at(result.period)
    return {
        "period": result.period.name,
        "value": amount_data(kpi, score.reading.value),
        "target": amount_data(kpi, score.target.amount if score.target else None),
        "red": amount_data(kpi, score.red_edge),
        "score": score.score,
        "status": score.status.value,
        "note": note.value if note else None,
    }


def _xmr(xmr: Xmr) -> Data:
    return {
        "centre": xmr.centre,
        "lower": xmr.lower,
        "upper": xmr.upper,
        "mean_moving_range": xmr.mean_moving_range,
        "points": xmr.points,
        "signals": [signal_data(signal) for signal in xmr.signals],
    }


def _objective(subject: ObjectiveSubject) -> Data:
    """The objective as in the status, with its causes, effects and initiatives."""
    links = subject.graph.links
    parts = {part.objective.id: part for part in subject.scores.objectives}
    return {
        **objective_data(subject.objective),
        "description": subject.objective.objective.description,
        "perspective": subject.perspective.perspective.id,
        "causes": [
            _tie(link, parts[cause.id]) for cause, link, end in links if end.id == subject.id
        ],
        "effects": [
            _tie(link, parts[effect.id]) for start, link, effect in links if start.id == subject.id
        ],
        "initiatives": [
            _brief(subject.scores, each) for each in initiatives_of(subject.scores, subject.id)
        ],
    }


def _tie(link: Link, part: ObjectiveScore) -> Data:
    return {
        **_moved(part),
        "because": link.because,
        "lag": str(link.lag) if link.lag else None,
        "effect": link.effect.value,
        "kind": link.kind.value,
    }


def _moved(part: ObjectiveScore) -> Data:
    own: Objective = part.objective
    return {"id": own.id, "name": own.name, **standing_data(part.rolled_up, part.trend)}


def _brief(scores: ScorecardScore, initiative: Initiative) -> Data:
    """An initiative; ``elapsed`` is the share of its time that is gone."""
    return {
        "id": initiative.id,
        "name": initiative.name,
        "owner": initiative.owner,
        "status": initiative.status.value,
        "starts": initiative.starts.isoformat() if initiative.starts else None,
        "ends": initiative.ends.isoformat() if initiative.ends else None,
        "progress": initiative.progress,
        "elapsed": elapsed_of(initiative, scores.as_of),
        "budget": initiative.budget,
        "spent": initiative.spent,
    }


def _initiative(subject: InitiativeSubject) -> Data:
    own, as_of = subject.initiative, subject.scores.as_of
    moved = (part for part in subject.scores.objectives if part.objective.id in own.objectives)
    return {
        **_brief(subject.scores, own),
        "description": own.description,
        "milestones": [
            {
                "id": each.id,
                "name": each.name,
                "due": each.due.isoformat(),
                "done": each.done.isoformat() if each.done else None,
                "state": state_of(each, as_of).value.replace(" ", "-"),
            }
            for each in own.milestones
        ],
        "objectives": [_moved(part) for part in moved],
    }
