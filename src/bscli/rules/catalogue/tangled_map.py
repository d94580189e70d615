"""BSC211: more links than a strategy map can show."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Too many links on the whole map, and objectives with too many causes."""
    if subject.is_map_misread:
        return
    objectives, limits = subject.scorecard.objectives, subject.limits
    links = len(subject.graph.links)
    if links > limits.most_links_per_objective * len(objectives):
        yield subject.problem(
            ("objectives",),
            f"{links} links join {len(objectives)} objectives, "
            f"more than {limits.most_links_per_objective} for each",
            "keep the few links that the strategy stands or falls by",
        )
    for objective in objectives:
        causes = subject.graph.number_of_causes(objective.id)
        if causes > limits.most_causes_of_one_objective:
            yield subject.problem(
                ("objectives", objective.id),
                f'{causes} objectives drive "{objective.id}", '
                f"more than {limits.most_causes_of_one_objective}",
                "keep those that matter most, or let some drive it through others",
                label="too many causes",
            )


RULE = Rule(
    code="BSC211",
    name="tangled-map",
    label="too many links",
    severity=Severity.INFO,
    finds="more links than a map can show, on the whole or into one objective",
    reason="When everything drives everything, the map no longer says what to do first.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
perspectives: [customer, internal]
objectives:
  win-regulars: {name: Win regulars, perspective: customer}
  bake-early: {name: Bake early, perspective: internal, drives: [win-regulars]}
  bake-organic: {name: Bake organic, perspective: internal, drives: [win-regulars]}
  cut-queues: {name: Cut queues, perspective: internal, drives: [win-regulars]}
  keep-it-clean: {name: Keep it clean, perspective: internal, drives: [win-regulars]}
  know-every-guest: {name: Know every guest, perspective: internal, drives: [win-regulars]}
  train-helpers: {name: Train helpers, perspective: internal, drives: [win-regulars]}
""",
    mend=(
        "  train-helpers: {name: Train helpers, perspective: internal, drives: [win-regulars]}\n",
        "  train-helpers: {name: Train helpers, perspective: internal, drives: [cut-queues]}\n",
    ),
    check=check,
)
