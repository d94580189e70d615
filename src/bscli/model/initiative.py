"""An initiative: the project that moves objectives, with its dates, money and milestones."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from bscli.model.by_period import NOTES, Notes
from bscli.model.fields import Day, Ids, Money, Progress, Text
from bscli.model.part import Keyed, KeyedPart, entries
from bscli.model.reading import choice
from bscli.model.series import Series


class InitiativeStatus(StrEnum):
    """How far an initiative has come."""

    PLANNED = "planned"
    ACTIVE = "active"
    DONE = "done"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class Milestone(KeyedPart):
    """A dated step of an initiative."""

    name: Text = Field(description="What is reached.", examples=["50 trucks live"])
    due: Day = Field(description="When it should be reached.", examples=["2026-04-30"])
    done: Day | None = Field(None, description="When it was reached.")
    notes: Notes = Field(Series(), description=NOTES)


class Initiative(KeyedPart):
    """A project that moves one or more objectives."""

    name: Text = Field(description="What is done.", examples=["Real-time GPS tracking"])
    objectives: Ids = Field((), description="The objectives that it moves.")
    owner: Text | None = Field(None, description="Who leads it.")
    starts: Day | None = Field(None, description="Its first day.")
    ends: Day | None = Field(None, description="Its last day.")
    status: Annotated[InitiativeStatus, BeforeValidator(choice(InitiativeStatus))] = Field(
        InitiativeStatus.PLANNED, description="How far it has come."
    )
    progress: Progress | None = Field(
        None, description="How much of it is done, with a percent sign.", examples=["45%"]
    )
    budget: Money | None = Field(None, description="The money set aside.")
    spent: Money | None = Field(None, description="The money spent so far.")
    milestones: Annotated[tuple[Milestone, ...], Keyed(entries)] = Field(
        (), description="Its dated steps, by id."
    )
    notes: Notes = Field(Series(), description=NOTES)
