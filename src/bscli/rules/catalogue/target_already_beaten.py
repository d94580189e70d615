"""BSC311: a target that asks for nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bscli.findings import Part, Problem, Severity
from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Aggregate, Better
from bscli.model.objective import Objective
from bscli.model.series import Entry, Levels, Range
from bscli.periods import Period
from bscli.rules.levels import levels_in
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.levels import share_of
from bscli.scoring.reading import number
from bscli.scoring.settings import scoring_basis
from bscli.scoring.status import are_equal

Amount = float | Range


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI whose later targets its latest value beats, or whose targets lead nowhere."""
    for objective, kpi in subject.soundly_read_kpis():
        if kpi.measure.words or kpi.better is Better.WITHIN:
            continue
        beaten = _beaten_by_latest(subject, kpi)
        message = beaten or _no_better_than_baseline(subject, objective, kpi)
        if message is not None:
            yield subject.problem(
                ("objectives", objective.id, "kpis", kpi.id, "target"),
                message,
                "aim further, or measure something that still has a way to go",
                part=Part.VALUE,
                label="beaten already" if beaten else "no better than the baseline",
            )


def _beaten_by_latest(subject: Subject, kpi: Kpi) -> str | None:
    latest, value = _latest(kpi)
    if latest is None or value is None:
        return None
    later = {
        entry.key: _in_one(kpi, latest.period, entry)
        for entry in kpi.target.dated
        if entry.period.first > latest.period.last
    }
    if not later or not all(_is_better(kpi, value, target) for target in later.values()):
        return None
    if _start_anew(subject, kpi, latest.period, later.values()):
        return None
    best = max(later, key=lambda key: _sign(kpi) * later[key])
    which = "its later target" if len(later) == 1 else "the best of its later targets"
    return (
        f'"{kpi.id}" was {value:.10g} in {latest.key} and beats {which} already: '
        f"{later[best]:.10g}{_each(kpi)} for {best}"
    )


def _start_anew(subject: Subject, kpi: Kpi, period: Period, later: Iterable[float]) -> bool:
    """Whether a later target asks for less than that of a period, as in a count to date."""
    own = levels_in(subject.scorecard, kpi, period).target()
    if own is None or not isinstance(own.amount, float):
        return False
    return any(_is_better(kpi, own.amount, target) for target in later)


def _no_better_than_baseline(subject: Subject, objective: Objective, kpi: Kpi) -> str | None:
    """Silent for scores by progress, where the same mistake leaves no score at all (BSC307)."""
    by = scoring_basis(subject.scorecard, objective, kpi).by
    if by is Basis.PROGRESS or not kpi.target or not kpi.baseline:
        return None
    start = _amounts(subject, kpi, kpi.baseline)[-1]
    targets = _amounts(subject, kpi, kpi.target)
    best = max(targets, key=lambda target: _sign(kpi) * target)
    if _is_better(kpi, best, start):
        return None
    which = "the target" if len(targets) == 1 else "the best target"
    return (
        f'{which} of "{kpi.id}", {best:.10g}{_each(kpi)}, '
        f"is no better than its baseline, {start:.10g}{_each(kpi)}"
    )


def _latest(kpi: Kpi) -> tuple[Entry[float | str] | None, float | None]:
    for entry in reversed(kpi.actuals.entries):
        value = number(entry)
        if value is not None:
            return entry, value
    return None, None


def _amounts(subject: Subject, kpi: Kpi, levels: Levels[Amount] | Levels[float]) -> list[float]:
    """What the levels ask for in one of the KPI's own periods, in time order."""
    if isinstance(levels.every_period, float):
        return [levels.every_period]
    calendar = subject.scorecard.fiscal_calendar
    return [
        _in_one(kpi, calendar.containing(entry.period.last, kpi.frequency), entry)
        for entry in levels.dated
    ]


def _in_one(kpi: Kpi, period: Period, entry: Entry[Amount] | Entry[float]) -> float:
    """An entry's amount, or for sums the share of it that a single period makes."""
    assert isinstance(entry.value, float)
    if kpi.aggregate is not Aggregate.SUM:
        return entry.value
    share = share_of(period, entry.period)
    return entry.value * share.part / share.whole


def _each(kpi: Kpi) -> str:
    return f" a {kpi.frequency.noun}" if kpi.aggregate is Aggregate.SUM else ""


def _is_better(kpi: Kpi, one: float, other: float) -> bool:
    return _sign(kpi) * one > _sign(kpi) * other and not are_equal(one, other)


def _sign(kpi: Kpi) -> int:
    return -1 if kpi.better is Better.LOWER else 1


RULE = Rule(
    code="BSC311",
    name="target-already-beaten",
    label="asks for nothing more",
    severity=Severity.WARNING,
    finds="a target that the latest value beats before its time, or that is no better than the "
    "baseline",
    reason="A target that is reached before it begins asks for nothing, and its green hides what "
    "could still be won.",
    bad="""\
bsc: 1
name: Pine hill farm (fictional)
owner: farmer
objectives:
  sell-direct:
    name: Sell straight to households
    perspective: customer
    kpis:
      box-subscribers:
        name: Households with a weekly box
        type: leading
        target: {2026: 200, 2027: 240}
        red: {2026: 150}
        actuals: {2026-07: 236, 2026-08: 248, 2026-09: 261}
""",
    mend=(
        "        target: {2026: 200, 2027: 240}\n",
        "        target: {2026: 200, 2027: 320}\n",
    ),
    check=check,
)
