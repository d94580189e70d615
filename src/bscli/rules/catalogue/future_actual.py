"""BSC706: a value for a period that has not ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from bscli.findings import Problem, Severity
from bscli.model.kpi import Kpi
from bscli.model.series import Entry
from bscli.rules.measured import measured_kpis, path_of
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.reading import number

HELP = "check the period; what is hoped for is a target, and no value counts before its period ends"


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI that knows the future, or one problem where all of them do."""
    as_of = subject.scores.as_of
    measured = measured_kpis(subject)
    early = [
        (objective, kpi, ahead) for objective, kpi in measured if (ahead := _not_ended(kpi, as_of))
    ]
    if len(early) == len(measured) >= subject.limits.fewest_to_tell_as_one:
        yield subject.problem(
            (), f"every KPI has values for periods that have not ended by {as_of}", HELP
        )
        return
    for objective, kpi, ahead in early:
        more = f", and {len(ahead) - 1} more after it" if len(ahead) > 1 else ""
        yield subject.problem(
            path_of(objective, kpi, ahead[0]),
            f'"{kpi.id}" has a value for {ahead[0].key}, which has not ended by {as_of}{more}',
            HELP,
        )


def _not_ended(kpi: Kpi, as_of: date) -> list[Entry[float | str]]:
    """The numbers for periods that end after a day, in time order."""
    entries = reversed(kpi.actuals.entries)
    ahead = takewhile(lambda entry: not entry.period.has_ended_by(as_of), entries)
    return [entry for entry in ahead if number(entry) is not None][::-1]


RULE = Rule(
    code="BSC706",
    name="future-actual",
    label="not over yet",
    severity=Severity.WARNING,
    finds="a value for a period that has not ended on the as-of day",
    reason="A result that is written down before its time is a wish or a slip of the pen.",
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
        actuals: {2026-07: 4, 2026-08: 3, 2026-12: 3}
""",
    mend=(
        "        actuals: {2026-07: 4, 2026-08: 3, 2026-12: 3}\n",
        "        actuals: {2026-07: 4, 2026-08: 3, 2026-09: 3}\n",
    ),
    check=check,
    needs_today=True,
)
