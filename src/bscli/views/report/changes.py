"""What changed its colour since the period before, worst first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS

MOST_SHOWN = 6

_GOODNESS = {Status.RED: 0, Status.AMBER: 1, Status.GREEN: 2}

Place = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An objective or a KPI with another colour than before; its card is that of ``objective``."""

    kind: str
    name: str
    objective: str
    now: Status
    then: Status

    @property
    def text(self) -> str:
        """What happened, such as: turned red from green."""
        verb = "recovered to" if _GOODNESS[self.now] > _GOODNESS[self.then] else "turned"
        return f"{verb} {STATUS_TOKENS[self.now].word} from {STATUS_TOKENS[self.then].word}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The worst changes since a period; ``more`` counts the rest, ``instead`` stands for none."""

    since: str
    shown: tuple[Change, ...]
    more: int
    instead: str


def changes_of(scores: ScorecardScore) -> Changes:
    """What turned red, then what turned amber, then what recovered."""
    before = scores.before
    then = dict(_colours(before)) if before else {}
    found = sorted(_changes(scores, then), key=_badness)
    instead = "Nothing changed its colour." if then else "There is nothing to compare with yet."
    return Changes(
        since=before.period.name if before else "",
        shown=tuple(found[:MOST_SHOWN]),
        more=max(0, len(found) - MOST_SHOWN),
        instead="" if found else instead,
    )


def _colours(scores: ScorecardScore) -> Iterator[tuple[Place, Status]]:
    """The colour of every objective and every KPI that has one, by objective and KPI."""
    for part in scores.objectives:
        if part.rolled_up.status in _GOODNESS:
            yield (part.objective.id, ""), part.rolled_up.status
        for kpi in part.kpis:
            if kpi.status in _GOODNESS:
                yield (part.objective.id, kpi.kpi.id), kpi.status


def _changes(scores: ScorecardScore, then: dict[Place, Status]) -> Iterator[Change]:
    names = _names(scores)
    for place, status in _colours(scores):
        if then.get(place, status) is not status:
            yield Change(
                kind="KPI" if place[1] else "objective",
                name=names[place],
                objective=place[0],
                now=status,
                then=then[place],
            )


def _names(scores: ScorecardScore) -> dict[Place, str]:
    objectives = {(part.objective.id, ""): part.objective.name for part in scores.objectives}
    kpis = {
        (part.objective.id, kpi.kpi.id): kpi.kpi.name
        for part in scores.objectives
        for kpi in part.kpis
    }
    return {place: one_line(name) for place, name in (objectives | kpis).items()}


def _badness(change: Change) -> tuple[bool, int, int]:
    """What got worse before what recovered; then by the colour reached, and the fall to it."""
    has_recovered = _GOODNESS[change.now] > _GOODNESS[change.then]
    return has_recovered, _GOODNESS[change.now], -_GOODNESS[change.then]
