"""The timeline: one row for each initiative on a common axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bscli.model.initiative import Initiative, InitiativeStatus
from bscli.views.charts.axis import Axis, Tick, axis_of
from bscli.views.charts.bars import Bar, bar_of, days_of, is_late
from bscli.views.charts.milestones import MilestoneMark, counts_of, mark_of
from bscli.views.charts.pace import dates_text, elapsed_of, money, money_text, pace_text
from bscli.views.text import one_line

LONGEST_OWNER = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One initiative; a text is empty, and a share missing, where nothing is stated.

    ``status`` is its own word, and ``is_late`` tells that its end has passed by. ``progress`` and
    ``elapsed`` are shares of one. ``text`` says the whole row.
    """

    id: str
    name: str
    owner: str
    status: InitiativeStatus
    is_late: bool
    dates: str
    progress: float | None
    elapsed: float | None
    pace: str
    budget: str
    spent: str
    money: str
    bar: Bar | None
    milestones: tuple[MilestoneMark, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All initiatives in the order of the file; places are fractions of the axis."""

    text: str
    today: float
    ticks: tuple[Tick, ...]
    rows: tuple[TimelineRow, ...]


def timeline_of(initiatives: Sequence[Initiative], as_of: date) -> Timeline | None:
    """The timeline as known on a day; None without initiatives."""
    if not initiatives:
        return None
    days = [as_of, *(day for initiative in initiatives for day in days_of(initiative, as_of))]
    axis = axis_of(days)
    return Timeline(
        text=f"Time from {min(days)} to {max(days)}, today is {as_of}",
        today=axis.end_of(as_of),
        ticks=axis.ticks,
        rows=tuple(_row(initiative, axis, as_of) for initiative in initiatives),
    )


def _row(initiative: Initiative, axis: Axis, as_of: date) -> TimelineRow:
    elapsed = elapsed_of(initiative, as_of)
    marks = tuple(mark_of(milestone, axis, as_of) for milestone in initiative.milestones)
    return TimelineRow(
        id=initiative.id,
        name=one_line(initiative.name),
        owner=one_line(initiative.owner or "", LONGEST_OWNER),
        status=initiative.status,
        is_late=is_late(initiative, as_of),
        dates=dates_text(initiative),
        progress=initiative.progress,
        elapsed=elapsed,
        pace=pace_text(initiative, elapsed),
        budget=money(initiative.budget),
        spent=money(initiative.spent),
        money=money_text(initiative),
        bar=bar_of(initiative, axis, as_of),
        milestones=marks,
        text="; ".join(filter(None, _said(initiative, elapsed, marks, as_of))),
    )


def _said(
    initiative: Initiative, elapsed: float | None, marks: tuple[MilestoneMark, ...], as_of: date
) -> Iterator[str]:
    late = ", late" if is_late(initiative, as_of) else ""
    yield f"{one_line(initiative.name)}: {initiative.status}{late}"
    yield dates_text(initiative)
    yield pace_text(initiative, elapsed)
    yield money_text(initiative)
    yield counts_of(marks)
