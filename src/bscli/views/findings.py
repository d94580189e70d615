"""Findings as people and programs get them: chosen, counted, and as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bscli.analysis import Analysis
from bscli.findings import Finding, Location, Severity

VERSION = 1
MOST_PER_FILE = 100
"""More findings than this help nobody; how many were left out is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """What to show of an analysis: the files checked, findings in order, how many are left out."""

    project: str | None
    checked: tuple[str, ...]
    findings: tuple[Finding, ...]
    left_out: int

    def count(self, severity: Severity) -> int:
        """How many findings of a severity are shown."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def reaches(self, threshold: Severity) -> bool:
        """Whether any finding is at or above a severity."""
        return any(finding.severity.is_at_least(threshold) for finding in self.findings)

    @property
    def summary(self) -> str:
        """The findings counted in words, such as: 1 file checked: 2 errors, 1 warning."""
        if not self.checked:
            return "no scorecard to check"
        files = counted(len(self.checked), "file")
        found = [
            counted(self.count(severity), noun)
            for severity, noun in _NOUNS.items()
            if self.count(severity)
        ]
        more = self.left_out
        left_out = f", and {more} more not shown" if more else ""
        return f"{files} checked: {', '.join(found) or 'nothing found'}{left_out}"


_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def findings_view(
    analysis: Analysis, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> FindingsView:
    """The findings whose code, prefix or name is selected and not ignored."""
    chosen = [
        finding
        for finding in analysis.findings
        if (not select or _is_named(finding, select)) and not _is_named(finding, ignore)
    ]
    per_file = Counter(finding.location.file for finding in chosen)
    return FindingsView(
        project=analysis.project.name,
        checked=tuple(file.file for file in analysis.project.files),
        findings=tuple(_first_of_each_file(chosen)),
        left_out=analysis.project.untold
        + sum(max(0, number - MOST_PER_FILE) for number in per_file.values()),
    )


def _first_of_each_file(findings: list[Finding]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.location.file] += 1
        if seen[finding.location.file] <= MOST_PER_FILE:
            yield finding


def _is_named(finding: Finding, words: tuple[str, ...]) -> bool:
    return any(finding.code.startswith(word.upper()) or finding.name == word for word in words)


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
