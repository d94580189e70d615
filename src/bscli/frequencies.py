"""How often something is measured, from days to years."""

from __future__ import annotations

from enum import StrEnum


class Frequency(StrEnum):
    """How often a KPI is measured, finest first."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"

    @property
    def noun(self) -> str:
        """One period of this length in words, such as "month"."""
        return _NOUNS[self]

    @property
    def months(self) -> int:
        """How many months one period holds; 0 for days and weeks, which do not fit into months."""
        return _MONTHS_IN[self]

    def is_finer_than(self, other: Frequency) -> bool:
        """Whether a period of this frequency is shorter than one of the other."""
        return _ORDER[self] < _ORDER[other]


_NOUNS = {
    Frequency.DAILY: "day",
    Frequency.WEEKLY: "week",
    Frequency.MONTHLY: "month",
    Frequency.QUARTERLY: "quarter",
    Frequency.HALF_YEARLY: "half-year",
    Frequency.YEARLY: "year",
}
_MONTHS_IN = {
    Frequency.DAILY: 0,
    Frequency.WEEKLY: 0,
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}
_ORDER = {frequency: rank for rank, frequency in enumerate(Frequency)}
