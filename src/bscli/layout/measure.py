"""How much room text takes in the bundled typeface, and where its lines break."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from importlib.resources import files

LINE_SPACE = 1.3
"""The height of a line of text, in font sizes."""

SLACK = 1.03
"""Other sans-serif faces that stand in for the bundled one are a little wider."""

WIDE, USUAL = 1000, 640
"""Thousandths of the font size that a character takes which the bundled typeface lacks."""

ELLIPSIS = "…"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of text."""
    known = _widths()["bold" if bold else "regular"]
    return sum(known.get(sign) or _guessed(sign) for sign in text) * size / 1000 * SLACK


def is_bundled(character: str) -> bool:
    """Whether the bundled typeface has the character."""
    return character in _widths()["regular"]


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that fit: broken between words, inside one only where it is too long."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines += _broken(word, room, size, bold)
    return tuple(lines)


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text on one line, its end cut where it does not fit."""
    if text_width(text, size, bold=bold) <= room:
        return text
    first = _broken(text, room - text_width(ELLIPSIS, size, bold=bold), size, bold)[0]
    return first.rstrip() + ELLIPSIS


def _broken(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word in pieces that fit; what combines with a letter stays with it."""
    if text_width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    used = 0.0
    for cluster in clusters(word):
        wide = text_width(cluster, size, bold=bold)
        if pieces[-1] and used + wide > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += cluster
        used += wide
    return pieces


def clusters(word: str) -> list[str]:
    """The word in parts that no line break may part: letters with their marks, joined emoji."""
    found: list[str] = []
    for sign in word:
        if found and _belongs_to(found[-1], sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _belongs_to(cluster: str, sign: str) -> bool:
    is_flag = _is_half_flag(sign) and _is_half_flag(cluster)
    is_mark = _has_no_width(sign) or unicodedata.category(sign) == "Mc"
    return is_mark or is_flag or cluster.endswith("\u200d")


def _is_half_flag(cluster: str) -> bool:
    """Whether it is one of the two letters that together are a flag."""
    return len(cluster) == 1 and "\U0001f1e6" <= cluster <= "\U0001f1ff"


def _has_no_width(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= sign <= "\U0001f3ff"


@lru_cache(maxsize=4096)
def _guessed(sign: str) -> int:
    """The width of a character that the bundled typeface lacks, rather too much than too little."""
    if _has_no_width(sign):
        return 0
    is_wide = unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0xFFFF
    return int(WIDE * 1.25) if ord(sign) > 0x1F000 else WIDE if is_wide else USUAL


@lru_cache(maxsize=1)
def _widths() -> dict[str, dict[str, int]]:
    table = json.loads(files("bscli.layout.fonts").joinpath("widths.json").read_text("utf-8"))
    return {
        style: {sign: int(width) for width, signs in by_width.items() for sign in signs}
        for style, by_width in table.items()
    }
