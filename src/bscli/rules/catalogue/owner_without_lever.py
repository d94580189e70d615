"""BSC412: somebody who answers for a number without a way to move it."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Part, Problem, Severity
from bscli.model.initiative import InitiativeStatus
from bscli.model.misshape import quoted
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

IS_OVER = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI whose owner owns neither its objective nor an initiative that moves it.

    An initiative that is over moves nothing any more, and an objective that nobody owns is left
    to BSC401.
    """
    scorecard = subject.scorecard
    if subject.is_misread("initiatives"):
        return
    levers = {
        (initiative.owner, objective)
        for initiative in scorecard.initiatives
        if initiative.status not in IS_OVER
        for objective in initiative.objectives
    }
    for objective, kpi in subject.soundly_read_kpis():
        responsible = scorecard.owner_of(objective)
        if kpi.owner is None or responsible in (None, kpi.owner):
            continue
        if subject.is_misread("objectives", objective.id, "owner"):
            continue
        if (kpi.owner, objective.id) not in levers:
            yield subject.problem(
                ("objectives", objective.id, "kpis", kpi.id, "owner"),
                f'{quoted(kpi.owner)} answers for "{kpi.id}", but owns neither "{objective.id}" '
                "nor an initiative that moves it",
                "give the KPI to who can move it, or give its owner the objective or an initiative",
                part=Part.VALUE,
            )


RULE = Rule(
    code="BSC412",
    name="owner-without-lever",
    label="cannot move it",
    severity=Severity.INFO,
    finds="a KPI whose owner owns neither its objective nor an initiative that moves it",
    reason="Who answers for a number without a way to move it can only point at others.",
    bad="""\
bsc: 1
name: Riverside clinic (fictional)
owner: director
objectives:
  shorten-waits:
    name: Shorten the wait for a bed
    perspective: customer
    owner: head-nurse
    kpis:
      waiting-time:
        name: Median wait for a bed
        type: leading
        unit: hours
        better: lower
        owner: data-office
        target: {2026: 3, 2027: 2}
        red: {2026: 5}
""",
    mend=(
        "        owner: data-office\n",
        "        owner: head-nurse\n",
    ),
    check=check,
)
