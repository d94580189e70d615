"""BSC304: more KPIs than anybody looks at."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.objective import Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every objective with too many KPIs that count, and the scorecard if all are too many."""
    for objective in subject.scorecard.objectives:
        count, most = _counting(objective), subject.limits.most_kpis_per_objective
        if count > most:
            yield subject.problem(
                ("objectives", objective.id, "kpis"),
                f'"{objective.id}" has {count} KPIs; more than {most} blur what it is about',
                "keep those that show best whether it is reached, and write weight: 0 where one is "
                "shown only for context; two results in one objective are two objectives",
            )
    count, most = sum(map(_counting, subject.scorecard.objectives)), subject.limits.most_kpis
    if count > most:
        yield subject.problem(
            ("objectives",),
            f"the scorecard has {count} KPIs; more than {most} are more than a review can cover",
            "keep those that people decide by, and leave the others to operational reports",
        )


def _counting(objective: Objective) -> int:
    """How many of its KPIs are more than context."""
    return sum(kpi.weight > 0 for kpi in objective.kpis)


RULE = Rule(
    code="BSC304",
    name="too-many-kpis",
    label="too many KPIs",
    severity=Severity.WARNING,
    finds="an objective, or a scorecard, with more KPIs than people can act on",
    reason="Each further KPI takes attention from those that matter, and in a review of forty "
    "numbers nobody decides on one.",
    bad="""\
bsc: 1
name: Harbour library (fictional)
owner: head-librarian
objectives:
  lend-more:
    name: Lend more to more people
    perspective: customer
    kpis:
      loans: {name: Loans, type: leading, target: {2026: 42000}, red: {2026: 38000}}
      readers: {name: Active readers, target: {2026: 3200}, red: {2026: 2900}}
      new-readers: {name: New readers, target: {2026: 600}, red: {2026: 450}}
      opening-hours: {name: Opening hours, target: {2026: 2400}, red: {2026: 2200}}
""",
    mend=(
        "      opening-hours: {name: Opening hours, target: {2026: 2400}, red: {2026: 2200}}\n",
        "",
    ),
    check=check,
)
