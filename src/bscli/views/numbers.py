"""Numbers as people read them."""

from __future__ import annotations

from bscli.model.kpi import Kpi
from bscli.model.measures import Measure
from bscli.model.series import Range
from bscli.scoring.status import GREEN_FROM, RED_BELOW, are_equal
from bscli.scoring.trend import MOST_DECIMALS, decimals_needed, decimals_of

LARGEST_WRITTEN_OUT = 1e15


def plain(number: float) -> str:
    """A number for arithmetic: at most six decimals, no separators."""
    if number and (abs(number) >= LARGEST_WRITTEN_OUT or abs(number) < 1e-6):
        return f"{number:.10g}"
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def plain_amount(amount: float | Range) -> str:
    """A number or range for arithmetic."""
    if isinstance(amount, Range):
        return f"{plain(amount.low)} to {plain(amount.high)}"
    return plain(amount)


def rounded(number: float, decimals: int) -> str:
    """A number for reading: thousands separated, a fixed number of decimals, no negative zero."""
    if abs(number) >= LARGEST_WRITTEN_OUT:
        return f"{number:.4g}"
    text = f"{number:,.{decimals}f}"
    return text.lstrip("-") if not text.strip("-0.,") else text


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
        return f"{rounded(amount.low, decimals)}{sign}–{rounded(amount.high, decimals)}{sign}"
    return rounded(amount, decimals) + sign


def unit_of(kpi: Kpi) -> str | None:
    """The unit to name beside a KPI; a percent sign and words speak for themselves."""
    return kpi.unit if kpi.measure is Measure.NUMBER else None


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
