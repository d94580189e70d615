"""Findings on one line each: ``file:line:column: CODE message``."""

from __future__ import annotations

from bscli.renderers.findings.text import place
from bscli.views.findings import FindingsView
from bscli.views.text import inline


def render(view: FindingsView) -> str:
    """A line for each finding, and a last line that counts them."""
    lines = [
        inline(f"{place(finding.location)}: {finding.code} {finding.message}").replace("\n", " ")
        for finding in view.findings
    ]
    return "\n".join([*lines, inline(view.summary)]) + "\n"
