"""BSC301: more objectives than anybody can steer by."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem where the scorecard has more objectives than the limit."""
    count = len(subject.scorecard.objectives)
    most = subject.limits.most_objectives
    if count > most:
        yield subject.problem(
            ("objectives",),
            f"the scorecard has {count} objectives; more than {most} are too many to steer by",
            "keep those that decide whether the strategy works, and merge or drop the others",
        )


RULE = Rule(
    code="BSC301",
    name="too-many-objectives",
    label="too many objectives",
    severity=Severity.WARNING,
    finds="a scorecard with more objectives than people can keep in mind",
    reason="A strategy is a choice: where everything is an objective, nothing has been chosen.",
    bad="""\
bsc: 1
name: Town museum (fictional)
owner: director
objectives:
  raise-income: {name: Raise our own income, perspective: financial}
  win-sponsors: {name: Win loyal sponsors, perspective: financial}
  lower-energy-cost: {name: Lower the cost of energy, perspective: financial}
  delight-families: {name: Delight families, perspective: customer}
  bring-back-visitors: {name: Bring visitors back, perspective: customer}
  reach-schools: {name: Reach every school in town, perspective: customer}
  welcome-tourists: {name: Welcome tourists, perspective: customer}
  renew-exhibitions: {name: Renew exhibitions faster, perspective: internal}
  protect-the-collection: {name: Protect the collection, perspective: internal}
  shorten-queues: {name: Shorten the queues, perspective: internal}
  open-the-archive: {name: Open the archive, perspective: internal}
  lend-more-works: {name: Lend more works, perspective: internal}
  keep-curators: {name: Keep our curators, perspective: learning}
  train-guides: {name: Train the guides, perspective: learning}
  share-knowledge: {name: Share what we know, perspective: learning}
  attract-volunteers: {name: Attract volunteers, perspective: learning}
""",
    mend=(
        "  lend-more-works: {name: Lend more works, perspective: internal}\n",
        "",
    ),
    check=check,
)
