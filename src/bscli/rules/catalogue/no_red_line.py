"""BSC306: a target without a red line."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.model.objective import Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.settings import scoring_basis


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI that needs a red line, or one problem at the head where no such KPI has any."""
    needing = [pair for pair in subject.soundly_read_kpis() if _needs_red_line(subject, *pair)]
    lacking = [(objective, kpi) for objective, kpi in needing if not _has_red_edge(kpi)]
    if len(lacking) == len(needing) >= subject.limits.fewest_to_tell_as_one:
        yield subject.problem(
            (),
            f"none of the {len(needing)} KPIs with a target says where red begins, "
            "so bsc takes 10 % off the target for all of them",
            "add to each KPI as red the value that would alarm you, or a baseline",
            label="no KPI has a red line",
        )
        return
    for objective, kpi in lacking:
        yield subject.problem(
            ("objectives", objective.id, "kpis", kpi.id),
            f'"{kpi.id}" has a target, but nothing says where red begins, so bsc assumes it: '
            + _assumption(kpi),
            "add as red the value that would alarm you" + _or_baseline(kpi),
        )


def _needs_red_line(subject: Subject, objective: Objective, kpi: Kpi) -> bool:
    """Whether its value itself is compared with a target; a range is always compared so."""
    if kpi.measure.words or not kpi.target or kpi.weight == 0:
        return False
    basis = scoring_basis(subject.scorecard, objective, kpi)
    return basis.by is Basis.VALUE or kpi.better is Better.WITHIN


def _has_red_edge(kpi: Kpi) -> bool:
    return bool(kpi.red) or (kpi.better is not Better.WITHIN and bool(kpi.baseline))


def _assumption(kpi: Kpi) -> str:
    if kpi.better is Better.WITHIN:
        return "10 % of the range's width outside it"
    return "10 % away from the target"


def _or_baseline(kpi: Kpi) -> str:
    return "" if kpi.better is Better.WITHIN else ", or a baseline that it starts from"


RULE = Rule(
    code="BSC306",
    name="no-red-line",
    label="no red line",
    severity=Severity.INFO,
    finds="a KPI with a target, but neither a red line nor a baseline",
    reason="How far a miss may go before it is alarming differs from KPI to KPI, and an assumed "
    "10 % seldom fits.",
    bad="""\
bsc: 1
name: Lakeside brewery (fictional)
owner: brewmaster
objectives:
  brew-without-waste:
    name: Brew without waste
    perspective: internal
    kpis:
      beer-lost:
        name: Beer lost between kettle and bottle
        type: leading
        unit: percent
        better: lower
        target: {2026: 4}
""",
    mend=(
        "        target: {2026: 4}\n",
        "        target: {2026: 4}\n        red: {2026: 7}\n",
    ),
    check=check,
)
