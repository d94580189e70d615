"""Which KPIs a formula takes in: those of its own scorecard, of another, or of all below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bscli.findings import DocumentPath
from bscli.model.formula import Operand
from bscli.model.kpi import Kpi
from bscli.model.objective import Objective
from bscli.model.project import Project
from bscli.model.scorecard import Scorecard
from bscli.periods import Calendar

Node = tuple[str, int]
"""The id of a KPI, and the position of its scorecard among those of the project."""


@dataclass(frozen=True, slots=True)
class Source:
    """A KPI that a formula takes in, where it stands, and how the formula's scorecard calls it."""

    name: str
    file: str
    scorecard: Scorecard
    objective: Objective
    kpi: Kpi

    @property
    def path(self) -> DocumentPath:
        """Where the KPI stands in its file."""
        return ("objectives", self.objective.id, "kpis", self.kpi.id)

    @property
    def calendar(self) -> Calendar:
        """The calendar that its periods are read by."""
        return self.scorecard.fiscal_calendar


class Directory:
    """Every KPI of a project, to be found by the names that formulas call it by."""

    def __init__(self, project: Project) -> None:
        self._files = [file for file in project.files if file.scorecard is not None]
        self._cards = project.scorecards
        self._kpis: dict[Node, tuple[Objective, Kpi]] = {
            (kpi.id, position): (objective, kpi)
            for position, scorecard in enumerate(self._cards)
            for objective, kpi in scorecard.kpis()
        }
        self._positions: dict[str, int] = {}
        self._children: dict[str, list[int]] = {}
        for position, scorecard in enumerate(self._cards):
            self._positions.setdefault(scorecard.id, position)
            if scorecard.parent is not None:
                self._children.setdefault(scorecard.parent, []).append(position)

    def calculated(self) -> dict[Node, Kpi]:
        """Every KPI that has a formula."""
        return {node: kpi for node, (_, kpi) in self._kpis.items() if kpi.formula is not None}

    def nodes(self, operand: Operand, position: int) -> tuple[Node, ...]:
        """The KPIs that an operand of a scorecard means; none where there is none of that name."""
        return tuple(
            (operand.kpi, place)
            for place in self._places(operand, position)
            if (operand.kpi, place) in self._kpis
        )

    def source(self, node: Node, position: int, kpi: Kpi | None = None) -> Source:
        """The KPI of a node as a scorecard calls it, or a later form of it in its place."""
        id, place = node
        objective, own = self._kpis[node]
        name = id if place == position else f"{self._cards[place].id}.{id}"
        return Source(name, self._files[place].file, self._cards[place], objective, kpi or own)

    def _places(self, operand: Operand, position: int) -> Iterator[int]:
        own = self._cards[position]
        if operand.is_of_children:
            yield from (place for place in self._children.get(own.id, ()) if place != position)
        elif operand.scorecard is None or operand.scorecard == own.id:
            yield position
        elif operand.scorecard in self._positions:
            yield self._positions[operand.scorecard]
