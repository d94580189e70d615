"""BSC411: a perspective that no leader answers for."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every perspective without an owner of its own, or one problem where none has one."""
    scorecard = subject.scorecard
    if any(perspective.owner for perspective in scorecard.perspectives):
        for perspective in scorecard.perspectives:
            is_misread = subject.is_misread("perspectives", perspective.id)
            if perspective.owner is None and not is_misread:
                yield subject.problem(
                    ("perspectives", perspective.id),
                    f'perspective "{perspective.id}" has no owner, though others have one',
                    "name the leader who answers for it as owner",
                )
    elif subject.may_lack_its_owner or subject.is_misread("perspectives"):
        return
    elif scorecard.owner or any(objective.owner for objective in scorecard.objectives):
        yield subject.problem(
            (),
            "no perspective has an owner of its own",
            "name as owner of each perspective the leader who answers for it",
            label="no perspective has an owner",
        )


RULE = Rule(
    code="BSC411",
    name="perspective-without-owner",
    label="no owner of its own",
    severity=Severity.INFO,
    finds="a perspective without an owner of its own",
    reason="Where each senior leader answers for a perspective, leading the strategy is shared "
    "and no side of it is forgotten.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
owner: master-baker
perspectives:
  financial: {owner: bookkeeper}
  customer: {owner: shop-lead}
  internal: {name: Bakehouse}
objectives:
  earn-more-per-loaf: {name: Earn more per loaf, perspective: financial}
  sell-out-fresh: {name: Sell out fresh every day, perspective: customer}
  bake-to-plan: {name: Bake to plan, perspective: internal}
""",
    mend=(
        "  internal: {name: Bakehouse}\n",
        "  internal: {name: Bakehouse, owner: oven-lead}\n",
    ),
    check=check,
)
