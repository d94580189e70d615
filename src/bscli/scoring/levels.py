"""The target, red line and baseline in a period: which entry applies, and which share of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from bscli.model.series import Entry, Range
from bscli.periods import Period

Amount = float | Range


class LevelRule(IntEnum):
    """Which of the five rules gave a level; the first that applies does."""

    OWN_ENTRY = 1
    FINER_ENTRIES = 2
    CONTAINING_ENTRY = 3
    CARRIED_FORWARD = 4
    STRAIGHT_LINE = 5


@dataclass(frozen=True, slots=True)
class Share:
    """The part that one period makes of another, in months or days."""

    part: int
    whole: int
    unit: str

    def of(self, amount: Amount) -> Amount:
        """That part of an amount."""
        if isinstance(amount, Range):
            return Range(amount.low * self.part / self.whole, amount.high * self.part / self.whole)
        return amount * self.part / self.whole


@dataclass(frozen=True, slots=True)
class Piece:
    """The level of one period: the entry it comes from (none: one for every period), its share."""

    period: Period
    rule: LevelRule
    entry: Entry[Amount] | None
    stated: Amount
    share: Share | None

    @property
    def amount(self) -> Amount:
        """What the entry says, or the period's share of it."""
        return self.share.of(self.stated) if self.share else self.stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level in a period.

    ``amount`` is what the value is compared with, ``full`` what all of the period asks for; they
    differ only while a sum lacks some of its values. What belongs to the values that are there is
    then either the ``kept`` share of one entry, or the sum of the ``counted`` pieces. ``line`` is
    set where rule 5 drew a straight line.
    """

    rule: LevelRule
    pieces: tuple[Piece, ...]
    full: Amount
    amount: Amount
    kept: Share | None = None
    counted: tuple[Piece, ...] = ()
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from a baseline to the next entry, and how far along it a period lies."""

    start: Piece
    end: Piece
    travelled: Share

    @property
    def amount(self) -> Amount:
        """The level on the line; the line ends in a range where the target is one."""
        start, end = self.start.amount, self.end.amount
        if isinstance(end, Range) or isinstance(start, Range):
            return end
        return start + (end - start) * self.travelled.part / self.travelled.whole


def share_of(period: Period, whole: Period) -> Share:
    """The share that a period makes of another: months, or days where a week or day is involved."""
    months, of_months = period.frequency.months, whole.frequency.months
    if months and of_months:
        return Share(months, of_months, "months")
    return Share(period.days, whole.days, "days")
