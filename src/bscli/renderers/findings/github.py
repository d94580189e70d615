"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from bscli.findings import Finding, Severity
from bscli.views.findings import FindingsView
from bscli.views.text import inline

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(view: FindingsView) -> str:
    """A command for each finding, worst first, because GitHub shows only ten of a kind."""
    worst_first = sorted(view.findings, key=lambda finding: list(Severity).index(finding.severity))
    lines = [_command(finding) for finding in worst_first]
    return "".join(f"{line}\n" for line in [*lines, _data(view.summary)])


def _command(finding: Finding) -> str:
    span = finding.location.span
    properties = {
        "file": finding.location.file,
        "line": str(span.line),
        "endLine": str(span.end_line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": f"{finding.code} {finding.name}",
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = finding.message + (f"\n{finding.help}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(message)}"


def _data(text: str) -> str:
    """A text that cannot end its command or begin another; control characters are spelled out."""
    return "%0A".join(inline(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
