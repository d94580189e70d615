"""The Markdown report: the same sections, and no text that Markdown would obey."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from bscli.renderers.report_markdown.page import render
from bscli.views.coverage import NOTHING_EXPECTED
from bscli.views.report.report import report_of
from tests.builders import analysis_of, kpi_scorecard, scorecard_of
from tests.conftest import EXAMPLES
from tests.views.report.bakery import BAKERY

EVIL = "1. **b** <b>x</b> [l](https://example.com) `c` | # www.example.com @ada ![i](x) ~~s~~ --- ="


def markdown_of(text: str | bytes) -> str:
    analysis = analysis_of(text)
    return render(report_of(analysis, analysis.scores[0]))


def elements_of(markdown: str) -> set[str]:
    """The kinds of elements that a reader of Markdown makes of it."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    inside = [child for token in tokens for child in token.children or ()]
    return {token.type for token in (*tokens, *inside)}


def test_the_report_of_a_small_scorecard(golden: SnapshotAssertion) -> None:
    assert markdown_of(BAKERY) == golden


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_everything_in_the_scorecard_is_named(example: Path) -> None:
    text = (example / "scorecard.yaml").read_text("utf-8")
    card = scorecard_of(text)
    markdown = re.sub(r"\\(.)", r"\1", markdown_of(text.encode()))
    names = [part.name for part in card.perspectives] + [kpi.name for _, kpi in card.kpis()]
    names += [part.name for part in card.objectives] + [part.name for part in card.initiatives]
    assert [name for name in names if name not in markdown] == []
    sections = re.findall(r"^## (.*)", markdown, re.MULTILINE)
    perspectives = [part.name for part in card.perspectives]
    assert sections == [
        "Changed since 2026-Q2",
        "Strategy map",
        *perspectives,
        "Initiatives",
        "Last review: 2026-Q2",
        "Findings and method",
    ]


def test_a_text_is_never_markup() -> None:
    texts = (
        "Bread that is missed on Sundays.",
        "A bakery with **two** ovens.",
        "Until the *last* hour.",
        "Two weeks closed.",
        "Shop diary",
        "Oven bought",
        "Ask the regulars",
        "We **stay** on course.",
        "Who finds bread comes back.",
        "Bakery (fictional)",
        "Keep the shelves full",
        "Hours with an empty shelf",
        "Sam",
    )
    text = BAKERY
    for each in texts:
        assert each in text
        text = text.replace(each, f"'{EVIL}'")
    markdown = markdown_of(text)
    assert elements_of(markdown) <= elements_of(markdown_of(BAKERY))
    assert markdown.count(r"\*\*b\*\* \<b\>x\</b\>") > 12
    assert "www.example" not in markdown
    assert " @" not in markdown


def test_how_a_kpi_is_measured_is_told() -> None:
    text = BAKERY.replace("Shop diary", "Shop diary.\n            see: [Rota]")
    told = (
        r"- How Hours with an empty shelf is measured: Counted by \*\*hand\*\*. Leading, monthly, "
        r"lower is better, values are added up, guarded by Bread thrown away. "
        r"Source\: Shop diary. See Rota."
    )
    assert told in markdown_of(text).splitlines()


@pytest.mark.parametrize(
    ("kpi", "coverage"),
    [
        ("target: 5, actuals: {2026-09: 4}", "1 of 1 KPI known"),
        ("weight: 0, target: 5, actuals: {2026-09: 4}", f"{NOTHING_EXPECTED}."),
        ("actuals: {2026-09: 4}", f"{NOTHING_EXPECTED}."),
        ("target: 5, actuals: {2026-07: n/a, 2026-08: n/a, 2026-09: n/a}", f"{NOTHING_EXPECTED}."),
    ],
)
def test_coverage_is_never_left_empty(kpi: str, coverage: str) -> None:
    lines = markdown_of(kpi_scorecard(kpi)).splitlines()
    assert f"- Coverage: {coverage}" in lines
    assert lines[lines.index("### Coverage") + 2] == f"- {coverage}"


def test_what_is_not_there_has_no_heading() -> None:
    markdown = markdown_of("bsc: 1\nname: New (fictional)\n")
    sections = re.findall(r"^## (.*)", markdown, re.MULTILINE)
    assert sections == [
        "Changed since 2026-Q2",
        "Financial",
        "Customer",
        "Internal Process",
        "Learning \\& Growth",
        "Findings and method",
    ]
    assert "No KPIs yet." in markdown
