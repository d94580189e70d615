"""Runs the rules over a project and puts what they and loading found into order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from bscli.findings import Finding, Location, Place, Problem, RelatedLocation
from bscli.model.document import Document
from bscli.model.project import Project
from bscli.rules.registry import RULES, rule_with_code
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

MOST_OF_ONE_RULE = 100
"""More findings of one rule in one scorecard help nobody, and checks can stop looking."""


def find(project: Project, subjects: Iterable[Subject]) -> tuple[Finding, ...]:
    """The findings of loading and of every rule, by file, line, column and code."""
    documents = {file.file: file.document for file in project.files}
    found = [
        _finding(rule_with_code(coded.code), coded.problem, documents) for coded in project.problems
    ]
    for subject in subjects:
        for rule in RULES:
            if rule.check is not None:
                problems = islice(rule.check(subject), MOST_OF_ONE_RULE)
                found += [_finding(rule, problem, documents) for problem in problems]
    shown = [finding for finding in found if finding.location.file in project.shown]
    return tuple(sorted(shown, key=lambda finding: finding.sort_key))


def _finding(rule: Rule, problem: Problem, documents: dict[str, Document]) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        help=problem.help,
        location=_locate(problem.place, documents),
        related=tuple(
            RelatedLocation(location=_locate(other.place, documents), message=other.message)
            for other in problem.related
        ),
    )


def _locate(place: Place, documents: dict[str, Document]) -> Location:
    return documents[place.file].locate(place.path, place.part, place.span)
