"""Findings as people and programs get them: chosen, counted, and as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bscli.analysis import Analysis
from bscli.findings import Finding, Location, Severity

VERSION = 1
MOST_PER_FILE = 100
"""More findings than this help nobody; how many were left out is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """What to show of an analysis: the files checked, and findings in order.

    ``counts`` are of everything that was found, also of what is not shown; ``has_more`` says that
    there is still more, which nobody has counted.
    """

    project: str | None
    checked: tuple[str, ...]
    findings: tuple[Finding, ...]
    counts: Mapping[Severity, int]
    has_more: bool

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return self.counts.get(severity, 0)

    def reaches(self, threshold: Severity) -> bool:
        """Whether any finding is at or above a severity."""
        return any(severity.is_at_least(threshold) for severity in self.counts)

    @property
    def summary(self) -> str:
        """The findings counted in words, such as: 1 file checked: 2 errors, 1 warning."""
        if not self.checked:
            return "no scorecard to check"
        files = counted(len(self.checked), "file")
        found = [
            counted(self.count(each), noun) for each, noun in _NOUNS.items() if self.count(each)
        ]
        hidden = sum(self.counts.values()) - len(self.findings)
        more = f", {hidden} of them not shown" if hidden else ""
        return f"{files} checked: {', '.join(found) or 'nothing found'}{more}{self._and_more}"

    @property
    def _and_more(self) -> str:
        return ", and there are more" if self.has_more else ""


_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def findings_view(
    analysis: Analysis, select: frozenset[str] | None = None, ignore: frozenset[str] = frozenset()
) -> FindingsView:
    """The findings of the rules with selected codes (None: all of them) but not of ignored ones."""

    def is_wanted(code: str) -> bool:
        return (select is None or code in select) and code not in ignore

    chosen = [finding for finding in analysis.findings if is_wanted(finding.code)]
    stopped = any(map(is_wanted, analysis.found.stopped))
    return FindingsView(
        project=analysis.project.name,
        checked=tuple(file.file for file in analysis.project.files),
        findings=tuple(_worst_of_each_file(chosen)),
        counts=Counter(finding.severity for finding in chosen),
        has_more=stopped or analysis.found.untold > 0,
    )


def _worst_of_each_file(findings: list[Finding]) -> Iterator[Finding]:
    """At most so many of each file, the worst ones, in the order in which they were."""
    seen: Counter[str] = Counter()
    kept = set()
    for place, finding in sorted(enumerate(findings), key=lambda each: _badness(each[1])):
        seen[finding.location.file] += 1
        if seen[finding.location.file] <= MOST_PER_FILE:
            kept.add(place)
    return (finding for place, finding in enumerate(findings) if place in kept)


def _badness(finding: Finding) -> int:
    return list(Severity).index(finding.severity)


def findings_data(view: FindingsView) -> dict[str, Any]:
    """The findings as plain data, in the shape that ``docs/cli.md`` promises."""
    return {
        "version": VERSION,
        "project": view.project,
        "checked": list(view.checked),
        "findings": [_finding(finding) for finding in view.findings],
        "summary": {
            "errors": view.count(Severity.ERROR),
            "warnings": view.count(Severity.WARNING),
            "infos": view.count(Severity.INFO),
            "suppressed": 0,
        },
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        **_place(finding.location),
        "end_line": finding.location.span.end_line,
        "end_column": finding.location.span.end_column,
        "related": [
            {**_place(other.location), "message": other.message} for other in finding.related
        ],
        "suppressed": finding.suppressed,
    }


def _place(location: Location) -> dict[str, Any]:
    return {
        "file": location.file,
        "line": location.span.line,
        "column": location.span.column,
    }
