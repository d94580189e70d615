"""BSC309: a KPI of speed, volume or cost that nothing keeps in check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.kpi import Kpi
from bscli.model.measures import Better, Measure
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.replace("\n", " ").split(","))


UNITS_OF_TIME = _phrases("""
    s, sec, secs, second, seconds, min, mins, minute, minutes, h, hr, hrs, hour, hours, day, days,
    week, weeks, month, months, working days, working hours, business days, business hours,
    calendar days
""")
SPEED = _phrases("""
    seconds, minutes, hours, days, weeks, time, times, wait, waits, waiting, cycle, turnaround,
    duration, latency
""")
NO_SPEED = _phrases("""
    absence, absences, absent, absenteeism, accident, accidents, complaint, complaints, downtime,
    empty, first time, full time, idle, incident, incidents, injuries, injury, in time, late, lost,
    of the time,
    on time, outage, outages, overdue, overtime, part time, percentage, proportion, real time,
    share, sick, sickness, time off, unplanned
""")
VOLUME = _phrases("""
    volume, volumes, throughput, output, number of, calls made, visits made, units sold,
    tickets closed, cases closed, deals closed, loads delivered, orders delivered,
    parcels delivered, units delivered, dispatched, handled, issued, processed, produced,
    published, resolved, shipped, treated
""")
NO_VOLUME = _phrases("""
    earnings, first time, happy, income, index, loyal, margin, nps, on time, percentage, profit,
    profits, promoter, promoters, proportion, quality, rate, rating, ratio, revenue, revenues,
    satisfaction, satisfied, score, share, surplus, without
""")
NO_UNITS_OF_VOLUME = _phrases("points, index, score, stars, ratio, rank")
CURRENCIES = _phrases("""
    $, €, £, ¥, dollar, dollars, euro, euros, yen, rupees, aud, brl, cad, chf, cny, czk, dkk, eur,
    gbp, hkd, huf, idr, ils, inr, jpy, krw, mxn, myr, nok, nzd, php, pln, rub, sek, sgd, thb, twd,
    usd, vnd, zar
""")
COST = _phrases("""
    cost, costs, expense, expenses, expenditure, expenditures, spend, spending, overhead, overheads
""")
NO_COST = _phrases("claims, low cost, poor quality, rework, scrap, warranty")

SACRIFICED = {
    "speed": "errors, accidents or complaints",
    "volume": "quality, returns or margin",
    "cost": "service, quality or safety",
}
"""What each kind of KPI is often improved at the expense of."""

_WORD = re.compile(r"[^\W\d_]+|[$€£¥]")
_DENOMINATOR = re.compile(r"\b(?:per|for each|for every)\b|/")


def check(subject: Subject) -> Iterator[Problem]:
    """Every such KPI without a guard, or one problem at the head where no KPI has any."""
    if not subject.scorecard.language.casefold().startswith("en"):
        return
    unguarded = [
        (objective, kpi, kind)
        for objective, kpi in subject.soundly_read_kpis()
        if not kpi.guarded_by and (kind := _kind(kpi))
    ]
    has_guards = any(kpi.guarded_by for _, kpi in subject.scorecard.kpis())
    if not has_guards and len(unguarded) >= subject.limits.fewest_to_tell_as_one:
        yield subject.problem(
            (),
            f"none of the {len(unguarded)} KPIs of speed, volume or cost is guarded, "
            "so each can improve at the expense of something that nobody watches",
            "name under guarded_by of each the KPIs that must not worsen when it improves",
            label="no KPI is guarded",
        )
        return
    for objective, kpi, kind in unguarded:
        yield subject.problem(
            ("objectives", objective.id, "kpis", kpi.id),
            f'"{kpi.id}" measures {kind}, and nothing guards what it could improve at the '
            "expense of",
            "name under guarded_by the KPIs that must not worsen when it improves, "
            f"such as {SACRIFICED[kind]}",
        )


def _kind(kpi: Kpi) -> str | None:
    """Whether it is a KPI of speed, volume or cost that counts; None where it is no such KPI."""
    if kpi.measure.words or kpi.weight == 0 or kpi.better is Better.WITHIN:
        return None
    name, unit = _words(kpi.name), _words(kpi.unit or "")
    if kpi.better is Better.HIGHER:
        return "volume" if _is_volume(kpi, name, unit) else None
    if _is_speed(kpi, name, unit):
        return "speed"
    is_cost = _holds(unit, CURRENCIES) or _holds(name, COST)
    return "cost" if is_cost and not _holds(name, NO_COST) else None


def _is_speed(kpi: Kpi, name: str, unit: str) -> bool:
    """A unit that is no time, such as percent or people, says that something else is counted."""
    if kpi.unit is None:
        return _holds(name, SPEED) and not _holds(name, NO_SPEED)
    is_time = any(unit.startswith(f" {words} ") for words in UNITS_OF_TIME)
    return is_time and not _holds(name, NO_SPEED)


def _is_volume(kpi: Kpi, name: str, unit: str) -> bool:
    """A share, a sum of money or an index grows for other reasons than sheer number."""
    if kpi.measure is Measure.PERCENT or _holds(unit, CURRENCIES | NO_UNITS_OF_VOLUME):
        return False
    return _holds(name, VOLUME) and not _holds(name, NO_VOLUME)


def _words(text: str) -> str:
    """The words before what they are counted for, such as "per mile", with spaces around each."""
    counted = _DENOMINATOR.split(text.casefold(), maxsplit=1)[0]
    return f" {' '.join(_WORD.findall(counted))} "


def _holds(words: str, phrases: frozenset[str]) -> bool:
    return any(f" {phrase} " in words for phrase in phrases)


RULE = Rule(
    code="BSC309",
    name="unguarded-kpi",
    label="nothing guards it",
    severity=Severity.INFO,
    finds="a KPI of speed, volume or cost, by its unit and English name, without `guarded_by`",
    reason="Such a number is easily improved at the expense of another, and where nobody watches "
    "that one, the scorecard rewards the damage.",
    bad="""\
bsc: 1
name: Night pharmacy (fictional)
owner: pharmacist
objectives:
  serve-fast:
    name: Serve fast
    perspective: customer
    kpis:
      minutes-in-line:
        name: Median wait at the counter
        type: leading
        unit: minutes
        better: lower
        target: {2026: 6, 2027: 5}
        red: {2026: 12}
      wrong-medicines:
        name: Wrong medicines handed out
        better: lower
        target: {2026: 2, 2027: 1}
        red: {2026: 4}
""",
    mend=(
        "        unit: minutes\n",
        "        unit: minutes\n        guarded_by: [wrong-medicines]\n",
    ),
    check=check,
)
