"""How a KPI's value in a period came about, step by step."""

from __future__ import annotations

from datetime import date

from bscli.model.kpi import Kpi
from bscli.model.measures import Aggregate
from bscli.model.series import Entry
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.reading import Reading, number
from bscli.scoring.status import Status
from bscli.views.numbers import age_text, amount_of, plain
from bscli.views.steps import Chapter, SourceLines, Step, equation, sum_of
from bscli.views.tokens import STATUS_TOKENS


def value_chapter(score: KpiScore, lines: SourceLines, as_of: date) -> Chapter:
    """The actuals that count, and the value that they make."""
    kpi, reading = score.kpi, score.reading
    steps = [_of_period(kpi, reading, place, lines, as_of) for place in range(len(reading.periods))]
    return Chapter("Value", (*steps, _result(kpi, reading)))


def combination(aggregate: Aggregate, values: list[float]) -> str:
    """The terms that combine values in the way a KPI asks for."""
    if aggregate is Aggregate.SUM:
        return sum_of(values)
    if aggregate is Aggregate.MEAN:
        return f"({sum_of(values)}) / {len(values)}" if len(values) > 1 else plain(values[0])
    if aggregate is Aggregate.LAST:
        return plain(values[-1])
    return f"{aggregate}({', '.join(map(plain, values))})"


def _of_period(kpi: Kpi, reading: Reading, place: int, lines: SourceLines, as_of: date) -> Step:
    period = reading.periods[place]
    entry = kpi.actuals.at(period)
    if entry is None or not period.has_ended_by(as_of):
        missing = Status.NO_DATA if period.has_ended_by(as_of) else Status.NOT_DUE
        return Step(period.name, STATUS_TOKENS[missing].word)
    return entry_step(kpi, entry, lines)


def entry_step(kpi: Kpi, entry: Entry[float | str], lines: SourceLines) -> Step:
    """An actual and where it stands."""
    value = number(entry)
    source = lines.of("actuals", entry.key)
    if value is None:
        return Step(entry.period.name, "not applicable, left out", source)
    return Step(entry.period.name, _shown(kpi, value), source)


def _shown(kpi: Kpi, value: float) -> str:
    return amount_of(kpi, value) if kpi.measure.words else plain(value)


def _result(kpi: Kpi, reading: Reading) -> Step:
    if reading.value is None:
        assert reading.nothing is not None
        return Step("value", f"none: {STATUS_TOKENS[reading.nothing].word}")
    if reading.stands:
        age = age_text(reading.age, kpi.frequency.noun)
        return Step(
            "stands", f"value = {_shown(kpi, reading.value)}" + (f" ({age})" if age else "")
        )
    values = [value for value in map(number, reading.present) if value is not None]
    how = "one value" if len(reading.due) == 1 else f"{kpi.aggregate} of {len(values)}"
    if reading.is_to_date:
        how = f"{kpi.aggregate} of {len(values)}, to date ({len(reading.due)} due)"
    if kpi.measure.words:
        return Step(how, f"value = {_shown(kpi, reading.value)}")
    return Step(how, equation("value", combination(kpi.aggregate, values), reading.value))
