"""BSC401: an objective that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.objective import Objective
from bscli.model.scorecard import Scorecard
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Every objective that has and inherits no owner, or one problem where nobody is named."""
    scorecard = subject.scorecard
    if subject.may_lack_its_owner:
        return
    if not _names_an_owner(scorecard):
        if scorecard.objectives and not subject.is_map_misread:
            yield subject.problem(
                (),
                "nobody owns anything: neither the scorecard nor a perspective or objective "
                "has an owner",
                "name as owner who answers for each objective, or for its perspective",
            )
        return
    for objective in scorecard.objectives:
        if scorecard.owner_of(objective) is None and not _may_have_one(subject, objective):
            yield subject.problem(
                ("objectives", objective.id),
                f'nobody answers for "{objective.id}": it has no owner, and neither has '
                "its perspective or the scorecard",
                "name the person who will explain its results as owner",
            )


def _may_have_one(subject: Subject, objective: Objective) -> bool:
    """Whether its owner, or that of its perspective, was misread."""
    places = (("objectives", objective.id), ("perspectives", objective.perspective))
    return any(subject.is_misread(*place, "owner") for place in places)


def _names_an_owner(scorecard: Scorecard) -> bool:
    owners = [
        scorecard.owner,
        *(perspective.owner for perspective in scorecard.perspectives),
        *(objective.owner for objective in scorecard.objectives),
    ]
    return any(owners)


RULE = Rule(
    code="BSC401",
    name="objective-without-owner",
    label="no owner",
    severity=Severity.WARNING,
    finds="an objective without an owner of its own, of its perspective or of the scorecard",
    reason="What everybody owns nobody does: somebody must be asked when it turns red.",
    bad="""\
bsc: 1
name: Ferry line (fictional)
objectives:
  fill-the-ferries:
    name: Fill the ferries
    perspective: financial
    owner: sales-lead
  sail-on-time:
    name: Sail on time
    perspective: customer
    drives: {fill-the-ferries: {because: Guests who trust the timetable come back.}}
""",
    mend=(
        "    perspective: customer\n",
        "    perspective: customer\n    owner: fleet-captain\n",
    ),
    check=check,
)
