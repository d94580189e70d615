"""From the scores below to the score above, and how much of it is known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bscli.model.objective import Rollup
from bscli.scoring.status import Status, colour_of, nothing_found


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the KPIs that should have a score have one."""

    scored: int
    expected: int

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return self.scored == self.expected

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(self.scored + other.scored, self.expected + other.expected)


@dataclass(frozen=True, slots=True)
class Weighted:
    """Something with a weight that a roll-up is made from."""

    id: str
    weight: float
    score: float | None
    status: Status
    coverage: Coverage
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class RolledUp:
    """A score made from others; ``parts`` are all below, counted or not."""

    score: float | None
    status: Status
    coverage: Coverage
    rollup: Rollup
    parts: tuple[Weighted, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no KPI stands anywhere below."""
        return all(part.is_empty for part in self.parts)

    @property
    def counted(self) -> tuple[Weighted, ...]:
        """The parts whose scores made the score."""
        return tuple(part for part in self.parts if part.weight > 0 and part.score is not None)


def roll_up(parts: Sequence[Weighted], rollup: Rollup) -> RolledUp:
    """The weighted mean of the scores below, or the worst; what has none leaves its weight."""
    relevant = [part for part in parts if part.weight > 0]
    coverage = sum((part.coverage for part in relevant), Coverage(0, 0))
    scores = [(part.weight, part.score) for part in relevant if part.score is not None]
    if not scores:
        status = nothing_found(part.status for part in relevant or parts if not part.is_empty)
        return RolledUp(None, status, coverage, rollup, tuple(parts))
    score = _mean(scores) if rollup is Rollup.WEIGHTED else min(score for _, score in scores)
    return RolledUp(score, colour_of(score), coverage, rollup, tuple(parts))


def _mean(scores: Sequence[tuple[float, float]]) -> float:
    """The weighted mean, held between the lowest and the highest of the scores."""
    largest = max(weight for weight, _ in scores)
    shares = [(weight / largest, score) for weight, score in scores]
    total = math.fsum(share for share, _ in shares)
    mean = math.fsum(share * score for share, score in shares) / total
    lowest, highest = min(score for _, score in scores), max(score for _, score in scores)
    return min(highest, max(lowest, mean))
