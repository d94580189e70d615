"""BSC208: a link that does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.objective import LinkKind
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Links without a because; arithmetic needs none. One problem if no link has one at all."""
    links = [
        (cause, link)
        for cause, link, _ in subject.graph.links
        if link.kind is not LinkKind.LOGICAL
        and not subject.is_misread("objectives", cause.id, "drives", link.effect_id)
    ]
    unexplained = [(cause, link) for cause, link in links if link.because is None]
    if len(unexplained) == len(links) >= subject.limits.fewest_to_tell_as_one:
        if not subject.is_map_misread:
            yield subject.problem(
                ("objectives",),
                f"none of the {len(links)} links says why the cause moves its effect",
                "add a because to each link, beginning with those that matter most",
                label="no link says why",
            )
        return
    for cause, link in unexplained:
        yield subject.problem(
            ("objectives", cause.id, "drives", link.effect_id),
            f'the link from "{cause.id}" to "{link.effect_id}" does not say why',
            f"complete the sentence: {link.effect_id}: {{because: ...}}",
        )


RULE = Rule(
    code="BSC208",
    name="unexplained-link",
    label="does not say why",
    severity=Severity.WARNING,
    finds="a link between objectives without a because",
    reason="A link without its reason cannot be argued with, so nobody learns when it turns out to "
    "be wrong.",
    bad="""\
bsc: 1
name: City library (fictional)
objectives:
  secure-the-grant: {name: Secure the grant, perspective: financial}
  lend-more-books:
    name: Lend more books
    perspective: customer
    drives: [secure-the-grant]
""",
    mend=(
        "    drives: [secure-the-grant]\n",
        "    drives: {secure-the-grant: {because: The city pays by loans.}}\n",
    ),
    check=check,
)
