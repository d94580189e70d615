"""BSC303: an objective that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every objective without a KPI, or one problem at the head where there is no KPI at all."""
    objectives = subject.scorecard.objectives
    if not any(objective.kpis for objective in objectives):
        if objectives and not subject.is_misread("objectives"):
            yield subject.problem(
                (),
                "no objective has a KPI, so nobody can see whether the strategy works",
                "say under each objective, as kpis, what would show that it is reached",
            )
        return
    for objective in objectives:
        if not objective.kpis and not subject.is_misread("objectives", objective.id):
            yield subject.problem(
                ("objectives", objective.id),
                f'"{objective.id}" has no KPI, so nobody can see whether it is reached',
                "add under kpis what would show it",
            )


RULE = Rule(
    code="BSC303",
    name="objective-without-kpi",
    label="no KPI",
    severity=Severity.WARNING,
    finds="an objective that nothing measures",
    reason="The map may come before the measures, but an objective that stays unmeasured remains "
    "a wish.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
owner: master-baker
perspectives: [financial, customer]
objectives:
  earn-more-per-loaf:
    name: Earn more per loaf
    perspective: financial
    kpis:
      margin: {name: Margin per loaf, type: leading, unit: percent, target: {2026: 30}}
  sell-out-fresh:
    name: Sell out fresh every day
    perspective: customer
    drives: {earn-more-per-loaf: {because: What is not thrown away is earned twice.}}
""",
    mend=(
        "    drives: {earn-more-per-loaf: {because: What is not thrown away is earned twice.}}\n",
        "    drives: {earn-more-per-loaf: {because: What is not thrown away is earned twice.}}\n"
        "    kpis: {left-overs: {name: Loaves left over, better: lower, target: {2026: 12}}}\n",
    ),
    check=check,
)
