"""How many KPIs stand how, as pieces of one bar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from bscli.views.tokens import STATUS_TOKENS


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One piece of the bar; ``start`` and ``size`` are shares of its length."""

    status: Status
    number: int
    start: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The KPIs that count, by status, and how many are shown without being counted."""

    counts: tuple[Count, ...]
    uncounted: int

    @property
    def text(self) -> str:
        """The same in words, such as: 3 green, 1 red, and 1 shown, not counted."""
        words = [f"{each.number} {STATUS_TOKENS[each.status].word}" for each in self.counts]
        last = f"{self.uncounted} shown, not counted" if self.uncounted else ""
        return ", and ".join(text for text in (", ".join(words), last) if text)


def counts_of(scores: ScorecardScore) -> Counts:
    """First the KPIs that should have a score, then those of which nothing is expected."""
    kpis = counted_kpis(scores)
    expected = Counter(kpi.status for kpi in kpis if _is_awaited(kpi))
    besides = Counter(_without_score(kpi) for kpi in kpis if not _is_awaited(kpi))
    found = [
        (status, group[status])
        for group in (expected, besides)
        for status in STATUS_TOKENS
        if group[status]
    ]
    return Counts(counts=_pieces(found), uncounted=len(scores.kpis) - len(kpis))


def counted_kpis(scores: ScorecardScore) -> tuple[KpiScore, ...]:
    """The KPIs that have a weight all the way up."""
    return tuple(
        kpi
        for lane in scores.perspectives
        for part in lane.objectives
        for kpi in part.kpis
        if lane.perspective.weight and part.objective.weight and kpi.kpi.weight
    )


def _is_awaited(kpi: KpiScore) -> bool:
    return kpi.is_expected or kpi.score is not None


def _without_score(kpi: KpiScore) -> Status:
    """The status of a KPI that nothing is expected of; that there is no target comes first."""
    return Status.UNSCORED if kpi.status is Status.NO_DATA else kpi.status


def _pieces(found: list[tuple[Status, int]]) -> tuple[Count, ...]:
    whole = sum(number for _, number in found)
    pieces, before = [], 0
    for status, number in found:
        pieces.append(
            Count(status=status, number=number, start=before / whole, size=number / whole)
        )
        before += number
    return tuple(pieces)
