"""A review: what was decided when people looked at a period together."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator

from bscli.model.fields import Day, Text, Texts, items
from bscli.model.part import Part
from bscli.model.reading import KEY
from bscli.model.series import WrittenPeriod, read_period


class Action(Part):
    """A promise made in a review."""

    what: Text = Field(description="What is to be done.", examples=["Renegotiate dock slots"])
    owner: Text | None = Field(None, description="Who promised it.")
    due: Day | None = Field(None, description="When it should be done.")
    done: Day | None = Field(None, description="When it was done.")


class Review(Part):
    """The minutes of one review meeting; its key is the period that was reviewed."""

    of: Annotated[WrittenPeriod, PlainValidator(read_period)] = Field(alias=KEY)
    held: Day | None = Field(None, description="The day of the meeting.")
    attended: Texts = Field((), description="Who was there.")
    summary: Text | None = Field(None, description="What was said, in Markdown.")
    decisions: Texts = Field((), description="What was decided.")
    actions: Annotated[tuple[Action, ...], BeforeValidator(items)] = Field(
        (), description="What was promised, by whom and by when."
    )
