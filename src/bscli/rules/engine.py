"""Runs the rules over a project and puts what they and loading found into order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from bscli.findings import Finding, Location, Place, Problem, RelatedLocation
from bscli.model.document import Document
from bscli.model.project import Project
from bscli.rules.registry import RULES, rule_with_code
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

MOST_OF_ONE_RULE = 100
"""More findings of one rule in one scorecard help nobody, and checks can stop looking."""


@dataclass(frozen=True, slots=True)
class Found:
    """Findings in the order of file, line, column and code.

    ``untold`` counts further problems that loading met; ``stopped`` are the codes of the rules that
    stopped looking because they had found enough.
    """

    findings: tuple[Finding, ...]
    untold: int
    stopped: frozenset[str]


def find(project: Project, subjects: Iterable[Subject]) -> Found:
    """The findings of loading and of every rule, for the files that were asked for."""
    documents = {file.file: file.document for file in project.files}
    met = [(rule_with_code(coded.code), coded.problem) for coded in project.problems]
    stopped = set()
    for subject in subjects:
        for rule in RULES:
            problems = list(islice(rule.check(subject), MOST_OF_ONE_RULE + 1)) if rule.check else []
            met += [(rule, each) for each in problems[:MOST_OF_ONE_RULE]]
            if len(problems) > MOST_OF_ONE_RULE:
                stopped.add(rule.code)
    found = [
        _finding(rule, problem, documents)
        for rule, problem in met
        if problem.place.file in project.shown
    ]
    ordered = sorted(found, key=lambda finding: finding.sort_key)
    return Found(tuple(ordered), project.untold, frozenset(stopped))


def _finding(rule: Rule, problem: Problem, documents: dict[str, Document]) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        label=problem.label or rule.label,
        help=problem.help,
        location=_locate(problem.place, documents),
        related=tuple(
            RelatedLocation(location=_locate(other.place, documents), message=other.message)
            for other in problem.related
        ),
    )


def _locate(place: Place, documents: dict[str, Document]) -> Location:
    return documents[place.file].locate(place.path, place.part, place.span)
