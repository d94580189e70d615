"""Numbers as people read them."""

from __future__ import annotations

import re
from decimal import Decimal

from bscli.model.kpi import Kpi
from bscli.model.measures import Measure
from bscli.model.series import Range, Series
from bscli.scoring.reading import number as number_of
from bscli.scoring.status import GREEN_FROM, RED_BELOW, are_equal
from bscli.scoring.trend import MOST_DECIMALS, decimals_needed, decimals_of

LARGEST_WRITTEN_OUT = 1e15
SMALLEST_WRITTEN_OUT = 1e-9
LONGEST_EXACT = 12
"""A number that reads back in this many characters is never rounded in arithmetic."""

SHORT_FROM = 1e7
"""From this size on, a number for reading names its millions, billions or trillions."""

LONGEST_TINY = 9
_SIZES = ((1e6, "M"), (1e9, "bn"), (1e12, "tn"))


def plain(number: float) -> str:
    """A number for arithmetic, without separators: in full where that is short.

    A longer one keeps six decimals, or six significant digits where it is below 0.1.
    """
    size = abs(number)
    exact = _written_out(f"{number!r}")
    if len(exact.lstrip("-")) <= LONGEST_EXACT:
        return exact
    if size >= LARGEST_WRITTEN_OUT or size < SMALLEST_WRITTEN_OUT:
        return f"{number:.10g}"
    return _written_out(f"{number:.6g}" if size < 0.1 else f"{number:.6f}")


def plain_amount(amount: float | Range) -> str:
    """A number or range for arithmetic."""
    if isinstance(amount, Range):
        return f"{plain(amount.low)} to {plain(amount.high)}"
    return plain(amount)


def rounded(number: float, decimals: int) -> str:
    """A number for reading: short, thousands separated, and zero only where it is zero."""
    if abs(number) >= SHORT_FROM:
        return _short(number)
    text = f"{number:,.{decimals}f}"
    if text.strip("-0.,"):
        return text
    return _tiny(number) if number else text.lstrip("-")


def _short(number: float) -> str:
    """A large number with its millions, billions or trillions, else with its power of ten."""
    for size, sign in _SIZES:
        amount = number / size
        text = f"{amount:.2f}" if abs(amount) < 99.995 else f"{amount:.1f}"
        if abs(float(text)) < 1000:
            return text.rstrip("0").rstrip(".") + sign
    return f"{number:.1e}"


def _tiny(number: float) -> str:
    """A number that its decimals would hide, with two significant digits."""
    text = _written_out(f"{number:.2g}")
    return text if len(text.lstrip("-")) <= LONGEST_TINY else f"{number:.1e}"


def _written_out(text: str) -> str:
    """A number without exponent, needless zeros or a negative zero."""
    text = f"{Decimal(text):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def as_stated(kpi: Kpi) -> Kpi:
    """The KPI with its decimals counted: a value that was stated has no noise to take out."""
    return kpi.model_copy(update={"decimals": decimals_of(kpi), "actuals": Series()})


def amount_of(kpi: Kpi, amount: float | Range | None) -> str:
    """A value of a KPI as its unit wants it; empty where there is none."""
    return _shown(kpi, amount, decimals_of(kpi))


def target_of(kpi: Kpi, amount: float | Range | None) -> str:
    """A target of a KPI: one that was stated more finely than the values keeps its decimals."""
    stated = (amount.low, amount.high) if isinstance(amount, Range) else (amount or 0.0,)
    decimals = decimals_of(kpi)
    if kpi.decimals is None and all(round(number, MOST_DECIMALS) == number for number in stated):
        decimals = max(decimals, *map(decimals_needed, stated))
    return _shown(kpi, amount, decimals)


def _shown(kpi: Kpi, amount: float | Range | None, decimals: int) -> str:
    if amount is None:
        return ""
    if kpi.measure.words and not isinstance(amount, Range):
        return kpi.measure.words[int(amount)]
    sign = "%" if kpi.measure is Measure.PERCENT else ""
    if isinstance(amount, Range):
        low, high = (rounded(limit, decimals) + sign for limit in (amount.low, amount.high))
        return f"{low} to {high}" if amount.low < 0 else f"{low}–{high}"
    return rounded(_without_noise(kpi, amount), decimals) + sign


def _without_noise(kpi: Kpi, value: float) -> float:
    """Zero, where a value differs from it by no more than the arithmetic of its series does."""
    sizes = [abs(actual) for actual in map(number_of, kpi.actuals) if actual is not None]
    return 0.0 if are_equal(value, 0.0, max(sizes, default=0.0)) else value


def unit_of(kpi: Kpi) -> str:
    """The unit to name beside a KPI; empty where its name, a percent sign or a word says it."""
    unit = kpi.unit or ""
    is_said = re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", kpi.name, re.IGNORECASE)
    return "" if kpi.measure is not Measure.NUMBER or is_said else unit


def score_text(score: float | None) -> str:
    """A score with one decimal, never rounded up over an edge into a colour it does not have."""
    if score is None:
        return ""
    for edge in (RED_BELOW, GREEN_FROM):
        if score < edge and not are_equal(score, edge) and round(score, 1) >= round(edge, 1):
            return f"{round(edge, 1) - 0.1:.1f}"
    return f"{score:.1f}"


def age_text(age: int | None, noun: str) -> str:
    """How old a value is, in the KPI's own periods; empty where it is of the period itself."""
    if not age:
        return ""
    return f"{age} {noun}{'' if age == 1 else 's'} old"
