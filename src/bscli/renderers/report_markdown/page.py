"""The whole review report as one Markdown file, in the order of a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.renderers.report_markdown import results, work
from bscli.renderers.report_markdown.blocks import described, fact, list_of, status_of, text_of
from bscli.views.report.method import Method
from bscli.views.report.report import About, Report


def render(report: Report) -> str:
    """Every section of the report; whatever a text holds is shown, never obeyed."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    yield from results.header(report.header)
    if report.cards:
        yield from results.map_in_words(report.lanes)
    for lane in report.lanes:
        yield from results.perspective(lane)
    if report.initiatives:
        yield from work.initiatives(report.initiatives)
    if report.review:
        yield from work.review(report.review)
    yield "## Findings and method"
    yield from _findings(report.method)
    yield from _method(report.method, report.header.known)
    if not report.about.is_empty:
        yield from _about(report.about)


def _findings(method: Method) -> Iterator[str]:
    for group in method.groups:
        yield f"### {group.title}"
        yield list_of(
            f"{each.code} {text_of(each.message)} ({text_of(each.place)})"
            for each in group.findings
        )
    if not method.groups:
        yield "### Findings"
        yield "Nothing was found."
    if method.unshown:
        yield f"and {method.unshown} more, which bsc validate shows"


def _method(method: Method, known: str) -> Iterator[str]:
    missing = (
        f"{status_of(each.status)}: {text_of(', '.join(each.names))}" for each in method.missing
    )
    yield "### Coverage"
    yield list_of([known, *missing])
    yield "### How scores are made"
    kinds = (f"{status_of(status)}: {text}" for status, text in method.kinds)
    yield list_of([*method.rules, *kinds])
    yield "### Made from"
    yield list_of(line for term, text in method.facts for line in fact(term, text))


def _about(about: About) -> Iterator[str]:
    yield "### About this scorecard"
    themes = (f"Theme {text_of(name)}: {text_of(text)}" for name, text in about.themes)
    yield list_of(
        [
            *fact("Mission", about.mission),
            *described(about.description, about.see),
            *fact("Source", about.source),
            *themes,
        ]
    )
