"""The review report in a real browser, with every example and with ugly scorecards."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tests.browser.boxes import OVERLAPS
from tests.browser.conftest import Window
from tests.browser.pages import MARKUP, SOURCES, UGLY
from tests.builders import scorecard_of
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from bscli.model.scorecard import Scorecard

WIDTHS = (375, 768, 1280, 1920)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXAMPLE = EXAMPLES[0].name
CHECKED_BY_AXE = ("logistics", "software-launch", *UGLY)
IS_IN_SIGHT = """
() => {
  const top = document.activeElement.getBoundingClientRect().top;
  return 0 <= top && top < innerHeight;
}
"""
EXAMPLE_NAMES = [path.name for path in EXAMPLES]


def test_nothing_leaves_the_page_and_nothing_complains(window: Window, name: str) -> None:
    opened = window.open(name)
    opened.page.emulate_media(media="print")
    assert opened.watch.complaints == []
    assert [url for url in opened.watch.requests if not url.startswith("file:")] == []
    assert len(opened.watch.requests) == 1


@pytest.mark.parametrize("name", CHECKED_BY_AXE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(window: Window, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = window.open(name, color_scheme=scheme, bypass_csp=True).page
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    assert [
        (rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]
    ] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overlaps_or_is_clipped(window: Window, name: str, width: int) -> None:
    page = window.open(name, width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OVERLAPS) == []


def test_the_keyboard_walks_through_the_map_in_order(window: Window) -> None:
    page = window.open(EXAMPLE).page
    ids = page.eval_on_selector_all(".map a.card", "cards => cards.map(card => card.dataset.id)")
    walked = []
    for _ in range(len(ids) + 40):
        page.keyboard.press("Tab")
        id = page.evaluate("document.activeElement.closest('.map a.card')?.dataset.id ?? null")
        walked += [id] if id else []
    assert walked == ids


def test_enter_opens_the_card_of_an_objective(window: Window) -> None:
    page = window.open(EXAMPLE).page
    card = page.locator(".map a.card").last
    id = card.get_attribute("data-id")
    page.locator(f"#objective-{id} > details").first.evaluate("part => { part.open = false }")
    card.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"document.activeElement.id === 'objective-{id}'")
    assert page.locator(f"#objective-{id} > details").first.get_attribute("open") is not None
    page.wait_for_function(IS_IN_SIGHT)


@pytest.mark.parametrize("how", ["focus", "hover"])
def test_an_objective_lights_its_causes_and_effects(window: Window, how: str) -> None:
    page = window.open("logistics").page
    card = page.locator(".map a.card[data-id=deliver-on-time]")
    card.focus() if how == "focus" else card.hover()
    assert lit(page) == {
        "grow-repeat-business",
        "earn-durable-margin",
        "deliver-on-time",
        "shorten-delivery-time",
        "keep-loads-in-sight",
        "raise-routing-skill",
        "trust-shipment-data",
        "keep-experienced-drivers",
    }
    page.keyboard.press("Escape")
    assert page.locator(".map svg.is-tracing").count() == 0


def lit(page: Page) -> set[str]:
    cards = page.locator(".map svg.is-tracing .card.is-lit")
    ids = cards.evaluate_all("cards => cards.map(card => card.dataset.id)")
    return set(ids)


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_without_javascript_everything_is_there(window: Window, name: str) -> None:
    shown = window.open(name, java_script_enabled=False).page.inner_text("main")
    card = scorecard_of(SOURCES[name])
    actions = [action.what for review in card.reviews for action in review.actions]
    assert [each for each in (*names_in(card), *actions) if each not in shown] == []


def names_in(card: Scorecard) -> list[str]:
    return [
        *(part.name for part in card.perspectives),
        *(part.name for part in card.objectives),
        *(part.name for part in card.initiatives),
        *(kpi.name for _, kpi in card.kpis()),
    ]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_the_printed_page_holds_every_section(window: Window, name: str, paper: str) -> None:
    from pypdf import PdfReader

    printed = window.open(name).page.pdf(format=paper)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages]
    text = " ".join(" ".join(pages).split())
    sections = ("Overall score", "Strategy map", "Initiatives", "Findings and method")
    wanted = (*sections, *names_in(scorecard_of(SOURCES[name])))
    assert [each for each in wanted if each not in text] == []


def test_markup_is_shown_and_never_obeyed(window: Window) -> None:
    page = window.open("marked-up").page
    assert MARKUP in page.inner_text("h1")
    assert page.evaluate("document.scripts.length") == 1
    assert page.locator("img, iframe, object, embed, form").count() == 0


def test_filters_narrow_what_is_shown_and_say_so(window: Window) -> None:
    page = window.open("logistics").page
    page.locator(".tools [data-status=red]").click()
    shown = page.locator("article.card:not(.is-hidden)")
    assert shown.evaluate_all("cards => cards.map(card => card.id)") == [
        "objective-lower-cost-per-mile",
        "objective-make-safe-driving-normal",
        "objective-keep-experienced-drivers",
    ]
    assert page.inner_text(".tools .live") == "3 of 14 objectives shown"
    page.emulate_media(media="print")
    assert page.locator("article.card").evaluate_all(
        "cards => cards.every(card => getComputedStyle(card).display !== 'none')"
    )


def test_worst_first_sorts_by_score(window: Window) -> None:
    page = window.open("logistics").page
    page.locator(".tools [data-sort=score]").click()
    for lane in page.locator(".lane").all():
        scores = lane.locator("article.card").evaluate_all(
            "cards => cards.map(c => c.dataset.score)"
        )
        assert scores == sorted(scores, key=float)
