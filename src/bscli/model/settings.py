"""What a scorecard states once for everything in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from bscli.model.part import Part
from bscli.model.reading import choice
from bscli.periods import Calendar


class Month(StrEnum):
    """A month that a fiscal year can start in."""

    JANUARY = "january"
    FEBRUARY = "february"
    MARCH = "march"
    APRIL = "april"
    MAY = "may"
    JUNE = "june"
    JULY = "july"
    AUGUST = "august"
    SEPTEMBER = "september"
    OCTOBER = "october"
    NOVEMBER = "november"
    DECEMBER = "december"


_NUMBERS = {month: number for number, month in enumerate(Month, start=1)}


class NamedBy(StrEnum):
    """Which of the two calendar years that it touches gives a fiscal year its number."""

    START = "start"
    END = "end"


class Engine(StrEnum):
    """What lays out the strategy map."""

    GRAPHVIZ = "graphviz"
    BUILT_IN = "built-in"


class CalendarSettings(Part):
    """The fiscal calendar."""

    fiscal_year_starts: Annotated[Month, BeforeValidator(choice(Month))] = Field(
        Month.JANUARY, description="The month that the fiscal year starts in."
    )
    fiscal_year_named_by: Annotated[NamedBy, BeforeValidator(choice(NamedBy))] = Field(
        NamedBy.END, description="Whether the year that it ends or starts in gives it its number."
    )

    @property
    def calendar(self) -> Calendar:
        """The calendar that these settings describe."""
        named_by_end = self.fiscal_year_named_by is NamedBy.END
        return Calendar(_NUMBERS[self.fiscal_year_starts], named_by_end)


class MapSettings(Part):
    """How the strategy map is drawn."""

    engine: Annotated[Engine | None, BeforeValidator(choice(Engine))] = Field(
        None, description="What lays it out; Graphviz where it is installed."
    )
