"""Lines fit their room and lose nothing but white space."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.layout.measure import clusters, fitted, is_bundled, text_width, wrapped
from tests.maps import UGLY_TEXTS

SIZE = 13.0

texts = st.text(max_size=120) | st.sampled_from(UGLY_TEXTS)
rooms = st.floats(min_value=1.0, max_value=400.0)


def without_white_space(text: str) -> str:
    return "".join(text.split())


@given(texts, rooms, st.booleans())
def test_no_line_is_wider_than_its_room_unless_it_is_one_cluster(
    text: str, room: float, bold: bool
) -> None:
    wide = [
        line
        for line in wrapped(text, room, SIZE, bold=bold)
        if text_width(line, SIZE, bold=bold) > room + 0.001
    ]
    assert [line for line in wide if len(clusters(line)) > 1] == []


@given(texts, rooms, st.booleans())
def test_wrapping_loses_nothing_but_white_space(text: str, room: float, bold: bool) -> None:
    lines = wrapped(text, room, SIZE, bold=bold)
    assert without_white_space("".join(lines)) == without_white_space(text)
    assert all(line and line == line.strip() for line in lines)


@given(texts, rooms)
def test_a_line_ends_only_where_the_next_word_does_not_fit(text: str, room: float) -> None:
    lines = wrapped(text, room, SIZE)
    early = [
        (line, following)
        for line, following in pairwise(lines)
        if text_width(f"{line} {following.split()[0]}", SIZE) <= room
    ]
    assert early == []


@given(texts, st.floats(min_value=40.0, max_value=400.0))
def test_a_fitted_text_keeps_its_beginning_and_says_that_it_was_cut(text: str, room: float) -> None:
    shown = fitted(text, room, SIZE)
    assert text_width(shown, SIZE) <= room + 0.001 or len(clusters(shown[:-1])) == 1
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))


@given(texts)
def test_clusters_are_the_text_in_order(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    "together",
    [
        "e\u0301\u0323",
        "\u0e01\u0e34\u0e48",
        "\u0915\u093f",
        "\U0001f469\u200d\U0001f467",
        "\U0001f44d\U0001f3fd",
        "\U0001f1e9\U0001f1ea",
        "\u2764\ufe0f",
    ],
    ids=ascii,
)
def test_a_line_break_never_parts_what_belongs_together(together: str) -> None:
    assert wrapped(together * 2, 1.0, SIZE) == (together, together)


def test_two_flags_beside_each_other_are_two() -> None:
    germany, france = "\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7"
    assert clusters(germany + france) == [germany, france]


def test_marks_take_no_room_of_their_own() -> None:
    assert text_width("e\u0301\u20dd", SIZE) == text_width("e", SIZE)


def test_bold_letters_are_measured_as_bold() -> None:
    assert text_width("illness", SIZE, bold=True) > text_width("illness", SIZE)


def test_a_foreign_letter_is_given_rather_too_much_room() -> None:
    assert text_width("\u53ef", SIZE) >= SIZE
    assert text_width("\U0001f600", SIZE) > text_width("\u53ef", SIZE)


def test_the_bundled_typeface_has_european_letters_and_the_signs_of_drawings() -> None:
    assert [sign for sign in "AzÄéÑøßŁžΩЖ·…–’€" if not is_bundled(sign)] == []
    assert [sign for sign in "ع可\u0e01\U0001f600" if is_bundled(sign)] == []
