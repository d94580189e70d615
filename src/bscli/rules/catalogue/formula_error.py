"""BSC313: a formula that cannot be calculated."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import DocumentPath, Part, Place, Problem, Related, Severity
from bscli.model.kpi import Kpi
from bscli.rules.formula_operands import fault_of
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.calculated_series import MOST_LEVELS, CalculatedSeries

LONGEST_PRINTED = 24


def check(subject: Subject) -> Iterator[Problem]:
    """Every name in a formula that cannot be used, and every circle of formulas once."""
    for objective, kpi in subject.scorecard.kpis():
        series = kpi.actuals
        if isinstance(series, CalculatedSeries):
            path = ("objectives", objective.id, "kpis", kpi.id, "formula")
            yield from _unusable_names(subject, path, kpi, series)
            if series.circle:
                yield _circle(subject, path, series)
            if series.is_too_deep:
                message = (
                    f'the formula of "{kpi.id}" stands on {MOST_LEVELS} others, one upon another'
                )
                help = "take in the KPIs that were measured"
                yield subject.problem(path, message, help, part=Part.VALUE, label="stands too high")


def _unusable_names(
    subject: Subject, path: DocumentPath, kpi: Kpi, series: CalculatedSeries
) -> Iterator[Problem]:
    for operand in series.formula.operands:
        fault = fault_of(subject, kpi, operand, series.inputs[operand.name])
        if fault is not None:
            document = subject.document
            span = document.span_within(path, operand.offset, len(operand.name))
            place = Place(subject.file, path, Part.VALUE, span)
            message = f'the formula of "{kpi.id}" takes in {fault.fact}'
            yield Problem(place, message, fault.help, label=fault.label)


def _circle(subject: Subject, path: DocumentPath, series: CalculatedSeries) -> Problem:
    names = [source.name for source in series.circle]
    links = zip(series.circle, [*names[1:], names[0]], strict=True)
    related = tuple(
        Related(Place(source.file, (*source.path, "formula"), Part.VALUE), f'needs "{after}"')
        for source, after in [*links][1:]
    )
    if len(names) == 1:
        message = f'the formula of "{names[0]}" takes in "{names[0]}" itself'
    else:
        message = f"these formulas need each other in a circle: {_around(names)}"
    help = "give actuals to one of them" if len(names) > 1 else "take in what it is made from"
    return subject.problem(
        path, message, help, part=Part.VALUE, related=related, label="needs its own result"
    )


def _around(names: list[str]) -> str:
    steps = [*names, names[0]]
    if len(names) > LONGEST_PRINTED:
        half = LONGEST_PRINTED // 2
        steps[half:-half] = [f"({len(steps) - 2 * half} more)"]
    return " -> ".join(steps)


RULE = Rule(
    code="BSC313",
    name="formula-error",
    label="cannot be calculated",
    severity=Severity.ERROR,
    finds="a formula with a slip in it, with a name that is no KPI with numbers, or that needs "
    "its own result",
    reason="A KPI that cannot be calculated leaves a gap in the score just where somebody took "
    "care to measure precisely.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
owner: baker
objectives:
  waste-nothing:
    name: Waste nothing
    perspective: internal
    kpis:
      loaves-left:
        name: Loaves left in the evening
        aggregate: sum
        weight: 0
        actuals: {2026-07: 310, 2026-08: 290, 2026-09: 240}
      loaves-baked:
        name: Loaves baked
        aggregate: sum
        weight: 0
        actuals: {2026-07: 9100, 2026-08: 8800, 2026-09: 9050}
      waste-share:
        name: Share of the loaves that nobody bought
        type: leading
        unit: percent
        better: lower
        target: {2026: 2.5}
        red: {2026: 4}
        formula: loaves-left / loafs-baked * 100
""",
    mend=(
        "        formula: loaves-left / loafs-baked * 100\n",
        "        formula: loaves-left / loaves-baked * 100\n",
    ),
    check=check,
)
