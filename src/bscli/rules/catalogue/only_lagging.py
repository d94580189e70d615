"""BSC308: results without anything that foretells them."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.kpi import KpiType
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every perspective below the top without a leading KPI, or one problem where none is."""
    kpis = [kpi for _, kpi in subject.scorecard.kpis()]
    if not kpis or subject.is_misread("objectives"):
        return
    if not any(kpi.type is KpiType.LEADING for kpi in kpis):
        yield subject.problem(
            (),
            "no KPI is leading, so the scorecard shows results only when it is too late to act",
            "add KPIs that move before the results do, and mark them with type: leading",
        )
        return
    for perspective in subject.scorecard.perspectives[1:]:
        types = _types_in(subject, perspective.id)
        if types and KpiType.LEADING not in types:
            yield subject.problem(
                ("perspectives", perspective.id),
                f'no KPI of perspective "{perspective.id}" is leading, '
                "so nothing in it warns before its results are in",
                "add a KPI that moves before those results do, with type: leading",
            )


def _types_in(subject: Subject, perspective: str) -> set[KpiType]:
    objectives = subject.scorecard.objectives_in(perspective)
    return {kpi.type for objective in objectives for kpi in objective.kpis}


RULE = Rule(
    code="BSC308",
    name="only-lagging",
    label="no leading KPI",
    severity=Severity.WARNING,
    finds="a perspective below the top, or a scorecard, that has no leading KPI",
    reason="Lagging KPIs say what has happened; only leading ones leave time to change it.",
    bad="""\
bsc: 1
name: Old town theatre (fictional)
owner: artistic-director
objectives:
  fill-every-seat:
    name: Fill every seat
    perspective: customer
    kpis:
      seats-sold:
        name: Seats sold four weeks ahead
        unit: percent
        target: {2026: 85}
        red: {2026: 70}
""",
    mend=(
        "        name: Seats sold four weeks ahead\n",
        "        name: Seats sold four weeks ahead\n        type: leading\n",
    ),
    check=check,
)
