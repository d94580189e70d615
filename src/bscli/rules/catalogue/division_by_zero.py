"""BSC316: a formula that divides by zero."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Part, Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.calculated_series import CalculatedSeries
from bscli.scoring.evaluation import NoResult
from bscli.scoring.reading import Reading


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI whose formula divides by zero in a period, with the latest such period."""
    for scored in subject.scores.objectives:
        for score in scored.kpis:
            series = score.kpi.actuals
            when = _when(series, score.reading) if isinstance(series, CalculatedSeries) else None
            if when is not None:
                yield subject.problem(
                    ("objectives", scored.objective.id, "kpis", score.kpi.id, "formula"),
                    f'the formula of "{score.kpi.id}" divides by zero in {when}, '
                    "so it has no value there",
                    "write n/a for the input below the line where there is nothing to divide by",
                    part=Part.VALUE,
                )


def _when(series: CalculatedSeries, reading: Reading) -> str | None:
    """The latest period without a result for that reason, and how many more there are."""
    periods = [
        period for period, why in series.without_result.items() if why is NoResult.DIVISION_BY_ZERO
    ]
    if periods:
        more = len(periods) - 1
        return periods[-1].name + (f" and {more} more period{'s' * (more > 1)}" if more else "")
    present = tuple(entry.period for entry in reading.present)
    is_zero = series.result_over(present) is NoResult.DIVISION_BY_ZERO
    return f"{reading.judged} as a whole" if is_zero else None


RULE = Rule(
    code="BSC316",
    name="division-by-zero",
    label="divides by zero",
    severity=Severity.WARNING,
    finds="a formula that divides by zero, with the period in which it does",
    reason="A share of nothing is no number: the KPI silently has a gap, where the inputs look "
    "complete.",
    bad="""\
bsc: 1
name: Mountain rescue (fictional)
owner: head-of-rescue
objectives:
  reach-everyone-in-time:
    name: Reach everyone in time
    perspective: customer
    kpis:
      late-calls:
        name: Calls reached late
        aggregate: sum
        weight: 0
        actuals: {2026-07: 3, 2026-08: 2, 2026-09: 0}
      all-calls:
        name: Calls
        aggregate: sum
        weight: 0
        actuals: {2026-07: 41, 2026-08: 38, 2026-09: 0}
      late-share:
        name: Share of the calls reached late
        type: leading
        unit: percent
        better: lower
        target: {2026: 4}
        red: {2026: 8}
        formula: late-calls / all-calls * 100
""",
    mend=(
        "        actuals: {2026-07: 41, 2026-08: 38, 2026-09: 0}\n",
        "        actuals: {2026-07: 41, 2026-08: 38, 2026-09: n/a}\n",
    ),
    check=check,
    needs_today=True,
)
