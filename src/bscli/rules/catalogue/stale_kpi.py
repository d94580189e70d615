"""BSC704: a KPI whose last value is old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bscli.findings import DocumentPath, Problem, Severity
from bscli.periods import Calendar, Period
from bscli.rules.measured import last_entry, measured_kpis, path_of
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

HELP = "record what is missing, or take out a KPI that nobody measures any more"


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI that is overdue, or one problem where all of them are."""
    as_of, grace = subject.scores.as_of, timedelta(days=subject.limits.most_days_to_report)
    calendar = subject.scorecard.fiscal_calendar
    measured = measured_kpis(subject)
    stale: list[tuple[DocumentPath, str, Period]] = []
    for objective, kpi in measured:
        last = last_entry(kpi)
        if _due(last.period, calendar) + grace < as_of:
            stale.append((path_of(objective, kpi, last), kpi.id, last.period))
    if len(stale) == len(measured) >= subject.limits.fewest_to_tell_as_one:
        newest = max((period for _, _, period in stale), key=lambda period: period.last)
        yield subject.problem(
            (), f"no KPI has a value for any period after {newest}, as of {as_of}", HELP
        )
        return
    for path, id, period in stale:
        yield subject.problem(path, f'"{id}" has no value after {period}, as of {as_of}', HELP)


def _due(last: Period, calendar: Calendar) -> date:
    """When the period ends that should have a value next."""
    return calendar.before(last, -1).last


RULE = Rule(
    code="BSC704",
    name="stale-kpi",
    label="the last value",
    severity=Severity.WARNING,
    finds="a KPI whose next value is more than 45 days overdue",
    reason="A review that looks at last quarter's colours decides about a company that is no more.",
    bad="""\
bsc: 1
name: Orchard cider (fictional)
owner: cider-maker
objectives:
  press-in-time:
    name: Press every apple in time
    perspective: internal
    kpis:
      days-in-store:
        name: Days from harvest to press
        type: leading
        better: lower
        target: {2026: 3}
        red: {2026: 5}
        actuals: {2026-04: 4, 2026-05: 3}
""",
    mend=(
        "        actuals: {2026-04: 4, 2026-05: 3}\n",
        "        actuals: {2026-07: 4, 2026-08: 3}\n",
    ),
    check=check,
    needs_today=True,
)
