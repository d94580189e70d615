"""Perspectives with their objectives as cards."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bscli.graph.strategy_graph import StrategyGraph
from bscli.model.initiative import Initiative
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore
from bscli.scoring.status import Status
from bscli.views.findings import counted
from bscli.views.report.initiatives import InitiativeLine
from bscli.views.report.kpi_lines import KpiLine, kpi_line
from bscli.views.report.period_notes import Note, notes_in
from bscli.views.report.reasons import Reason, Reasons, reasons_by_objective
from bscli.views.report.titles import titled
from bscli.views.status import Row, StatusTable
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS

LONGEST_QUESTION = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An objective with everything that belongs to it.

    ``owners`` and ``statuses`` are its own and those of its KPIs; ``summary`` counts the KPIs.
    ``description`` and ``see`` are Markdown.
    """

    id: str
    row: Row
    themes: tuple[str, ...]
    description: str
    see: tuple[str, ...]
    drives: tuple[Reason, ...]
    driven_by: tuple[Reason, ...]
    kpis: tuple[KpiLine, ...]
    summary: str
    initiatives: tuple[InitiativeLine, ...]
    notes: tuple[Note, ...]
    owners: tuple[str, ...]
    statuses: tuple[Status, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A perspective; ``description`` and ``see`` are Markdown."""

    id: str
    row: Row
    question: str
    description: str
    see: tuple[str, ...]
    notes: tuple[Note, ...]
    cards: tuple[Card, ...]


def lanes_of(
    scores: ScorecardScore,
    graph: StrategyGraph,
    table: StatusTable,
    initiatives: Mapping[str, InitiativeLine],
) -> tuple[Lane, ...]:
    """The perspectives of a scorecard whose status table and initiatives are known."""
    return tuple(_Cards(scores, graph, iter(table.rows), initiatives).lanes())


class _Cards:
    """Walks the scores and the rows of the table side by side: they stand in the same order."""

    def __init__(
        self,
        scores: ScorecardScore,
        graph: StrategyGraph,
        rows: Iterator[Row],
        initiatives: Mapping[str, InitiativeLine],
    ) -> None:
        self._scores = scores
        self._rows = rows
        self._initiatives = _by_objective(scores.scorecard.initiatives, initiatives)
        self._reasons = reasons_by_objective(graph)
        self._names = {kpi.id: one_line(kpi.name) for _, kpi in scores.scorecard.kpis()}
        self._themes = {theme.id: one_line(theme.name) for theme in scores.scorecard.themes}

    def lanes(self) -> Iterator[Lane]:
        for lane in self._scores.perspectives:
            yield self._lane(lane, next(self._rows))

    def _lane(self, lane: PerspectiveScore, row: Row) -> Lane:
        own = lane.perspective
        return Lane(
            id=own.id,
            row=titled(row, own.name),
            question=one_line(own.question or "", LONGEST_QUESTION),
            description=own.description or "",
            see=own.see,
            notes=notes_in(own.notes, self._scores.as_of, self._scores.period),
            cards=tuple(self._card(part, next(self._rows)) for part in lane.objectives),
        )

    def _card(self, part: ObjectiveScore, row: Row) -> Card:
        own = part.objective
        kpis = tuple(
            kpi_line(self._scores, kpi, next(self._rows), self._names) for kpi in part.kpis
        )
        lines = (row, *(kpi.row for kpi in kpis))
        reasons = self._reasons.get(own.id, Reasons((), ()))
        return Card(
            id=own.id,
            row=titled(row, own.name),
            themes=tuple(self._themes[theme] for theme in own.themes if theme in self._themes),
            description=own.description or "",
            see=own.see,
            drives=reasons.drives,
            driven_by=reasons.driven_by,
            kpis=kpis,
            summary=_summary(kpis),
            initiatives=tuple(self._initiatives[own.id]),
            notes=notes_in(own.notes, self._scores.as_of, self._scores.period),
            owners=tuple(dict.fromkeys(line.owner for line in lines if line.owner)),
            statuses=tuple(dict.fromkeys(line.status for line in lines if line.status)),
        )


def _by_objective(
    initiatives: tuple[Initiative, ...], lines: Mapping[str, InitiativeLine]
) -> Mapping[str, list[InitiativeLine]]:
    """The initiatives that move each objective."""
    found = defaultdict[str, list[InitiativeLine]](list)
    for initiative in initiatives:
        for objective in initiative.objectives:
            found[objective].append(lines[initiative.id])
    return found


def _summary(kpis: tuple[KpiLine, ...]) -> str:
    """The KPIs counted, such as: 3 KPIs: 2 green, 1 red."""
    standing = Counter(kpi.row.status for kpi in kpis)
    counts = [
        f"{standing[status]} {token.word}"
        for status, token in STATUS_TOKENS.items()
        if standing[status]
    ]
    return f"{counted(len(kpis), 'KPI')}: {', '.join(counts)}" if kpis else "No KPIs yet"
