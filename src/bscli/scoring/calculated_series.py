"""The values of a calculated KPI, which a longer period makes anew from its inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bscli.model.formula import Formula
from bscli.model.measures import NOT_APPLICABLE, Aggregate
from bscli.model.series import Entry, Series
from bscli.periods import Period
from bscli.scoring.evaluation import NoResult, evaluate
from bscli.scoring.inputs import InputValue, input_over
from bscli.scoring.sources import Source

Inputs = Mapping[str, tuple[Source, ...]]
"""The KPIs behind each operand of a formula, by its name; none where it names nothing."""

MOST_LEVELS = 32

Result = float | str | NoResult | None
"""A number, ``n/a``, why there is none, or None where an input has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatedSeries(Series[float | str]):
    """The values of a calculated KPI: one for each own period in which every input has one.

    ``level`` counts the formulas that stand one upon another, this one on top.
    ``without_result`` are the own periods in which the formula makes no number of its inputs.
    ``circle`` is the way around, for the KPI with the smallest id of those that need each other.
    """

    formula: Formula
    level: int = field(compare=False)
    inputs: Inputs = field(repr=False, compare=False)
    without_result: Mapping[Period, NoResult] = field(compare=False)
    circle: tuple[Source, ...] = field(repr=False, compare=False)
    # Formulas upon formulas ask for the same results again and again: twice as often at each level.
    _results: dict[tuple[Period, ...], Result] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def is_too_deep(self) -> bool:
        """Whether too many formulas stand one upon another to be worked out."""
        return self.level > MOST_LEVELS

    @property
    def is_sound(self) -> bool:
        """Whether it can be worked out: each operand names KPIs, and all of them have numbers."""
        return not (self.is_too_deep or self.circle) and all(
            sources and not any(source.kpi.measure.words for source in sources)
            for sources in self.inputs.values()
        )

    def combined(self, aggregate: Aggregate, entries: Iterable[Entry[object]]) -> float | None:
        """The formula's result over the periods of some entries, whatever the aggregate."""
        result = self.result_over(_with_numbers(entries))
        return result if isinstance(result, float) else None

    def inputs_over(self, periods: tuple[Period, ...]) -> dict[str, tuple[InputValue, ...]]:
        """Every input over some own periods, by the operand that names it."""
        return {
            name: tuple(input_over(source, periods) for source in sources)
            for name, sources in self.inputs.items()
        }

    def result_over(self, periods: tuple[Period, ...]) -> Result:
        """The inputs aggregated first, then the formula; n/a where one is, None where one lacks."""
        if periods not in self._results:
            self._results[periods] = self._worked_out(periods) if periods else None
        return self._results[periods]

    def _worked_out(self, periods: tuple[Period, ...]) -> Result:
        values: dict[str, list[float]] = {}
        found = self.inputs_over(periods)
        if any(each.is_not_applicable for inputs in found.values() for each in inputs):
            return NOT_APPLICABLE
        for name, inputs in found.items():
            values[name] = [each.value for each in inputs if each.value is not None]
            if not inputs or len(values[name]) < len(inputs):
                return None
        return evaluate(self.formula.expression, values)


def _with_numbers(entries: Iterable[Entry[object]]) -> tuple[Period, ...]:
    return tuple(entry.period for entry in entries if isinstance(entry.value, float))
