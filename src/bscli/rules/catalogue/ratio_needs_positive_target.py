"""BSC314: a ratio to a target that is zero or less."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Part, Problem, Severity
from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.model.objective import Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.settings import scoring_basis


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI that is scored by its ratio to a target, at the first one not above zero."""
    for objective, kpi in subject.soundly_read_kpis():
        if not _is_scored_by_ratio(subject, objective, kpi):
            continue
        for place, target in _targets(kpi):
            if target <= 0:
                yield subject.problem(
                    ("objectives", objective.id, "kpis", kpi.id, "target", *place),
                    f'"{kpi.id}" is scored by its ratio to the target, which is {target:.10g}',
                    "write scoring: {by: value} under the KPI, which works with any target",
                    part=Part.VALUE,
                )
                break


def _is_scored_by_ratio(subject: Subject, objective: Objective, kpi: Kpi) -> bool:
    """Whether a division by the target decides; words and ranges are judged without one."""
    if kpi.measure.words or kpi.better is Better.WITHIN:
        return False
    return scoring_basis(subject.scorecard, objective, kpi).by is Basis.RATIO


def _targets(kpi: Kpi) -> Iterator[tuple[tuple[str, ...], float]]:
    """Each target, with the key that it stands under where it is dated."""
    if isinstance(kpi.target.every_period, float):
        yield (), kpi.target.every_period
    for entry in kpi.target.dated:
        if isinstance(entry.value, float):
            yield (entry.key,), entry.value


RULE = Rule(
    code="BSC314",
    name="ratio-needs-positive-target",
    label="not above zero",
    severity=Severity.ERROR,
    finds="a KPI that is scored by its ratio to a target of zero or less",
    reason="A share of nothing, or of a loss, has no meaning, so such a KPI never gets a score.",
    bad="""\
bsc: 1
name: Seaside hotel (fictional)
owner: general-manager
scoring: {by: ratio}
objectives:
  protect-guests:
    name: Keep every guest safe
    perspective: customer
    kpis:
      accidents: {name: Accidents of guests, better: lower, target: {2026: 0}}
""",
    mend=(
        "scoring: {by: ratio}\n",
        "scoring: {by: value}\n",
    ),
    check=check,
)
