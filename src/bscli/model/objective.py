"""An objective: a result that the strategy wants, and what it drives."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from bscli.model.by_period import NOTES, Notes
from bscli.model.durations import Lag
from bscli.model.fields import Id, Ids, References, Text, Weight
from bscli.model.kpi import Kpi, KpiScoring
from bscli.model.part import Keyed, KeyedPart, Part, entries, entries_or_ids
from bscli.model.reading import KEY, choice
from bscli.model.series import Series


class Effect(StrEnum):
    """Whether a cause raises or lowers its effect."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class LinkKind(StrEnum):
    """A hypothesis that data can speak against, arithmetic, or a loop closed on purpose."""

    CAUSAL = "causal"
    LOGICAL = "logical"
    FEEDBACK = "feedback"


class Rollup(StrEnum):
    """How a score is made from the scores below it."""

    WEIGHTED = "weighted"
    WORST = "worst"


class Link(Part):
    """A cause-and-effect link from the objective it stands under; ``effect_id`` is its end."""

    effect_id: Id = Field(alias=KEY)
    because: Text | None = Field(
        None,
        description="Why the cause moves the effect.",
        examples=["Shippers who are never let down renew without a tender."],
    )
    lag: Lag | None = Field(
        None, description="How long the effect takes.", examples=["2 quarters", "6 weeks"]
    )
    effect: Annotated[Effect, BeforeValidator(choice(Effect))] = Field(
        Effect.POSITIVE, description="Whether the cause raises or lowers its effect."
    )
    kind: Annotated[LinkKind, BeforeValidator(choice(LinkKind))] = Field(
        LinkKind.CAUSAL,
        description="causal: a hypothesis; logical: arithmetic; feedback: a loop on purpose.",
    )


class ObjectiveScoring(KpiScoring):
    """How an objective's KPIs are scored and rolled up; what is left out is inherited."""

    rollup: Annotated[Rollup | None, BeforeValidator(choice(Rollup))] = Field(
        None, description="How scores are rolled up: their weighted mean, or the worst of them."
    )


class Objective(KeyedPart):
    """A result that the strategy wants, in one perspective."""

    name: Text = Field(
        description="The result, beginning with a verb.", examples=["Deliver every order on time"]
    )
    perspective: Id = Field(description="The perspective that holds it.", examples=["customer"])
    themes: Ids = Field((), description="The themes that it belongs to.")
    owner: Text | None = Field(None, description="Who answers for it; inherited.")
    weight: Weight = Field(
        1.0, description="Its share within the perspective; 0: shown, never counted."
    )
    scoring: ObjectiveScoring | None = Field(None, description="How it is scored; inherited.")
    supports: References = Field(
        (),
        description="Objectives of the parent scorecard that it contributes to.",
        examples=[["corporate.delight-customers"]],
    )
    drives: Annotated[tuple[Link, ...], Keyed(entries_or_ids, ids_may_stand_alone=True)] = Field(
        (), description="The objectives that it drives: cause and effect within this scorecard."
    )
    kpis: Annotated[tuple[Kpi, ...], Keyed(entries)] = Field(
        (), description="What shows that it is reached, by id."
    )
    notes: Notes = Field(Series(), description=NOTES)
