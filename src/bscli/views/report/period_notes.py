"""What was noted about the reviewed period, a part of it, or a longer one that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bscli.model.series import Series
from bscli.periods import Period


@dataclass(frozen=True, slots=True)
class Note:
    """A note in Markdown, under the period that it is about as the file names it."""

    period: str
    text: str


def notes_in(notes: Series[str], as_of: date, *periods: Period) -> tuple[Note, ...]:
    """The notes that concern any of the periods, in time order; none about what lies ahead."""
    return tuple(
        Note(entry.key, entry.value)
        for entry in notes
        if entry.period.first <= as_of
        and any(entry.period.contains(each) or each.contains(entry.period) for each in periods)
    )
