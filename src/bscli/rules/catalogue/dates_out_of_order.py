"""BSC408: dates of an initiative that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Part, Problem, Severity
from bscli.model.initiative import Initiative, Milestone
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every initiative that ends before it starts, or else its milestones outside its dates."""
    for initiative in subject.scorecard.initiatives:
        starts, ends = initiative.starts, initiative.ends
        if starts and ends and ends < starts:
            yield subject.problem(
                ("initiatives", initiative.id, "ends"),
                f'"{initiative.id}" ends on {ends}, before it starts on {starts}',
                "correct one of the two dates",
                part=Part.VALUE,
            )
            continue
        for milestone in initiative.milestones:
            conflict = _conflict(initiative, milestone)
            if conflict is not None:
                yield subject.problem(
                    ("initiatives", initiative.id, "milestones", milestone.id, "due"),
                    f'milestone "{milestone.id}" is due on {milestone.due}, {conflict}',
                    "correct the milestone's date, or that of the initiative",
                    part=Part.VALUE,
                )


def _conflict(initiative: Initiative, milestone: Milestone) -> str | None:
    if initiative.starts and milestone.due < initiative.starts:
        return f'before "{initiative.id}" starts on {initiative.starts}'
    if initiative.ends and milestone.due > initiative.ends:
        return f'after "{initiative.id}" ends on {initiative.ends}'
    return None


RULE = Rule(
    code="BSC408",
    name="dates-out-of-order",
    label="dates out of order",
    severity=Severity.ERROR,
    finds="an initiative that ends before it starts, or a milestone outside its dates",
    reason="A plan whose dates contradict each other cannot be late or on time, so nobody can "
    "follow it up.",
    bad="""\
bsc: 1
name: Town museum (fictional)
owner: director
objectives:
  reach-schools: {name: Reach every school in town, perspective: customer}
initiatives:
  museum-bus:
    name: A museum bus for schools
    objectives: [reach-schools]
    owner: education-lead
    starts: 2026-09-01
    ends: 2026-06-30
    budget: 45000
""",
    mend=(
        "    ends: 2026-06-30\n",
        "    ends: 2027-06-30\n",
    ),
    check=check,
)
