"""The milestones of an initiative: reached, reached late, overdue or still to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bscli.model.initiative import Milestone
from bscli.scoring.status import Status
from bscli.views.charts.axis import Axis
from bscli.views.findings import counted
from bscli.views.text import one_line


class MilestoneState(StrEnum):
    """How a milestone stands on a day, in words."""

    DONE = "done"
    DONE_LATE = "done late"
    LATE = "late"
    TO_COME = "to come"


LOOKS = {
    MilestoneState.DONE: Status.GREEN,
    MilestoneState.DONE_LATE: Status.AMBER,
    MilestoneState.LATE: Status.RED,
    MilestoneState.TO_COME: Status.NOT_DUE,
}
"""The status whose sign and colour each state shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneMark:
    """A milestone; it lies where it was reached, else where it is due.

    ``look`` is the status whose sign and colour it shares; ``done`` is empty until it is reached.
    """

    name: str
    state: MilestoneState
    look: Status
    at: float
    due: str
    done: str
    text: str


def mark_of(milestone: Milestone, axis: Axis, as_of: date) -> MilestoneMark:
    """The milestone as known on a day."""
    done = reached_on(milestone, as_of)
    state = state_of(milestone, as_of)
    name, due = one_line(milestone.name), milestone.due.isoformat()
    return MilestoneMark(
        name=name,
        state=state,
        look=LOOKS[state],
        at=axis.end_of(done or milestone.due),
        due=due,
        done=done.isoformat() if done else "",
        text=f"{name}: {state} {done}, due {due}" if done else f"{name}: {state}, due {due}",
    )


def reached_on(milestone: Milestone, as_of: date) -> date | None:
    """The day on which it was reached, where that day has come."""
    return milestone.done if milestone.done and milestone.done <= as_of else None


def counts_of(marks: Iterable[MilestoneMark]) -> str:
    """How many milestones stand how, in words; empty where there are none."""
    found = Counter(mark.state for mark in marks)
    states = [f"{found[state]} {state}" for state in MilestoneState if found[state]]
    return f"{counted(found.total(), 'milestone')}: {', '.join(states)}" if states else ""


def state_of(milestone: Milestone, as_of: date) -> MilestoneState:
    """How a milestone stands on a day."""
    done = reached_on(milestone, as_of)
    if done is not None:
        return MilestoneState.DONE if done <= milestone.due else MilestoneState.DONE_LATE
    return MilestoneState.LATE if milestone.due < as_of else MilestoneState.TO_COME
