"""The bar of an initiative on the axis of time, also where a date of it is not stated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bscli.model.initiative import Initiative, InitiativeStatus
from bscli.views.charts.axis import Axis
from bscli.views.charts.milestones import reached_on

LEAST_LENGTH = 0.008
"""A bar is never shorter than this share of the axis, so that a single day can be seen."""

CLOSED = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The time that an initiative takes; an open side has no stated date.

    ``done`` is how far its progress reaches along the bar, ``overrun`` where today is when its end
    has passed by.
    """

    status: InitiativeStatus
    start: float
    end: float
    done: float | None
    overrun: float | None
    is_open_start: bool
    is_open_end: bool


def bar_of(initiative: Initiative, axis: Axis, as_of: date) -> Bar | None:
    """The bar; None where neither start nor end is stated."""
    starts, ends = initiative.starts, initiative.ends
    if starts is None and ends is None:
        return None
    known = [*(milestone.due for milestone in initiative.milestones), as_of]
    first = starts or min([day for day in (ends, *known) if day])
    last = ends or max([day for day in (starts, *known) if day])
    start, end = axis.start_of(min(first, last)), axis.end_of(max(first, last))
    end = min(1.0, max(end, start + LEAST_LENGTH))
    start = min(start, end - LEAST_LENGTH)
    progress = initiative.progress
    return Bar(
        status=initiative.status,
        start=start,
        end=end,
        done=None if progress is None else start + (end - start) * progress,
        overrun=axis.end_of(as_of) if is_late(initiative, as_of) else None,
        is_open_start=starts is None,
        is_open_end=ends is None,
    )


def is_late(initiative: Initiative, as_of: date) -> bool:
    """Whether its last day has passed by while it is neither done nor cancelled."""
    ends = initiative.ends
    return ends is not None and ends < as_of and initiative.status not in CLOSED


def days_of(initiative: Initiative, as_of: date) -> tuple[date, ...]:
    """Every day on which something of it is shown."""
    marks = (reached_on(milestone, as_of) or milestone.due for milestone in initiative.milestones)
    return tuple(day for day in (initiative.starts, initiative.ends, *marks) if day)
