"""A scorecard: the whole strategy of one unit, as its file states it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema

from bscli.frequencies import Frequency
from bscli.model.by_period import NOTES, PERIOD_SCHEMA, Notes
from bscli.model.data_file import DataFiles
from bscli.model.fields import ID_SCHEMA, Id, Json, Text
from bscli.model.initiative import Initiative
from bscli.model.kpi import Kpi
from bscli.model.misshape import describe, is_null, quoted, shape_error
from bscli.model.objective import Objective, ObjectiveScoring
from bscli.model.part import DescribedPart, Keyed, KeyedPart, Part, entries
from bscli.model.perspective import KeyedPerspectives, Perspective, classic, read_perspectives
from bscli.model.reading import KEY, choice, defaults_of, read_id, scalar
from bscli.model.review import Review
from bscli.model.series import Series
from bscli.model.settings import CalendarSettings, MapSettings
from bscli.periods import Calendar

SUPPORTED_VERSION = "1"


class Theme(KeyedPart):
    """A topic that runs across the perspectives."""

    name: Text = Field(description="Its name.", examples=["Reliable delivery"])
    notes: Notes = Field(Series(), description=NOTES)


def _read_version(node: Any) -> int:
    if is_null(node) or not isinstance(node, str):
        raise shape_error("wrong-type", f"is {describe(node)}; wanted is the format version, 1")
    if node != SUPPORTED_VERSION:
        message = (
            f"is {quoted(node)}, a format version that this bsc cannot read; it reads version 1"
        )
        raise shape_error("unsupported-version", message, "write bsc: 1, or install a newer bsc")
    return int(node)


def _read_scorecard_id(node: Any, info: ValidationInfo) -> str:
    return defaults_of(info).scorecard_id if node is None else read_id(node)


class Move(Part):
    """An id that something had before, and the one that it has now."""

    old_id: Id = Field(alias=KEY)
    new_id: Id


_MOVED: Json = {
    "type": "object",
    "propertyNames": ID_SCHEMA,
    "additionalProperties": ID_SCHEMA,
}


def _moves(node: Any) -> Any:
    if isinstance(node, dict):
        return [{KEY: old_id, "new_id": new_id} for old_id, new_id in node.items()]
    raise shape_error(
        "wrong-type", f"is {describe(node)}; wanted is a mapping from old id to new id"
    )


def _read_language(node: Any) -> str:
    return str(scalar(node, "a language tag such as en"))


class Scorecard(DescribedPart):
    """One unit's strategy: perspectives, objectives with KPIs and links, initiatives, reviews."""

    bsc: Annotated[int, BeforeValidator(_read_version), WithJsonSchema({"const": 1})] = Field(
        description="The format version; it marks the file as a scorecard."
    )
    id: Annotated[str, BeforeValidator(_read_scorecard_id), WithJsonSchema(ID_SCHEMA)] = Field(
        None, validate_default=True, description="Its id; the file's name where left out."
    )
    name: Text = Field(description="The unit's name.", examples=["Northwind Logistics (fictional)"])
    vision: Text | None = Field(None, description="What the unit wants to become.")
    mission: Text | None = Field(None, description="What the unit is there for.")
    source: Text | None = Field(None, description="Where the numbers come from.")
    owner: Text | None = Field(None, description="Who answers for the whole.", examples=["ceo"])
    parent: Id | None = Field(None, description="The scorecard that this one cascades from.")
    frequency: Annotated[Frequency, BeforeValidator(choice(Frequency))] = Field(
        Frequency.MONTHLY, description="How often KPIs are measured, unless they say otherwise."
    )
    calendar: CalendarSettings = Field(CalendarSettings(), description="The fiscal calendar.")
    scoring: ObjectiveScoring = Field(
        ObjectiveScoring(),
        description="How KPIs are scored and rolled up, unless they say otherwise.",
    )
    language: Annotated[str, BeforeValidator(_read_language)] = Field(
        "en", description="The language that the names are written in."
    )
    map: MapSettings = Field(MapSettings(), description="How the strategy map is drawn.")
    perspectives: Annotated[
        tuple[Perspective, ...], KeyedPerspectives(read_perspectives, ids_may_stand_alone=True)
    ] = Field(
        default_factory=classic,
        description="The lanes of the strategy map by id, top first; the classic four if left out.",
    )
    themes: Annotated[tuple[Theme, ...], Keyed(entries)] = Field(
        (), description="Topics that run across the perspectives, by id."
    )
    objectives: Annotated[tuple[Objective, ...], Keyed(entries)] = Field(
        (), description="The results that the strategy wants, by id."
    )
    initiatives: Annotated[tuple[Initiative, ...], Keyed(entries)] = Field(
        (), description="The projects that move objectives, by id."
    )
    data: DataFiles = Field(
        (),
        description="CSV files with actuals, by their paths relative to the scorecard.",
        examples=[["actuals.csv"]],
    )
    reviews: Annotated[tuple[Review, ...], Keyed(entries, PERIOD_SCHEMA)] = Field(
        (), description="The minutes of review meetings, by the period that was reviewed."
    )
    moved: Annotated[tuple[Move, ...], BeforeValidator(_moves), WithJsonSchema(_MOVED)] = Field(
        (), description="Old ids and the new ids that took their place: keeps history attached."
    )
    notes: Notes = Field(Series(), description=NOTES)

    def with_objectives(self, objectives: tuple[Objective, ...]) -> Scorecard:
        """The same scorecard with other objectives."""
        # Not a copy: that would keep what was looked up among the objectives before.
        parts = {**dict(self), "objectives": objectives}
        return Scorecard.model_construct(set(self.model_fields_set), **parts)

    @property
    def fiscal_calendar(self) -> Calendar:
        """The calendar that its periods are read by."""
        return self.calendar.calendar

    def kpis(self) -> Iterator[tuple[Objective, Kpi]]:
        """Every KPI with the objective that holds it, in the order of the file."""
        for objective in self.objectives:
            for kpi in objective.kpis:
                yield objective, kpi

    def perspective(self, id: str) -> Perspective | None:
        """The perspective with that id."""
        return self._perspectives_by_id.get(id)

    def objective(self, id: str) -> Objective | None:
        """The objective with that id."""
        return self._objectives_by_id.get(id)

    def objectives_in(self, perspective: str) -> tuple[Objective, ...]:
        """The objectives of a perspective, in the order of the file."""
        return self._objectives_by_perspective.get(perspective, ())

    @cached_property
    def _perspectives_by_id(self) -> Mapping[str, Perspective]:
        return {part.id: part for part in self.perspectives}

    @cached_property
    def _objectives_by_id(self) -> Mapping[str, Objective]:
        return {part.id: part for part in self.objectives}

    @cached_property
    def _objectives_by_perspective(self) -> Mapping[str, tuple[Objective, ...]]:
        found: dict[str, list[Objective]] = {}
        for part in self.objectives:
            found.setdefault(part.perspective, []).append(part)
        return {id: tuple(parts) for id, parts in found.items()}

    def owner_of_perspective(self, perspective: Perspective) -> str | None:
        """Who answers for a perspective: its owner, or the scorecard's."""
        return perspective.owner or self.owner

    def owner_of(self, objective: Objective) -> str | None:
        """Who answers for an objective: its owner, or that of its perspective."""
        perspective = self.perspective(objective.perspective)
        inherited = self.owner_of_perspective(perspective) if perspective else self.owner
        return objective.owner or inherited

    def owner_of_kpi(self, objective: Objective, kpi: Kpi) -> str | None:
        """Who answers for a KPI: its owner, or that of its objective."""
        return kpi.owner or self.owner_of(objective)
