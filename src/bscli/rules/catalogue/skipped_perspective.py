"""BSC207: a cause whose effect lies two or more perspectives above it."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.objective import LinkKind, Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

MOST_NAMED = 3


def check(subject: Subject) -> Iterator[Problem]:
    """Causal links that jump, where no other chain makes the same way step by step.

    Where objectives drive each other in a circle, nobody knows yet which link should go.
    """
    if subject.graph.circles():
        return
    ids = [perspective.id for perspective in subject.scorecard.perspectives]
    for cause, link, effect in subject.graph.links:
        path = ("objectives", cause.id, "drives", effect.id)
        if link.kind is not LinkKind.CAUSAL or subject.is_misread(*path):
            continue
        skipped = _skipped(subject, ids, cause, effect)
        if skipped and not subject.graph.is_shortcut(cause.id, effect.id):
            names = " and ".join(f'"{id}"' for id in skipped)
            yield subject.problem(
                path,
                f'"{cause.id}" drives "{effect.id}" over the head of {names}',
                "add the objective in between that makes the effect come about",
            )


def _skipped(subject: Subject, ids: list[str], cause: Objective, effect: Objective) -> list[str]:
    """The first few perspectives between the two, if the effect stands above its cause."""
    heights = subject.graph.heights
    if cause.perspective not in heights or effect.perspective not in heights:
        return []
    above, below = (len(ids) - heights[end.perspective] for end in (effect, cause))
    return ids[above + 1 : below][:MOST_NAMED]


RULE = Rule(
    code="BSC207",
    name="skipped-perspective",
    label="skips a perspective",
    severity=Severity.INFO,
    finds="a causal link that jumps over a perspective, such as from training straight to revenue",
    reason="The step that is left out is the one that makes the effect come about, and the one to "
    "watch.",
    bad="""\
bsc: 1
name: Ferry line (fictional)
objectives:
  grow-revenue: {name: Grow revenue, perspective: financial}
  delight-guests:
    name: Delight guests
    perspective: customer
    drives: {grow-revenue: {because: Delighted guests come back., lag: 2 quarters}}
  train-the-crews:
    name: Train the crews
    perspective: internal
    drives: {grow-revenue: {because: A trained crew brings in more., lag: 1 year}}
""",
    mend=(
        "drives: {grow-revenue: {because: A trained crew brings in more., lag: 1 year}}",
        "drives: {delight-guests: {because: A trained crew has time to be kind., lag: 1 year}}",
    ),
    check=check,
)
