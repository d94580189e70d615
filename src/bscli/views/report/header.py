"""The first thing to read: whose review this is, how the whole stands, and what changed."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Trend
from bscli.views.counts import Counts, counts_of
from bscli.views.coverage import NOTHING_EXPECTED
from bscli.views.numbers import score_text
from bscli.views.report.changes import Changes, changes_of
from bscli.views.report.period_notes import Note, notes_in
from bscli.views.report.titles import title
from bscli.views.status import Row, StatusTable
from bscli.views.text import one_line

LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The organisation and its result; ``notes`` are those of the whole scorecard."""

    name: str
    vision: str
    period: str
    as_of: str
    total: Row
    movement: str
    known: str
    counts: Counts
    changes: Changes
    warnings: tuple[str, ...]
    notes: tuple[Note, ...]


def header_of(scores: ScorecardScore, table: StatusTable) -> Header:
    """The header of a scorecard whose status table is known."""
    card = scores.scorecard
    return Header(
        name=title(card.name),
        vision=one_line(card.vision or "", LONGEST_SENTENCE),
        period=table.period,
        as_of=table.as_of,
        total=table.total,
        movement=_movement(scores),
        known=table.total.coverage or table.instead or f"{NOTHING_EXPECTED}.",
        counts=counts_of(scores),
        changes=changes_of(scores),
        warnings=table.notes,
        notes=notes_in(card.notes, scores.as_of, scores.period),
    )


def _movement(scores: ScorecardScore) -> str:
    """The trend in words, such as: up from 5.8 in 2026-Q2."""
    before = scores.before
    if before is None or scores.rolled_up.score is None:
        return ""
    if scores.trend is Trend.UNKNOWN:
        return f"no score in {before.period.name} to compare with"
    word = {Trend.IMPROVING: "up from", Trend.STEADY: "steady,", Trend.WORSENING: "down from"}
    return f"{word[scores.trend]} {score_text(before.rolled_up.score)} in {before.period.name}"
