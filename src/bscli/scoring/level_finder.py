"""Finds which entry of a target, red line or baseline applies in a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bscli.frequencies import Frequency
from bscli.model.kpi import Kpi
from bscli.model.measures import Aggregate
from bscli.model.series import Entry, Levels
from bscli.periods import Calendar, Period
from bscli.scoring.levels import Amount, Level, LevelRule, Line, Piece, Share, share_of
from bscli.scoring.reading import Reading, combine_amounts


@dataclass(frozen=True, slots=True)
class LevelFinder:
    """Finds the levels of one KPI in the period that judges one reading of it."""

    kpi: Kpi
    reading: Reading
    calendar: Calendar

    def target(self) -> Level | None:
        """The target."""
        return self._level(self.kpi.target)

    def red(self) -> Level | None:
        """The red line."""
        return self._level(self.kpi.red)

    def baseline(self) -> Level | None:
        """The baseline; it never lies on a line that begins with itself."""
        return self._level(self.kpi.baseline, on_line=False)

    def next_target(self) -> Entry[Amount] | None:
        """The first target of a later period."""
        return _next_entry(self.kpi.target.dated, self.reading.judged)

    def _level(self, levels: Levels[Amount], *, on_line: bool = True) -> Level | None:
        period = self.reading.judged
        if self._has_finer(levels, period):
            return self._from_pieces(levels)
        piece = self._piece(levels, period)
        if piece is not None:
            return self._from_one(piece)
        return self._from_line(levels, period) if on_line else None

    def _has_finer(self, levels: Levels[Amount], period: Period) -> bool:
        if levels.every_period is not None:
            return self.kpi.frequency.is_finer_than(period.frequency)
        if levels.dated.at(period) is not None:
            return False
        return any(_is_finer_inside(entry.period, period) for entry in levels.dated)

    def _from_pieces(self, levels: Levels[Amount]) -> Level | None:
        """Rule 2: the levels of the KPI's own periods, combined like its values."""
        pieces = tuple(
            piece for due in self.reading.due if (piece := self._piece(levels, due)) is not None
        )
        if not pieces or (self._is_sum and len(pieces) < len(self.reading.due)):
            return None
        full = self._combined(pieces)
        present = {entry.period for entry in self.reading.present}
        of_present = tuple(piece for piece in pieces if piece.period in present)
        is_part = self._is_sum and self.reading.is_to_date
        amount = self._combined(of_present) if is_part else full
        counted = of_present if is_part else ()
        return Level(
            rule=LevelRule.FINER_ENTRIES, pieces=pieces, full=full, amount=amount, counted=counted
        )

    def _combined(self, pieces: Iterable[Piece]) -> Amount:
        return combine_amounts(self.kpi.aggregate, [piece.amount for piece in pieces])

    def _piece(self, levels: Levels[Amount], period: Period) -> Piece | None:
        """Rules 1, 3 and 4 for one period."""
        if levels.every_period is not None:
            return Piece(period, LevelRule.OWN_ENTRY, None, levels.every_period, None)
        own = levels.dated.at(period)
        if own is not None:
            return Piece(period, LevelRule.OWN_ENTRY, own, own.value, None)
        return self._from_around(levels, period) or self._from_before(levels, period)

    def _from_around(self, levels: Levels[Amount], period: Period) -> Piece | None:
        """Rule 3: the smallest entry that contains the period."""
        around = [entry for entry in levels.dated if entry.period.contains(period)]
        if not around:
            return None
        smallest = min(around, key=lambda entry: entry.period.days)
        return self._shared(period, LevelRule.CONTAINING_ENTRY, smallest)

    def _from_before(self, levels: Levels[Amount], period: Period) -> Piece | None:
        """Rule 4: the latest earlier entry."""
        for entry in reversed(levels.dated.entries):
            if entry.period.comes_before(period):
                return self._shared(period, LevelRule.CARRIED_FORWARD, entry)
        return None

    def _shared(self, period: Period, rule: LevelRule, entry: Entry[Amount]) -> Piece:
        share = share_of(period, entry.period) if self._is_sum else None
        return Piece(period, rule, entry, entry.value, share)

    def _from_one(self, piece: Piece) -> Level:
        """One entry for the whole period; a sum gets the part of it that is due, or present."""
        due, present = len(self.reading.due), len(self.reading.present)
        total = len(self.reading.periods)
        if not self._is_sum or due == total == present or due == 0:
            return Level(rule=piece.rule, pieces=(piece,), full=piece.amount, amount=piece.amount)
        full = Share(due, total, "values").of(piece.amount)
        kept = Share(present or due, total, "values")
        amount = kept.of(piece.amount)
        return Level(rule=piece.rule, pieces=(piece,), full=full, amount=amount, kept=kept)

    def _from_line(self, levels: Levels[Amount], period: Period) -> Level | None:
        """Rule 5: on the straight line from the dated baseline to the next entry."""
        after = _next_entry(levels.dated, period)
        before = [entry for entry in self.kpi.baseline.dated if entry.period.comes_before(period)]
        if after is None or not before:
            return None
        start = self._shared(period, LevelRule.STRAIGHT_LINE, before[-1])
        end = self._shared(period, LevelRule.STRAIGHT_LINE, after)
        line = Line(start, end, _travelled(before[-1].period, period, after.period))
        level = self._from_one(Piece(period, LevelRule.STRAIGHT_LINE, None, line.amount, None))
        return Level(
            rule=LevelRule.STRAIGHT_LINE,
            pieces=(start, end),
            full=level.full,
            amount=level.amount,
            kept=level.kept,
            line=line,
        )

    @property
    def _is_sum(self) -> bool:
        return self.kpi.aggregate is Aggregate.SUM


def _is_finer_inside(inner: Period, outer: Period) -> bool:
    return inner.frequency.is_finer_than(outer.frequency) and outer.contains(inner)


def _next_entry(dated: Iterable[Entry[Amount]], period: Period) -> Entry[Amount] | None:
    later = (entry for entry in dated if period.comes_before(entry.period))
    return min(later, key=lambda entry: (entry.period.last, entry.period.first), default=None)


def _travelled(start: Period, period: Period, end: Period) -> Share:
    """How far a period's end lies between two others' ends."""
    lengths = {part.frequency for part in (start, period, end)}
    if lengths & {Frequency.DAILY, Frequency.WEEKLY}:
        return Share((period.last - start.last).days, (end.last - start.last).days, "days")
    return Share(_months(start, period), _months(start, end), "months")


def _months(start: Period, end: Period) -> int:
    return (end.last.year - start.last.year) * 12 + end.last.month - start.last.month
