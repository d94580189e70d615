"""BSC204: a chain of causes and effects that never reaches the top perspective."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bscli.findings import Problem, Severity
from bscli.model.objective import Objective
from bscli.model.perspective import Perspective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

MOST_NAMED = 3


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at each end of a chain below the top, or one if nothing stands at the top."""
    scorecard = subject.scorecard
    if subject.is_map_misread or not scorecard.perspectives or not subject.graph.links:
        return
    top = scorecard.perspectives[0]
    if not scorecard.objectives_in(top.id):
        yield from _nothing_to_reach(subject, top)
        return
    for objective in scorecard.objectives:
        if _is_below(subject, objective, top) and _ends_a_chain(subject, objective):
            yield subject.problem(
                ("objectives", objective.id),
                f"{_chain(subject, objective)} stops short of "
                f'the top perspective "{top.id}": "{objective.id}" drives nothing onward',
                f'say what "{objective.id}" drives, and why',
            )


def _nothing_to_reach(subject: Subject, top: Perspective) -> Iterator[Problem]:
    """An empty top that the file declares is told by another rule."""
    if "perspectives" not in subject.scorecard.model_fields_set:
        yield subject.problem(
            ("objectives",),
            f'no objective stands in the top perspective "{top.id}", so no chain reaches it',
            "add the result that the strategy is for, or list your own perspectives, top first",
            label="nothing at the top",
        )


def _is_below(subject: Subject, objective: Objective, top: Perspective) -> bool:
    is_known = subject.scorecard.perspective(objective.perspective) is not None
    return is_known and objective.perspective != top.id


def _ends_a_chain(subject: Subject, objective: Objective) -> bool:
    """Whether a chain leads to it and none onward, not even one to an id that is misspelled."""
    graph = subject.graph
    if not graph.is_driven(objective.id) or not graph.drives_nothing(objective.id):
        return False
    return all(subject.scorecard.objective(link.effect_id) for link in objective.drives)


def _chain(subject: Subject, end: Objective) -> str:
    upstream = subject.graph.upstream(end.id)
    parts = (f'"{part.id}"' for part in subject.scorecard.objectives if part.id in upstream)
    more = len(upstream) - MOST_NAMED
    named = ", ".join(islice(parts, MOST_NAMED)) + (f" and {more} more" if more > 0 else "")
    return f"the chain from {named}"


RULE = Rule(
    code="BSC204",
    name="chain-stops-short",
    label="drives nothing onward",
    severity=Severity.WARNING,
    finds="a chain of causes and effects that ends below the top perspective",
    reason="Effort whose effects never arrive at the results on top is paid for and never pays.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
objectives:
  earn-more-per-guest: {name: Earn more per guest, perspective: financial}
  sell-more-breakfasts:
    name: Sell more breakfasts
    perspective: customer
    drives: {earn-more-per-guest: {because: Breakfast sells coffee too.}}
  please-the-regulars:
    name: Please the regulars
    perspective: customer
  bake-all-day:
    name: Bake all day
    perspective: internal
    drives: {please-the-regulars: {because: Bread is warm whenever they come.}}
""",
    mend=(
        "    name: Please the regulars\n    perspective: customer\n",
        "    name: Please the regulars\n"
        "    perspective: customer\n"
        "    drives: {earn-more-per-guest: {because: Regulars buy without discounts.}}\n",
    ),
    check=check,
)
