"""What a cell says: a number, a word, nothing, or a mistake; a whole column at once where plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from bscli.frequencies import Frequency
from bscli.model.measures import NOT_APPLICABLE, Measure
from bscli.model.misshape import Misshape, quoted
from bscli.model.numbers import MOST_DIGITS
from bscli.model.reading import read_amount
from bscli.model.series import PERIOD_FORMS, WrittenPeriod, wrong_length
from bscli.periods import Calendar, Period, PeriodError

_UNUSUAL = ("_", "e", "E", "n", "N")
"""What float() accepts in numbers that are to be read with more care, or are none."""

_GROUPED_WITH_POINTS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.A)

Value = float | str | None


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """The values of cells that are plain numbers, n/a or empty; ``is_full`` where none is empty."""

    values: Sequence[Value]
    is_full: bool


def plain_values(texts: Sequence[str], decimal: str) -> PlainColumn | None:
    """What the cells of a column say; None where one is anything but a plain number."""
    numbers = _plain_numbers(texts, decimal)
    if numbers is not None:
        return PlainColumn(numbers, is_full=True)
    found = _plain_numbers([text for text in texts if _should_be_number(text)], decimal)
    if found is None:
        return None
    following = iter(found)
    values = [next(following) if _should_be_number(text) else text or None for text in texts]
    return PlainColumn(values, is_full=False)


def _plain_numbers(texts: Sequence[str], decimal: str) -> list[float] | None:
    """The numbers, where every text is one that float() reads as the format does."""
    joined = "\n".join(texts)
    if not joined.isascii() or any(sign in joined for sign in _UNUSUAL):
        return None
    if joined.count("\n") >= max(len(texts), 1):  # a quoted cell may be more than one line
        return None
    if decimal != ".":
        if "." in joined:
            return None
        texts = joined.replace(decimal, ".").split("\n") if texts else texts
    if max(map(len, texts), default=0) > MOST_DIGITS:
        return None
    try:
        return list(map(float, texts))
    except ValueError:
        return None


def _should_be_number(text: str) -> bool:
    return text != "" and text != NOT_APPLICABLE


def read_value(text: str, measure: Measure, decimal: str) -> Value | Misshape:
    """The value of one cell, None where it is empty, or what is wrong with it."""
    written = text.strip()
    if not written or written == NOT_APPLICABLE:
        return written or None
    if measure.words:
        if written in measure.words:
            return float(measure.words.index(written))
        allowed = ", ".join(measure.words)
        return Misshape(f"is {quoted(written)}; allowed for {measure} are: {allowed}", kind=written)
    return _read_number(written, measure, decimal)


def _read_number(written: str, measure: Measure, decimal: str) -> float | Misshape:
    if decimal == "," and "." in written:
        number = written.replace(".", "") if _GROUPED_WITH_POINTS.fullmatch(written) else None
        fact = f"is {quoted(written)}, which has a point, but the decimal sign is a comma"
        help = f"write {number}" if number else 'write a comma, or say decimal: "."'
        return Misshape(fact, help, kind="point")
    plain = written.replace(decimal, ".")
    try:
        return read_amount(plain, percent=measure is Measure.PERCENT)
    except PydanticCustomError as error:
        return _in_words_of_csv((error.context or {})["misshapes"][0], plain, written)


def _in_words_of_csv(misshape: Misshape, plain: str, written: str) -> Misshape:
    """The same mistake, where no YAML reads the text and the file has a decimal sign."""
    message = misshape.message.replace("is empty;", f"is {quoted(written)};", 1)
    message = message.replace(quoted(plain), quoted(written), 1).replace(" to YAML", "")
    kind = message.partition(", which ")[2] or written
    if "decimal comma" in kind:
        return Misshape(message, 'say decimal: "," for this file, or write points', kind=kind)
    return Misshape(message, misshape.help or "leave it empty where there is no value", kind=kind)


def read_period(text: str, calendar: Calendar, frequency: Frequency) -> Period | Misshape:
    """The period that a cell names, or what is wrong with it for a KPI of this frequency."""
    written = text.strip()
    try:
        period = calendar.period(written)
    except PeriodError as error:
        help = f'did you mean "{error.suggestion}"?' if error.suggestion else PERIOD_FORMS
        return Misshape(f"{quoted(written)} {error}", help, kind=written)
    if period.frequency is frequency:
        return period
    wanted = f"a {frequency.noun}"
    return wrong_length(WrittenPeriod(written, period), frequency, wanted, calendar)
