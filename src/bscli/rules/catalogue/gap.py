"""BSC705: a period without a value between two that have one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bscli.findings import Problem, Severity
from bscli.model.kpi import Kpi
from bscli.model.series import Entry
from bscli.periods import Calendar, Period
from bscli.rules.measured import is_explained, measured_kpis, path_of
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI with a gap that no note explains, at the value that follows the latest one."""
    for objective, kpi in measured_kpis(subject):
        gaps = list(_gaps(kpi, subject.scorecard.fiscal_calendar))
        if gaps:
            after, missing = gaps[-1]
            earlier = sum(len(periods) for _, periods in gaps[:-1])
            names = str(missing[0]) if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
            yield subject.problem(
                path_of(objective, kpi, after),
                f'"{kpi.id}" has no value for {names}'
                + (f", and {earlier} earlier ones are missing" if earlier else ""),
                f"record what is missing; write n/a where the KPI did not apply, or a note for "
                f"{missing[0]} that says why nobody knows",
            )


def _gaps(kpi: Kpi, calendar: Calendar) -> Iterator[tuple[Entry[float | str], list[Period]]]:
    """The values that follow a gap, each with the periods before it that nothing is known of."""
    for before, after in pairwise(kpi.actuals.entries):
        steps = after.period.index - before.period.index - 1
        missing = [calendar.before(after.period, step) for step in range(steps, 0, -1)]
        unexplained = [period for period in missing if not is_explained(kpi, period)]
        if unexplained:
            yield after, unexplained


RULE = Rule(
    code="BSC705",
    name="gap",
    label="the value before is missing",
    severity=Severity.WARNING,
    finds="a period without a value between two periods that have one, unless a note says why",
    reason="The month that nobody reported is seldom the best one, and sums and averages pass it "
    "over.",
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
        actuals: {2026-07: 4, 2026-09: 3}
""",
    mend=(
        "        actuals: {2026-07: 4, 2026-09: 3}\n",
        "        actuals: {2026-07: 4, 2026-08: n/a, 2026-09: 3}\n",
    ),
    check=check,
)
