"""Maps as PNG: the right size, the same bytes, and no box in silence."""

from __future__ import annotations

import struct

import pytest

from bscli.renderers import png
from bscli.renderers.svg import element, text

SHEET = {"xmlns": "http://www.w3.org/2000/svg"}


def sheet(width: float, height: float, content: str = "") -> str:
    words = text(content, x=5.0, y=20.0, font_size=13.0, font_family=png.FAMILY)
    return element("svg", words, width=width, height=height, **SHEET)


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_picture_is_twice_as_fine_as_its_svg() -> None:
    assert size_of(png.render(sheet(120, 60), 120, 60)) == (240, 120)


def test_a_very_large_map_is_drawn_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "MOST_PIXELS", 10_000)
    width, height = size_of(png.render(sheet(400, 100), 400, 100))
    assert (width, height) == (200, 50)


def test_the_same_svg_gives_the_same_bytes() -> None:
    drawing = sheet(100, 40, "Grow")
    assert png.render(drawing, 100, 40) == png.render(drawing, 100, 40)


def test_letters_are_drawn_even_where_a_machine_has_no_fonts() -> None:
    with_words, without = (png.render(sheet(100, 40, words), 100, 40) for words in ("Grow", ""))
    assert with_words != without


def test_the_bundled_letters_are_missing_nowhere() -> None:
    assert png.missing_characters("Grow – Größe, Ωμέγα, Объём · 98% …") == ()


def test_what_nobody_sees_is_not_missing() -> None:
    assert png.missing_characters("a\u200bb\u00adc\u200d\ufe0f") == ()


def test_a_character_that_no_typeface_has_is_missing_each_once() -> None:
    assert png.missing_characters("a\ue000b\U000ffffdc\ue000") == ("\ue000", "\U000ffffd")


def test_a_typeface_of_the_system_helps_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "is_bundled", lambda sign: False)
    assert png.missing_characters("Grow \ue000") == ("\ue000",)
