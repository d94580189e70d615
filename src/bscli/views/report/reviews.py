"""The last review that was held: what was said, decided and promised, open promises first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bscli.model.review import Action, Review
from bscli.model.scorecard import Scorecard
from bscli.views.findings import counted
from bscli.views.text import one_line

LONGEST_SENTENCE = 2000
LONGEST_OWNER = 40


class ActionState(StrEnum):
    """How a promise stands, most pressing first."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """A promise; ``timing`` says when it is due or was kept."""

    what: str
    owner: str
    state: ActionState
    timing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMinutes:
    """The minutes of one meeting; ``summary`` is Markdown."""

    of: str
    held: str
    attended: str
    summary: str
    decisions: tuple[str, ...]
    actions: tuple[ActionLine, ...]
    standing: str


def last_review(scorecard: Scorecard, as_of: date) -> ReviewMinutes | None:
    """The latest review that was held by a day; one without a day was held after its period.

    None where there is no review, or none of which anything is written.
    """
    written = (review for review in scorecard.reviews if _has_minutes(review))
    held = [review for review in written if _day(review) <= as_of]
    return _minutes(max(held, key=_day), as_of) if held else None


def _day(review: Review) -> date:
    return review.held or review.of.period.last


def _has_minutes(review: Review) -> bool:
    texts = (review.summary, review.decisions, review.actions)
    return bool(review.held or review.attended or any(texts))


def _minutes(review: Review, as_of: date) -> ReviewMinutes:
    ordered = sorted(review.actions, key=lambda action: _urgency(action, as_of))
    actions = tuple(_line(action, as_of) for action in ordered)
    return ReviewMinutes(
        of=review.of.period.name,
        held=review.held.isoformat() if review.held else "",
        attended=", ".join(one_line(name, LONGEST_OWNER) for name in review.attended),
        summary=review.summary or "",
        decisions=tuple(one_line(text, LONGEST_SENTENCE) for text in review.decisions),
        actions=actions,
        standing=_standing(actions),
    )


def _state(action: Action, as_of: date) -> ActionState:
    if action.done is not None and action.done <= as_of:
        return ActionState.DONE
    is_late = action.due is not None and action.due < as_of
    return ActionState.OVERDUE if is_late else ActionState.OPEN


def _urgency(action: Action, as_of: date) -> tuple[int, date]:
    """Overdue before open before done; within each by day, what has none last."""
    state = _state(action, as_of)
    day = action.done if state is ActionState.DONE else action.due
    return list(ActionState).index(state), day or date.max


def _line(action: Action, as_of: date) -> ActionLine:
    state = _state(action, as_of)
    return ActionLine(
        what=one_line(action.what, LONGEST_SENTENCE),
        owner=one_line(action.owner or "", LONGEST_OWNER),
        state=state,
        timing=_timing(action, state),
    )


def _timing(action: Action, state: ActionState) -> str:
    """When it was done or is due, such as: overdue since 2026-09-15."""
    due = action.due.isoformat() if action.due else ""
    if state is ActionState.DONE and action.done is not None:
        was_late = action.due is not None and action.done > action.due
        return f"done {action.done.isoformat()}{f', due {due}' if was_late else ''}"
    if state is ActionState.OVERDUE:
        return f"overdue since {due}"
    return f"due {due}" if due else "without a date"


def _standing(actions: tuple[ActionLine, ...]) -> str:
    """The promises counted, such as: 2 actions open, 1 of them overdue; 2 done."""
    states = [action.state for action in actions]
    overdue, done = states.count(ActionState.OVERDUE), states.count(ActionState.DONE)
    late = f", {overdue} of them overdue" if overdue else ""
    still_open = f"{counted(len(states) - done, 'action')} open{late}"
    return f"{still_open}; {done} done" if actions else ""
