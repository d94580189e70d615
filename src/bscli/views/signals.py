"""Signals in words: what stands out of a KPI's usual values, and what is noise."""

from __future__ import annotations

from collections.abc import Sequence

from bscli.model.kpi import Kpi
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.signal_sense import sense_of
from bscli.scoring.signals import Signal, SignalRule, Xmr
from bscli.scoring.status import Trend
from bscli.scoring.trend import decimals_of
from bscli.views.findings import counted
from bscli.views.numbers import amount_of, as_stated

MOST_NAMED = 2

NARROW = 20
"""A range of fewer steps of the last decimal needs one decimal more to be told by."""

NOISE = "no signal: within its usual range (noise)"

_WORDS = {
    (SignalRule.OUTSIDE_LIMITS, True): "above its usual range",
    (SignalRule.OUTSIDE_LIMITS, False): "below its usual range",
    (SignalRule.RUN_OF_EIGHT, True): "eight or more in a row above its mean",
    (SignalRule.RUN_OF_EIGHT, False): "eight or more in a row below its mean",
    (SignalRule.THREE_OF_FOUR, True): "three of four near its upper limit",
    (SignalRule.THREE_OF_FOUR, False): "three of four near its lower limit",
}


def rule_words(signal: Signal) -> str:
    """What a signal says of its value."""
    return _WORDS[signal.rule, signal.is_above]


def signals_text(score: KpiScore) -> str:
    """The signals of the period: for either side the plainest, and whether it is for the better.

    Empty where there is none.
    """
    signals = _worth_telling(score)
    sides = ([each for each in signals if each.is_above is is_above] for is_above in (True, False))
    told = [_side_text(score, found) for found in sides if found]
    return f"signal: {'; '.join(told)}" if told else ""


def news_of(score: KpiScore) -> str:
    """What colour and trend do not tell: noise, or signals other than the trend for the better."""
    if score.is_noise:
        return NOISE
    senses = {sense_of(score, signal) for signal in _worth_telling(score)}
    is_told = senses == {Trend.IMPROVING} and score.trend is Trend.IMPROVING
    return "" if is_told else signals_text(score)


def _worth_telling(score: KpiScore) -> tuple[Signal, ...]:
    """Values outside the limits, and what else holds of the latest value; failing these, all."""
    now = score.reading.present[-1].period if score.reading.present else None
    told = tuple(
        each
        for each in score.signals
        if each.rule is SignalRule.OUTSIDE_LIMITS or each.period == now
    )
    return told or score.signals


def _side_text(score: KpiScore, found: Sequence[Signal]) -> str:
    plainest = min((each.rule for each in found), key=list(SignalRule).index)
    told = [each for each in found if each.rule is plainest]
    sense = sense_of(score, told[-1])
    judged = f" ({sense.value})" if sense in (Trend.IMPROVING, Trend.WORSENING) else ""
    which = f"{_named(told)} " if plainest is SignalRule.OUTSIDE_LIMITS else ""
    return f"{which}{rule_words(told[-1])}{judged}"


def _named(found: Sequence[Signal]) -> str:
    """The periods of a few signals, or how many there are."""
    if len(found) > MOST_NAMED:
        return counted(len(found), "value")
    return " and ".join(each.period.name for each in found)


def limit_of(kpi: Kpi, xmr: Xmr, amount: float) -> str:
    """A limit or the mean, with a decimal more than values have where few of these lie between."""
    stated = as_stated(kpi)
    decimals = decimals_of(kpi)
    is_narrow = (xmr.upper - xmr.lower) * 10**decimals < NARROW
    return amount_of(stated.model_copy(update={"decimals": decimals + is_narrow}), amount)


def range_text(kpi: Kpi, xmr: Xmr) -> str:
    """The usual range as the KPI shows its values."""
    return f"{limit_of(kpi, xmr, xmr.lower)} to {limit_of(kpi, xmr, xmr.upper)}"


def usual_words(kpi: Kpi, xmr: Xmr) -> str:
    """The usual range and the mean, and whether they rest on few values."""
    if xmr.mean_moving_range == 0:
        return f"Always {amount_of(as_stated(kpi), xmr.centre)}"
    trial = " (trial limits)" if xmr.is_trial else ""
    mean = limit_of(kpi, xmr, xmr.centre)
    return f"Usual range {range_text(kpi, xmr)}{trial}, mean {mean}"
