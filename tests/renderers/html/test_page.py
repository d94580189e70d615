"""The report page: complete, self-contained, and never obeying what a scorecard says."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from bscli.renderers.html.page import render
from bscli.views.report.report import report_of
from tests.builders import analysis_of, scorecard_of
from tests.conftest import EXAMPLES
from tests.renderers.html.pages import Parsed, page_of
from tests.views.report.bakery import BAKERY

EXAMPLE_PAGES = {path.name: page_of((path / "scorecard.yaml").read_bytes()) for path in EXAMPLES}
EMPTY = "bsc: 1\nname: New (fictional)\n"
PAGES = {**EXAMPLE_PAGES, "bakery": page_of(BAKERY), "empty": page_of(EMPTY)}

EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><style>*{}</style><a href=javascript:x "
    "id=main onclick=x>y</a></title></table></svg> {{7*7}} {% raw %} **b** [l](javascript:x)"
)
HANDLER = re.compile(r"on[a-z]+")


def hostile() -> str:
    """A scorecard with markup in every text that it can hold."""
    words = ("name", "vision", "mission", "source", "question", "description", "because", "what")
    text = re.sub(
        rf"\b({'|'.join(words)}|owner|summary|unit): (?=[^{{\s])(\"[^\"]*\"|[^,}}\n]+)",
        lambda match: f"{match[1]}: '{EVIL}'",
        BAKERY,
    )
    for old in ("A hot summer.", "Two weeks closed.", '"Rota, not luck."', "Long ago."):
        text = text.replace(old, f"'{EVIL}'")
    for old in ("[Ada, Jo]", "[Buy a second oven.]"):
        text = text.replace(old, f"['{EVIL}']")
    return text


@pytest.mark.parametrize("name", PAGES)
def test_every_element_is_closed_and_no_id_stands_twice(name: str) -> None:
    parsed = Parsed(PAGES[name])
    assert parsed.open == []
    ids = parsed.values("id")
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_page_leads_somewhere(name: str) -> None:
    parsed = Parsed(PAGES[name])
    ids = set(parsed.values("id"))
    links = [href for href in parsed.values("href") if href.startswith("#")]
    assert [href for href in links if href.removeprefix("#") not in ids] == []
    labels = [id for value in parsed.values("aria-labelledby") for id in value.split()]
    assert [id for id in labels if id not in ids] == []


@pytest.mark.parametrize("name", PAGES)
def test_headings_come_in_order(name: str) -> None:
    headings = Parsed(PAGES[name]).headings
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(headings))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_nothing_is_styled_inline(name: str) -> None:
    parsed = Parsed(PAGES[name])
    fetching = {"src", "srcset", "data", "action", "formaction", "poster", "ping", "style"}
    assert {key for _, attributes in parsed.elements for key in attributes} & fetching == set()
    assert {tag for tag, _ in parsed.elements} & {"link", "img", "iframe", "form", "base"} == set()
    assert "url(" not in parsed.parts["style"]
    assert "@import" not in parsed.parts["style"]


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_names_the_style_and_the_script_and_nothing_else(name: str) -> None:
    parsed = Parsed(PAGES[name])
    policy = next(
        attributes["content"]
        for _, attributes in parsed.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; style-src '{fingerprint(parsed.parts['style'])}'; "
        f"script-src '{fingerprint(parsed.parts['script'])}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def fingerprint(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_everything_in_the_scorecard_is_named(example: Path) -> None:
    card = scorecard_of((example / "scorecard.yaml").read_text("utf-8"))
    parsed = Parsed(EXAMPLE_PAGES[example.name])
    titles = ["Overall score", "KPIs by status", "Strategy map", "Initiatives", "Last review"]
    names = [part.name for part in card.perspectives] + [kpi.name for _, kpi in card.kpis()]
    names += [part.name for part in card.objectives] + [part.name for part in card.initiatives]
    steps = [step.name for part in card.initiatives for step in part.milestones]
    said = [action.what for action in card.reviews[-1].actions] + [*card.reviews[-1].decisions]
    wanted = [*titles, *names, *steps, *said, "Findings and method", "How scores are made"]
    assert [text for text in wanted if text not in parsed.text] == []
    ids = {f"objective-{part.id}" for part in card.objectives}
    assert ids <= set(parsed.values("id"))


def test_what_is_not_there_has_no_heading() -> None:
    text = Parsed(PAGES["empty"]).text
    assert "No KPIs yet." in text
    assert [word for word in ("Strategy map", "Initiatives", "Last review") if word in text] == []


def test_hostile_texts_bring_in_nothing() -> None:
    sound, parsed = Parsed(PAGES["bakery"]), Parsed(page_of(hostile()))
    assert parsed.open == []
    assert {tag for tag, _ in parsed.elements} <= {tag for tag, _ in sound.elements} | {"code"}
    assert [tag for tag, _ in parsed.elements].count("script") == 1
    assert sorted(parsed.values("id")) == sorted(sound.values("id"))
    keys = {key for _, attributes in parsed.elements for key in attributes}
    assert [key for key in keys if HANDLER.fullmatch(key)] == []
    hrefs = [href for href in parsed.values("href") if not href.startswith("#")]
    assert hrefs == ["https://example.com/survey"]
    assert parsed.text.count("<script>alert(1)</script>") > 25
    assert "49" not in parsed.text.replace("2026", "")


def test_the_same_input_gives_the_same_page() -> None:
    assert page_of(BAKERY) == PAGES["bakery"]


def test_names_find_their_own_direction_and_language() -> None:
    arabic = BAKERY.replace("Keep the shelves full", "المبيعات").replace(
        "owner: Ada", "owner: Ada\n    language: ar"
    )
    page = page_of(arabic)
    assert '<h3 id="name-of-keep-shelves-full" lang="ar" dir="auto">المبيعات</h3>' in page
    assert '<html lang="en">' in page


def test_a_report_of_fifteen_objectives_can_be_mailed() -> None:
    months = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)][9:33]
    actuals = ", ".join(
        f"{month}: {90 + place % 7}.{place % 10}" for place, month in enumerate(months)
    )
    kpi = "unit: percent, target: 95, red: 90, notes: {{2026-Q3: {note}}}, actuals: {{{actuals}}}"
    lines = ["bsc: 1", "name: Large (fictional)", "owner: me", "objectives:"]
    for number in range(15):
        lane = ("financial", "customer", "internal", "learning")[number % 4]
        lines += [f"  o{number}:", f"    name: Reach result number {number} in time"]
        lines += [f"    perspective: {lane}", "    kpis:"]
        for place in range(1 + (number < 10)):
            told = kpi.format(note="What moved it, in a sentence of its own.", actuals=actuals)
            lines.append(f"      k{number}-{place}: {{name: Measure {place} of {number}, {told}}}")
    page = page_of("\n".join(lines) + "\n", as_of=date(2026, 10, 15))
    assert page.count('role="rowheader"') == 25
    assert len(page.encode()) < 250_000


@pytest.mark.parametrize("name", EXAMPLE_PAGES)
def test_every_example_can_be_mailed(name: str) -> None:
    assert len(PAGES[name].encode()) < 250_000


def test_the_page_of_a_small_scorecard(golden: SnapshotAssertion) -> None:
    analysis = analysis_of(BAKERY)
    page = render(report_of(analysis, analysis.scores[0]), "")
    without_code = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    without_policy = re.sub(r"sha256-[\w+/=]+", "sha256-...", without_code)
    charts = re.compile(r"(<svg role=\"img\"[^>]*><title>.*?</title>).*?</svg>", re.DOTALL)
    assert charts.sub(r"\1</svg>", without_policy) == golden
