"""The drawn map: the small one as a golden file, and no text that becomes more than text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from syrupy.assertion import SnapshotAssertion

from bscli.layout.built_in import place
from bscli.renderers import png
from bscli.renderers.strategy_map.drawing import drawing, render_inline
from bscli.renderers.strategy_map.links import STROKES
from bscli.views.palette import STATUS_PAINTS
from bscli.views.strategy_map import LinkStyle, MapChoice, StrategyMap
from bscli.views.text import one_line
from tests.maps import BAKERY, UGLY_TEXTS, map_of, short
from tests.renderers.strategy_map.geometry import SVG

TEXT_ATTRIBUTES = {"x", "y", "font-size", "font-weight", "fill", "class"}


def called(text: str) -> StrategyMap:
    """The small map with everything that can be named called so."""
    view, name = map_of(BAKERY), one_line(text)
    lanes = tuple(
        replace(
            lane,
            name=name,
            question=name,
            cards=tuple(replace(card, name=name, owner=name) for card in lane.cards),
        )
        for lane in view.lanes
    )
    links = tuple(replace(link, description=name) for link in view.links)
    return replace(view, title=name, vision=name, review=name, shown=name, lanes=lanes, links=links)


def as_file(view: StrategyMap) -> str:
    return drawing(place(view)).svg


def as_part(view: StrategyMap) -> str:
    return render_inline(place(view))


def elements(svg: str) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(svg).iter()


def shape(svg: str) -> Counter[tuple[str, frozenset[str]]]:
    """How often each element occurs with which attributes, lines of text apart."""
    return Counter(
        (each.tag, frozenset(each.attrib)) for each in elements(svg) if each.tag != f"{SVG}text"
    )


def test_the_drawing_of_a_small_map(golden: SnapshotAssertion) -> None:
    assert as_file(map_of(BAKERY)).replace("><", ">\n<") == golden


@pytest.mark.parametrize("text", UGLY_TEXTS, ids=short)
def test_no_text_becomes_an_element_or_an_attribute(text: str) -> None:
    for render in (as_file, as_part):
        ugly, plain = render(called(text)), render(called("Name"))
        assert shape(ugly) == shape(plain)
        texts = [each for each in elements(ugly) if each.tag == f"{SVG}text"]
        assert {name for each in texts for name in each.attrib} == TEXT_ATTRIBUTES
        assert [each.tag for text in texts for each in text] == []


@pytest.mark.parametrize("text", UGLY_TEXTS, ids=short)
def test_a_picture_of_any_text_can_be_made(text: str) -> None:
    picture = drawing(place(called(text)))
    assert png.render(picture.svg, picture.width, picture.height).startswith(b"\x89PNG")


def test_cards_and_links_have_text_equivalents() -> None:
    view = map_of(BAKERY)
    root = ElementTree.fromstring(as_file(view))
    titles = [each.text for each in root.iter(f"{SVG}title")]
    assert titles == [
        f"Strategy map: {view.title}",
        *(link.description for link in view.links),
        *(card.description for card in view.cards),
    ]


def test_within_a_page_each_card_leads_to_its_objective() -> None:
    root = ElementTree.fromstring(as_part(map_of(BAKERY)))
    assert [(each.get("href"), each.get("data-id")) for each in root.iter(f"{SVG}a")] == [
        (f"#objective-{id}", id)
        for id in ("earn-more", "waste-less", "keep-regulars", "train-bakers")
    ]


def test_the_legend_explains_every_sign_and_line_that_occurs_and_no_other() -> None:
    words = [each.text for each in elements(as_file(map_of(BAKERY))) if each.text]
    assert (
        words[-9:]
        == [
            *("Jo", "green", "amber", "red", "no data"),
            *("raises", "lowers", "adds up to", "feeds back into"),
        ][-9:]
    )
    plain = map_of(BAKERY, MapChoice(plain=True, theme="money"))
    words = [each.text for each in elements(as_file(plain)) if each.text]
    assert words[-2:] == ["Throw away less", "adds up to"]


def test_the_heading_stands_above_the_lanes() -> None:
    words = [each.text for each in elements(as_file(map_of(BAKERY))) if each.text]
    assert words[:6] == [
        "Strategy map: Millbrook Bakery (fictional)",
        "Millbrook Bakery (fictional)",
        "The bread people cross the street for.",
        "2026-Q3, as of 2026-10-15",
        "Financial",
        "How do we look to",
    ]


def test_only_the_title_is_bold_even_where_the_vision_says_the_same() -> None:
    view = replace(map_of(BAKERY), title="X", vision="X")
    texts = [each for each in elements(as_file(view)) if each.text == "X"]
    assert [each.get("font-weight") for each in texts] == ["bold", None]


def test_each_kind_of_link_has_a_look_of_its_own() -> None:
    assert len(set(STROKES.values())) == len(LinkStyle)


def test_each_status_has_a_colour() -> None:
    svg = as_file(map_of(BAKERY))
    for status in map_of(BAKERY).statuses:
        assert f'class="fill-{STATUS_PAINTS[status].name}-tint' in svg


def test_a_plain_map_names_no_status() -> None:
    svg = as_file(map_of(BAKERY, MapChoice(plain=True)))
    assert [name for name in ("green", "amber", "red", "2026") if name in svg] == []


def test_the_words_of_a_drawing_are_all_that_are_in_it() -> None:
    view = called("Wörter")
    picture = drawing(place(view))
    letters = {letter for each in elements(picture.svg) for letter in each.text or ""}
    assert {letter for letter in letters if ord(letter) > 127} == {"ö", "·"}
    assert "ö" in picture.words
