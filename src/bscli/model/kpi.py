"""A KPI: what is measured, which way is better, what it should be and what it was."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from bscli.frequencies import Frequency
from bscli.model.by_period import NOTES, Actuals, Baselines, NotesOfKpi, Targets
from bscli.model.calculation import CalculatedFrom, refuse_two_sources
from bscli.model.fields import Decimals, Ids, Share, Text, Weight
from bscli.model.measures import (
    Aggregate,
    Better,
    Measure,
    measure_of,
    read_aggregate,
    read_better,
    read_end_of_scale,
)
from bscli.model.part import KeyedPart, Part
from bscli.model.reading import choice, defaults_of
from bscli.model.series import Levels, Series


class KpiType(StrEnum):
    """Whether a KPI foretells a result or states one."""

    LEADING = "leading"
    LAGGING = "lagging"


class Basis(StrEnum):
    """Which quantity a score is made from."""

    VALUE = "value"
    PROGRESS = "progress"
    RATIO = "ratio"


class KpiScoring(Part):
    """How a KPI is scored; what is left out is inherited."""

    by: Annotated[Basis | None, BeforeValidator(choice(Basis))] = Field(
        None, description="What is measured against the edges: the value, progress or ratio."
    )
    red: Share | None = Field(
        None, description="Below this share it is red; for progress and ratio.", examples=["75%"]
    )
    green: Share | None = Field(
        None,
        description="From this share on it is green; for progress and ratio.",
        examples=["100%"],
    )


def _read_frequency(node: Any, info: ValidationInfo) -> Frequency:
    return defaults_of(info).frequency if node is None else choice(Frequency)(node)


class Kpi(KeyedPart):
    """A measure of an objective, with targets and actuals by period."""

    name: Text = Field(
        description="What is measured, in words.", examples=["On-time delivery rate"]
    )
    source: Text | None = Field(None, description="Where the number comes from.")
    type: Annotated[KpiType, BeforeValidator(choice(KpiType))] = Field(
        KpiType.LAGGING, description="leading: it foretells a result; lagging: it states one."
    )
    unit: Text | None = Field(
        None,
        description='Free text; percent (or "%"), yes/no and red/amber/green have meaning.',
        examples=["percent", "USD", "yes/no"],
    )
    decimals: Decimals | None = Field(
        None, description="How many decimals to show; as many as the values have, at most 2."
    )
    better: Annotated[Better, BeforeValidator(read_better)] = Field(
        Better.HIGHER, description="Which way the KPI improves."
    )
    frequency: Annotated[Frequency, BeforeValidator(_read_frequency)] = Field(
        None, validate_default=True, description="How often it is measured; inherited."
    )
    aggregate: Annotated[Aggregate, BeforeValidator(read_aggregate)] = Field(
        Aggregate.LAST, description="How the values of a longer period are combined."
    )
    weight: Weight = Field(
        1.0, description="Its share within the objective; 0: shown, never counted."
    )
    owner: Text | None = Field(None, description="Who answers for the number; inherited.")
    scoring: KpiScoring | None = Field(None, description="How it is scored; inherited.")
    baseline: Baselines = Field(
        Levels(), description="Where it started.", examples=[{"2025": 91.0}]
    )
    target: Targets = Field(
        Levels(), description="What it should be.", examples=[{"2026-Q1": 94, "2026": 98}]
    )
    red: Targets = Field(
        Levels(), description="The red line: worse than this is red.", examples=[90]
    )
    worst: Annotated[float | None, BeforeValidator(read_end_of_scale)] = Field(
        None, description="The value that scores 0."
    )
    best: Annotated[float | None, BeforeValidator(read_end_of_scale)] = Field(
        None, description="The value that scores 10."
    )
    guarded_by: Ids = Field(
        (),
        description="KPIs that must not worsen when this one improves.",
        examples=[["damage-rate"]],
    )
    changed: NotesOfKpi = Field(
        Series(),
        description="When the process changed, and how: signals are judged anew from here.",
        examples=[{"2026-02": "New promise window"}],
    )
    actuals: Actuals = Field(
        Series(), description="What was measured.", examples=[{"2026-01": 92.4, "2026-02": "n/a"}]
    )
    formula: CalculatedFrom = Field(
        None,
        description="How it is calculated from other KPIs, in place of actuals.",
        examples=["late-orders / all-orders * 100"],
    )
    notes: NotesOfKpi = Field(Series(), description=NOTES)

    @model_validator(mode="before")
    @classmethod
    def _measured_or_calculated(cls, data: Any) -> Any:
        refuse_two_sources(data)
        return data

    @property
    def measure(self) -> Measure:
        """What kind of value it takes."""
        return measure_of(self.unit)

    @property
    def has_target(self) -> bool:
        """Whether anything says what is good; a word such as yes or green says so itself."""
        return bool(self.target) or bool(self.measure.words)
