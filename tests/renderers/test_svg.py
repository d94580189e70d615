"""SVG as text: whatever an attribute or a text holds, it stays what it is."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.renderers.svg import element, number, points, text, title
from tests.maps import UGLY_TEXTS

any_text = st.text() | st.sampled_from(UGLY_TEXTS)


def as_read_back(content: str) -> str:
    """What a reader of XML finds: line ends are one sign, what XML cannot hold is replaced."""
    ends = content.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign if is_storable(sign) else "\ufffd" for sign in ends)


def is_storable(sign: str) -> bool:
    return (
        sign in "\t\n" or " " <= sign <= "\ud7ff" or "\ue000" <= sign <= "\ufffd" or sign > "\uffff"
    )


@given(any_text)
def test_a_text_is_read_back_as_it_was(content: str) -> None:
    found = ElementTree.fromstring(text(content, x=1.0))
    assert (found.tag, found.attrib, len(found)) == ("text", {"x": "1"}, 0)
    assert (found.text or "") == as_read_back(content)


@given(any_text)
def test_a_title_is_read_back_as_it_was(content: str) -> None:
    found = ElementTree.fromstring(title(content))
    assert (found.text or "", len(found)) == (as_read_back(content), 0)


@given(any_text)
def test_an_attribute_stays_one_attribute(content: str) -> None:
    found = ElementTree.fromstring(element("g", data_id=content))
    assert set(found.attrib) == {"data-id"}
    folded = as_read_back(content).replace("\n", " ").replace("\t", " ")
    assert found.attrib["data-id"] == folded


def test_names_of_attributes_follow_xml() -> None:
    assert (
        element("g", class_="a", stroke_width=1.5, fill=None) == '<g class="a" stroke-width="1.5"/>'
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (1.25, "1.2"), (0.04, "0"), (-0.04, "0"), (-1.5, "-1.5"), (1200.0, "1200")],
)
def test_numbers_are_as_short_as_they_can_be(value: float, written: str) -> None:
    assert number(value) == written


def test_points_are_pairs() -> None:
    assert points(((1.0, 2.5), (0.0, -3.0))) == "1,2.5 0,-3"
