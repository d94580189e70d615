"""BSC315: a scorecard that leans to one side."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.perspective import Perspective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every perspective that nothing scores while others are scored, and one that outweighs all."""
    perspectives = subject.scorecard.perspectives
    is_small = len(perspectives) < subject.limits.fewest_perspectives_to_balance
    if is_small or subject.is_map_misread:
        return
    scored = {perspective.id for perspective in perspectives if _is_scored(subject, perspective)}
    for perspective in perspectives:
        has_objectives = bool(subject.scorecard.objectives_in(perspective.id))
        if scored and has_objectives and perspective.id not in scored:
            yield subject.problem(
                ("perspectives", perspective.id),
                f'perspective "{perspective.id}" has objectives, but no KPI with a target, '
                "so the score is made without it",
                "give at least one of its objectives a KPI with a target",
                label="no KPI with a target",
            )
        yield from _outweighing(subject, perspective)


def _is_scored(subject: Subject, perspective: Perspective) -> bool:
    """Whether a KPI there has a target, or would have, had it not been misread."""
    objectives = subject.scorecard.objectives_in(perspective.id)
    return any(
        subject.is_misread("objectives", part.id, "kpis")
        or any(kpi.has_target and kpi.weight > 0 for kpi in part.kpis)
        for part in objectives
    )


def _outweighing(subject: Subject, perspective: Perspective) -> Iterator[Problem]:
    own = len(subject.scorecard.objectives_in(perspective.id))
    total = len(subject.scorecard.objectives)
    most = subject.limits.largest_share_of_one_perspective
    if total >= subject.limits.fewest_objectives_to_balance and own > most * total:
        yield subject.problem(
            ("perspectives", perspective.id),
            f'perspective "{perspective.id}" holds {own} of the {total} objectives, '
            f"more than {most:.0%}",
            "merge some of them, or say what the other perspectives must achieve for them",
            label="most of the objectives",
        )


RULE = Rule(
    code="BSC315",
    name="unbalanced",
    label="out of balance",
    severity=Severity.WARNING,
    finds="a perspective that nothing scores, or one that holds most of the objectives",
    reason="The scorecard balances results against what brings them about; where one side is "
    "missing or crowds out the others, it no longer does.",
    bad="""\
bsc: 1
name: City zoo (fictional)
owner: director
perspectives: [financial, customer, internal]
objectives:
  earn-our-keep: {name: Earn our keep, perspective: financial}
  sell-season-tickets: {name: Sell more season tickets, perspective: financial}
  win-sponsors: {name: Win sponsors, perspective: financial}
  delight-families: {name: Delight families, perspective: customer}
  keep-animals-healthy: {name: Keep the animals healthy, perspective: internal}
""",
    mend=(
        "  keep-animals-healthy: {name: Keep the animals healthy, perspective: internal}\n",
        "  keep-animals-healthy: {name: Keep the animals healthy, perspective: internal}\n"
        "  teach-visitors: {name: Teach visitors about the wild, perspective: customer}\n",
    ),
    check=check,
)
