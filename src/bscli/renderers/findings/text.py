"""Findings with the line that they are about, as ``bsc validate`` prints them."""

from __future__ import annotations

import unicodedata

from bscli.findings import Finding, Location
from bscli.renderers.terminal.ansi import Painter
from bscli.views.findings import FindingsView
from bscli.views.text import inline
from bscli.views.tokens import SEVERITY_COLOURS

WIDEST_EXCERPT = 120


def render(view: FindingsView, painter: Painter) -> str:
    """Each finding with its place and help, and a last line that counts them."""
    blocks = [_block(finding, painter) for finding in view.findings]
    return "\n".join([*blocks, painter.bold(inline(view.summary)) + "\n"])


def _block(finding: Finding, painter: Painter) -> str:
    location = finding.location
    gutter = " " * len(str(location.span.line))
    severity = f"{finding.severity}[{finding.name}] {finding.code}"
    head = painter.bold(painter.paint(severity, SEVERITY_COLOURS[finding.severity]))
    source, underline = _excerpt(location)
    marked = f"{underline} {inline(finding.label)}"
    lines = [
        f"{head}: {inline(finding.message)}",
        f"{gutter}--> {inline(place(location))}",
        f"{gutter} |",
        f"{location.span.line} | {source}".rstrip(),
        f"{gutter} | {painter.paint(marked, SEVERITY_COLOURS[finding.severity])}",
        f"{gutter} |",
    ]
    lines += [
        f"{gutter} = note: {inline(other.message)}: {inline(place(other.location))}"
        for other in finding.related
    ]
    if finding.help:
        lines.append(f"{gutter} = help: {inline(finding.help)}")
    lines.append(f"{gutter} = more: bsc rules {finding.code}")
    return "\n".join(lines) + "\n"


def place(location: Location) -> str:
    """File, line and column, as editors and terminals make links of them."""
    return f"{location.file}:{location.span.line}:{location.span.column}"


def _excerpt(location: Location) -> tuple[str, str]:
    """The source line around the place, and the carets that underline it."""
    span, line = location.span, location.source_line
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = min(max(end, start + 1), len(line) + 1)
    first = max(0, start - WIDEST_EXCERPT // 2) if len(line) > WIDEST_EXCERPT else 0
    shown = line[first : first + WIDEST_EXCERPT]
    before = _cells(line[first:start])
    carets = max(1, _cells(line[start : min(end, first + WIDEST_EXCERPT)]))
    return inline(shown.replace("\t", " ")), " " * before + "^" * carets


def _cells(text: str) -> int:
    """How many terminal cells a text takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else len(inline(character))
