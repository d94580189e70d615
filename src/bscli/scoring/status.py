"""The colours, and the four kinds of nothing."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

RED_BELOW = 10 / 3
GREEN_FROM = 20 / 3
HIGHEST = 10.0


class Status(StrEnum):
    """How something stands in a period."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NO_DATA = "no-data"
    NOT_DUE = "not-due"
    NOT_APPLICABLE = "not-applicable"
    UNSCORED = "unscored"


class Trend(StrEnum):
    """How something moved since the period before, in its own sense of better."""

    IMPROVING = "improving"
    STEADY = "steady"
    WORSENING = "worsening"
    UNKNOWN = "unknown"


_FIRST_FOUND = (Status.NO_DATA, Status.NOT_DUE, Status.UNSCORED, Status.NOT_APPLICABLE)


def are_equal(a: float, b: float, scale: float = 0.0) -> bool:
    """Whether two numbers differ by no more than 1e-9 of the largest of them and the scale."""
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), abs(scale))


def is_at_most(a: float, b: float) -> bool:
    """Whether a number is lower than another, or counts as equal to it."""
    return a < b or are_equal(a, b)


def colour_of(score: float) -> Status:
    """The colour of a rolled-up score; an edge belongs to the better colour."""
    third = GREEN_FROM - RED_BELOW
    if score >= GREEN_FROM or are_equal(score, GREEN_FROM, third):
        return Status.GREEN
    if score >= RED_BELOW or are_equal(score, RED_BELOW, third):
        return Status.AMBER
    return Status.RED


def nothing_found(below: Iterable[Status]) -> Status:
    """What a parent without a score is called, by what stands below it; no data if nothing does."""
    found = set(below)
    return next((status for status in _FIRST_FOUND if status in found), Status.NO_DATA)
