"""BSC207: a cause whose effect lies two or more perspectives above it."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.objective import LinkKind, Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Causal links that jump, where no other chain makes the same way step by step."""
    for cause, link, effect in subject.graph.links:
        skipped = _skipped(subject, cause, effect) if link.kind is LinkKind.CAUSAL else ()
        if skipped and not subject.graph.is_reached_otherwise(cause.id, effect.id):
            names = " and ".join(f'"{id}"' for id in skipped[:3])
            yield subject.problem(
                ("objectives", cause.id, "drives", effect.id),
                f'"{cause.id}" drives "{effect.id}" over the head of {names}',
                "add the objective in between that makes the effect come about",
            )


def _skipped(subject: Subject, cause: Objective, effect: Objective) -> tuple[str, ...]:
    """The perspectives between the two, if the effect stands above its cause."""
    ids = [perspective.id for perspective in subject.scorecard.perspectives]
    if cause.perspective not in ids or effect.perspective not in ids:
        return ()
    return tuple(ids[ids.index(effect.perspective) + 1 : ids.index(cause.perspective)])


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
