"""How a calculated KPI's value came about: its inputs, and the formula with their numbers in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bscli.model.document import Document
from bscli.model.formula import Formula, Token, TokenKind
from bscli.model.numbers import read_number
from bscli.periods import Period
from bscli.scoring.calculated_series import CalculatedSeries
from bscli.scoring.evaluation import NoResult
from bscli.scoring.inputs import InputValue
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.reading import Reading, number
from bscli.scoring.status import Status
from bscli.views.numbers import age_text, plain
from bscli.views.steps import Chapter, SourceLines, Step, equation, operand
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS
from bscli.views.value_steps import combination, entry_step

Inputs = Mapping[str, tuple[InputValue, ...]]
"""Every input of a formula over some periods, by the operand that names it."""

LONGEST_SHOWN = 200
MOST_NAMED = 3
_WRITTEN = {"*": "×"}


def calculated_chapters(
    score: KpiScore,
    series: CalculatedSeries,
    lines: SourceLines,
    documents: Mapping[str, Document],
    as_of: date,
) -> list[Chapter]:
    """A chapter for each input over the periods that count, and the value that they make."""
    counted = tuple(entry.period for entry in score.reading.present)
    found = series.inputs_over(counted) if counted else {}
    inputs = {each.source.name: each for values in found.values() for each in values}
    chapters = [_input_chapter(each, documents, counted) for each in inputs.values()]
    own = _own_periods(score.reading, series, as_of)
    steps = (*own, formula_step(series, lines), _result(score.reading, series, found))
    return [*chapters, Chapter("Value", steps)]


def formula_step(series: CalculatedSeries, lines: SourceLines) -> Step:
    """The formula as it was written, and where it stands."""
    return Step("formula", one_line(series.formula.text, LONGEST_SHOWN), lines.of("formula"))


def in_numbers(formula: Formula, inputs: Inputs) -> str:
    """The formula with numbers in place of its operands."""
    tokens = formula.tokens
    return "".join(
        _written(token, before, after, inputs)
        for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False)
    )


def _written(token: Token, before: Token | None, after: Token | None, inputs: Inputs) -> str:
    """A piece of the formula, with the spaces around it."""
    if token.kind is TokenKind.NUMBER:
        return plain(read_number(token.text))
    if token.kind is TokenKind.NAME:
        is_function = after is not None and after.text == "("
        numbers = [each.value for each in inputs.get(token.text, ()) if each.value is not None]
        return token.text if is_function else ", ".join(map(operand, numbers))
    if token.text in "()":
        return token.text
    is_unary = before is None or (before.kind is TokenKind.SIGN and before.text != ")")
    if is_unary:
        return token.text
    return ", " if token.text == "," else f" {_WRITTEN.get(token.text, token.text)} "


def _input_chapter(
    found: InputValue, documents: Mapping[str, Document], counted: tuple[Period, ...]
) -> Chapter:
    source = found.source
    lines = SourceLines(documents[source.file], source.path)
    series = source.kpi.actuals
    if isinstance(series, CalculatedSeries):
        steps = [Step(entry.key, plain(number(entry) or 0.0)) for entry in found.entries]
        steps.append(formula_step(series, lines))
    else:
        steps = [entry_step(source.kpi, entry, lines) for entry in found.entries]
    title = f'Input "{one_line(source.kpi.name)}" ({source.name})'
    return Chapter(title, (*steps, _input_result(found, counted)))


def _input_result(found: InputValue, counted: tuple[Period, ...]) -> Step:
    assert found.value is not None
    name, kpi, series = found.source.name, found.source.kpi, found.source.kpi.actuals
    if found.stands:
        return Step(
            "stands", equation(name, plain(found.value), found.value) + _age(found, counted)
        )
    periods = tuple(entry.period for entry in found.entries if number(entry) is not None)
    if isinstance(series, CalculatedSeries):
        terms = in_numbers(series.formula, series.inputs_over(periods))
        return Step("in numbers", equation(name, terms, found.value))
    values = [value for value in map(number, found.entries) if value is not None]
    how = "one value" if len(found.entries) == 1 else f"{kpi.aggregate} of {len(values)}"
    return Step(how, equation(name, combination(kpi.aggregate, values), found.value))


def _age(found: InputValue, counted: tuple[Period, ...]) -> str:
    period = found.entries[-1].period
    now = found.source.calendar.containing(counted[-1].last, period.frequency)
    age = age_text(now.index - period.index, period.frequency.noun)
    return f" ({age})" if age else ""


def _own_periods(reading: Reading, series: CalculatedSeries, as_of: date) -> Iterator[Step]:
    """The result in each own period, where there are several or none."""
    if len(reading.periods) > 1 or not reading.present:
        for period in reading.periods:
            yield Step(period.name, _in_period(series, period, as_of))


def _in_period(series: CalculatedSeries, period: Period, as_of: date) -> str:
    if not period.has_ended_by(as_of):
        return STATUS_TOKENS[Status.NOT_DUE].word
    entry = series.at(period)
    if entry is None:
        return f"none: {_why_missing(series, period)}"
    value = number(entry)
    return plain(value) if value is not None else "not applicable, left out"


def _why_missing(series: CalculatedSeries, period: Period) -> str:
    if period in series.without_result:
        return series.without_result[period].value
    if not series.is_sound:
        return "the formula cannot be calculated"
    found = [each for inputs in series.inputs_over((period,)).values() for each in inputs]
    missing = [each.source.name for each in found if each.value is None]
    names = ", ".join(missing[:MOST_NAMED])
    more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
    return f"no value of {names}{more}" if missing else "no value is new in it"


def _result(reading: Reading, series: CalculatedSeries, inputs: Inputs) -> Step:
    if reading.value is None:
        periods = tuple(entry.period for entry in reading.present)
        result = series.result_over(periods)
        assert reading.nothing is not None
        word = STATUS_TOKENS[reading.nothing].word
        return Step("value", f"none: {result.value if isinstance(result, NoResult) else word}")
    label = "in numbers"
    if reading.is_to_date:
        label = f"to date, {len(reading.present)} of {len(reading.due)}"
    return Step(label, equation("value", in_numbers(series.formula, inputs), reading.value))
