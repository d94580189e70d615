"""BSC310: one target number for ever."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Part, Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every target without a date, or one problem at the head where no target has one."""
    judged = [
        (objective, kpi)
        for objective, kpi in subject.soundly_read_kpis()
        if kpi.target and kpi.weight > 0 and not kpi.measure.words
    ]
    undated = [pair for pair in judged if pair[1].target.every_period is not None]
    if len(undated) == len(judged) >= subject.limits.fewest_to_tell_as_one:
        yield subject.problem(
            (),
            f"none of the {len(judged)} targets has a date, so the strategy aims no further "
            "next year than today",
            "give each target the periods that it is for, such as target: {2026: 94, 2027: 96}",
            label="no target has a date",
        )
        return
    for objective, kpi in undated:
        yield subject.problem(
            ("objectives", objective.id, "kpis", kpi.id, "target"),
            f'the target of "{kpi.id}" has no date, so it stays the same for ever',
            "give it the periods that it is for, such as target: {2026: 94, 2027: 96}",
            part=Part.VALUE,
        )


RULE = Rule(
    code="BSC310",
    name="undated-target",
    label="no date",
    severity=Severity.INFO,
    finds="a target that is one number for ever",
    reason="A target is a promise for a date; without one it can neither be missed nor raised.",
    bad="""\
bsc: 1
name: Valley vineyard (fictional)
owner: winemaker
objectives:
  win-regulars:
    name: Win regulars
    perspective: customer
    kpis:
      wine-club-members:
        name: Members of the wine club
        type: leading
        target: 800
        red: 600
""",
    mend=(
        "        target: 800\n",
        "        target: {2026: 800, 2027: 950, 2028: 1100}\n",
    ),
    check=check,
)
