"""The initiatives on their timeline, each with what it moves, and their money added up."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bscli.model.initiative import Initiative
from bscli.model.scorecard import Scorecard
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from bscli.views.charts.milestones import LOOKS, MilestoneState, counts_of
from bscli.views.charts.pace import money
from bscli.views.charts.timeline import Timeline, TimelineRow, timeline_of
from bscli.views.findings import counted
from bscli.views.report.period_notes import Note, notes_in
from bscli.views.report.titles import title
from bscli.views.text import one_line


@dataclass(frozen=True, slots=True)
class Moved:
    """An objective that an initiative moves."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeLine:
    """An initiative with its row of the timeline; ``description`` and ``see`` are Markdown.

    ``summary`` counts its milestones, ``late`` says what of it is late.
    """

    row: TimelineRow
    summary: str
    late: str
    description: str
    see: tuple[str, ...]
    moves: tuple[Moved, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiatives:
    """All initiatives; each counts once in ``budget`` and ``spent``, whatever it moves.

    ``looks`` are the signs of the milestones, with what they mean.
    """

    timeline: Timeline
    looks: tuple[tuple[Status, str], ...]
    lines: tuple[InitiativeLine, ...]
    budget: str
    spent: str


def initiatives_of(scores: ScorecardScore) -> Initiatives | None:
    """The initiatives of a scorecard in the order of the file; None where it has none."""
    initiatives = scores.scorecard.initiatives
    timeline = timeline_of(initiatives, scores.as_of)
    if timeline is None:
        return None
    pairs = zip(initiatives, timeline.rows, strict=True)
    return Initiatives(
        timeline=timeline,
        looks=_looks(timeline),
        lines=tuple(_line(scores, initiative, row) for initiative, row in pairs),
        budget=_total(initiative.budget for initiative in initiatives),
        spent=_total(initiative.spent for initiative in initiatives),
    )


def _line(scores: ScorecardScore, initiative: Initiative, row: TimelineRow) -> InitiativeLine:
    return InitiativeLine(
        row=replace(row, name=title(initiative.name)),
        summary=counts_of(row.milestones) or "Description",
        late=_late(row),
        description=initiative.description or "",
        see=initiative.see,
        moves=_moves(scores.scorecard, initiative),
        notes=notes_in(initiative.notes, scores.as_of, scores.period),
    )


def _late(row: TimelineRow) -> str:
    """What is late: the whole initiative, or so many of its milestones."""
    late = sum(milestone.state is MilestoneState.LATE for milestone in row.milestones)
    return "late" if row.is_late else f"{counted(late, 'milestone')} late" if late else ""


def _moves(scorecard: Scorecard, initiative: Initiative) -> tuple[Moved, ...]:
    found = (scorecard.objective(id) for id in initiative.objectives)
    return tuple(Moved(part.id, one_line(part.name)) for part in found if part is not None)


def _total(amounts: Iterable[float | None]) -> str:
    stated = [amount for amount in amounts if amount is not None]
    return money(math.fsum(stated)) if stated else ""


def _looks(timeline: Timeline) -> tuple[tuple[Status, str], ...]:
    found = {milestone.state for row in timeline.rows for milestone in row.milestones}
    return tuple((LOOKS[state], state.value) for state in MilestoneState if state in found)
