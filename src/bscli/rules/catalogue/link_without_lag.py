"""BSC209: a causal link that does not say how long its effect takes."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.objective import LinkKind
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Explained causal links without a lag; one problem if no link has one at all."""
    links = [
        (cause, link)
        for cause, link, _ in subject.graph.links
        if link.kind is LinkKind.CAUSAL
        and link.because is not None
        and not subject.is_misread("objectives", cause.id, "drives", link.effect_id)
    ]
    without = [(cause, link) for cause, link in links if link.lag is None]
    if len(without) == len(links) >= subject.limits.fewest_to_tell_as_one:
        if not subject.is_map_misread:
            yield subject.problem(
                ("objectives",),
                f"none of the {len(links)} explained links says how long its effect takes",
                "add a lag to each link, for example lag: 2 quarters",
                label="no link has a lag",
            )
        return
    for cause, link in without:
        yield subject.problem(
            ("objectives", cause.id, "drives", link.effect_id),
            f'the link from "{cause.id}" to "{link.effect_id}" '
            "does not say how long its effect takes",
            "add a lag, for example lag: 2 quarters",
        )


RULE = Rule(
    code="BSC209",
    name="link-without-lag",
    label="no lag",
    severity=Severity.INFO,
    finds="a causal link without a lag",
    reason="Without it nobody knows when the effect should show, and a good idea is given up too "
    "early or a bad one too late.",
    bad="""\
bsc: 1
name: Music school (fictional)
perspectives: [customer, learning]
objectives:
  fill-the-classes: {name: Fill the classes, perspective: customer}
  train-the-teachers:
    name: Train the teachers
    perspective: learning
    drives:
      fill-the-classes:
        because: Families follow a good teacher.
""",
    mend=(
        "        because: Families follow a good teacher.\n",
        "        because: Families follow a good teacher.\n        lag: 1 year\n",
    ),
    check=check,
)
