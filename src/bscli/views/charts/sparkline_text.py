"""What a sparkline says, in words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from bscli.model.kpi import Kpi
from bscli.model.measures import Aggregate
from bscli.scoring.kpi_score import KpiScore
from bscli.views.charts.history import History
from bscli.views.findings import counted
from bscli.views.numbers import amount_of, as_stated, target_of
from bscli.views.signals import range_text, rule_words


@dataclass(frozen=True, slots=True)
class Course:
    """The values that a reader looks for first, as they are shown."""

    first: str
    last: str
    lowest: str
    highest: str


def course_of(kpi: Kpi, history: History) -> Course:
    """From what to what, and between what, the KPI moved."""
    known = history.known
    stated = as_stated(kpi)
    values = (known[0], known[-1], min(known), max(known))
    return Course(*(amount_of(stated, value) for value in values))


def text_of(kpi: Kpi, history: History, course: Course) -> str:
    """How long, from what to what, the lowest and the highest, and the last target."""
    said = _in_a_row(kpi, history) if kpi.measure.words else _said(history, course)
    return f"{_span(kpi, history)}: {said}{_target(kpi, history)}"


def usual_text(score: KpiScore, history: History) -> str:
    """The usual range and the signals among the latest values; empty where neither is known."""
    xmr, first = score.xmr, history.periods[0].first
    if xmr is None:
        return ""
    shown = {each.period.name: each for each in reversed(xmr.signals) if each.period.first >= first}
    latest = next(iter(shown.values()), None)
    told = f"; usual range {range_text(score.kpi, xmr)}"
    if latest is None:
        return f"{told}, no signals"
    count = counted(len(shown), "signal")
    return f"{told}, {count}, latest in {latest.period}: {rule_words(latest)}"


def _span(kpi: Kpi, history: History) -> str:
    periods, noun = history.periods, kpi.frequency.noun
    gaps = len(periods) - len(history.known)
    missing = f", {gaps} without a value" if gaps else ""
    return f"{counted(len(periods), noun)} from {periods[0]} to {periods[-1]}{missing}"


def _said(history: History, course: Course) -> str:
    """The first and last value, the lowest and the highest with their periods."""
    low, high = min(history.known), max(history.known)
    if low == high:
        return f"always {course.last}"
    at_low, at_high = (history.periods[history.values.index(value)] for value in (low, high))
    return (
        f"from {course.first} to {course.last}, "
        f"lowest {course.lowest} in {at_low}, highest {course.highest} in {at_high}"
    )


def _in_a_row(kpi: Kpi, history: History) -> str:
    """The words in time order, those in a row told once."""
    rows = [(amount_of(kpi, value), len(list(row))) for value, row in groupby(history.known)]
    return ", ".join(f"{word} ({count} times)" if count > 1 else word for word, count in rows)


def _target(kpi: Kpi, history: History) -> str:
    """The target of the last period; that of a sum says for how long."""
    level = history.levels[-1]
    if level is None:
        return ""
    each = f" a {kpi.frequency.noun}" if kpi.aggregate is Aggregate.SUM else ""
    return f"; target {target_of(kpi, level)}{each}"
