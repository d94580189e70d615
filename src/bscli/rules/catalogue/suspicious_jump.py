"""BSC707: a value that was probably mistyped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from bscli.findings import Problem, Severity
from bscli.frequencies import Frequency
from bscli.model.kpi import Kpi
from bscli.model.measures import Aggregate
from bscli.model.series import Entry
from bscli.periods import Calendar
from bscli.rules.measured import is_explained, measured_kpis, path_of
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

FEWEST = 6
"""With fewer values nobody can say what is usual."""

LARGE_JUMP = 10
"""A jump is large from this many times the median moving range on."""

SLIPS = (10, 100, 1000)
SLACK = 1.25
"""How far beyond the others a value may lie that would fit, had it been typed right."""


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI with such a value, at the latest one, unless a note explains it."""
    calendar = subject.scorecard.fiscal_calendar
    for objective, kpi in measured_kpis(subject):
        if kpi.measure.words:
            continue
        found = [each for each in _suspects(kpi, calendar) if not is_explained(kpi, each[0].period)]
        if found:
            entry, why = found[-1]
            yield subject.problem(
                path_of(objective, kpi, entry),
                f'"{kpi.id}" is {entry.value:.10g} for {entry.key}, {why}',
                f"check the number; if it is right, say why in a note for {entry.key}",
            )


def _suspects(kpi: Kpi, calendar: Calendar) -> Iterator[tuple[Entry[float], str]]:
    entries = _since_last_change(kpi)
    if len(entries) < FEWEST:
        return
    values = [entry.value for entry in entries]
    usual, ordered = median(_moves(values)), sorted(values)
    is_back = False
    for place, entry in enumerate(entries):
        why = _slip(values, ordered, place)
        # The way back from a mistyped value is as long as the way there.
        if why is None and place and usual > 0 and not is_back:
            why = _jump(kpi, entries[place - 1], entry, usual, calendar)
        is_back = why is not None
        if why is not None:
            yield entry, why


def _jump(
    kpi: Kpi, before: Entry[float], entry: Entry[float], usual: float, calendar: Calendar
) -> str | None:
    """How far a value lies from the one before, where that is many times as far as usual."""
    size = abs(entry.value - before.value) / usual
    if size < LARGE_JUMP or _starts_anew(kpi, before, entry, calendar):
        return None
    return f"{size:.0f} times as far from {before.key} as values usually move"


def _since_last_change(kpi: Kpi) -> list[Entry[float]]:
    """The numbers since the process or its measuring changed."""
    since = max((change.period.first for change in kpi.changed), default=date.min)
    return [
        Entry(entry.period, entry.value, entry.key)
        for entry in kpi.actuals
        if isinstance(entry.value, float) and entry.period.first >= since
    ]


def _moves(values: Sequence[float]) -> list[float]:
    return [abs(after - before) for before, after in pairwise(values)]


def _slip(values: Sequence[float], ordered: Sequence[float], place: int) -> str | None:
    """How a value was probably mistyped: it is unlike all others, and would fit if corrected."""
    value, others = values[place], _extremes(values, ordered, place)
    low, high = min(map(abs, others)), max(map(abs, others))
    if min(others) <= 0 <= max(others) or value == 0 or high >= SLIPS[0] * low:
        return None
    size = abs(value)
    if (value > 0) is not (others[0] > 0):
        fits = low / SLACK <= size <= high * SLACK
        return "with the other sign than all other values" if fits else None
    for factor in SLIPS:
        if low / SLACK <= size / factor <= high * SLACK and size > 2 * SLACK * high:
            return f"about {factor} times what the other values suggest"
        if low / SLACK <= size * factor <= high * SLACK and size * 2 * SLACK < low:
            return f"about a {factor}th of what the other values suggest"
    return None


def _extremes(values: Sequence[float], ordered: Sequence[float], place: int) -> tuple[float, float]:
    """The smallest and the largest of the other values."""
    value, low, high = values[place], ordered[0], ordered[-1]
    return (ordered[1] if value == low else low, ordered[-2] if value == high else high)


def _starts_anew(kpi: Kpi, before: Entry[float], entry: Entry[float], calendar: Calendar) -> bool:
    """Whether a count to date begins again with a new year."""
    if kpi.aggregate is not Aggregate.LAST or abs(entry.value) > abs(before.value):
        return False
    year = calendar.containing(entry.period.last, Frequency.YEARLY)
    return before.period.last < year.first


RULE = Rule(
    code="BSC707",
    name="suspicious-jump",
    label="unlike the others",
    severity=Severity.INFO,
    finds="a value that is ten, a hundred or a thousand times what the others suggest, that alone "
    "has the other sign, or that lies ten times farther from the value before it than usual, "
    "unless a note says why",
    reason="A mistyped figure turns a colour, and a review then speaks about a month that never "
    "was.",
    bad="""\
bsc: 1
name: Orchard cider (fictional)
owner: cider-maker
objectives:
  press-in-time:
    name: Press every apple in time
    perspective: internal
    kpis:
      litres-pressed:
        name: Litres pressed in a day
        type: leading
        target: {2026: 900}
        red: {2026: 700}
        actuals: {2026-04: 820, 2026-05: 850, 2026-06: 8400,
                  2026-07: 870, 2026-08: 880, 2026-09: 860}
""",
    mend=("2026-06: 8400", "2026-06: 840"),
    check=check,
)
