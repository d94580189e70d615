"""Text from anywhere, made fit for one line of a page."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 160

_BIDIRECTIONAL = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def one_line(text: str, longest: int = LONGEST_NAME) -> str:
    """The text on one line: white space folded, control characters visible, the end cut.

    Two colons in a row are parted: where a table wraps between words, they would begin a workflow
    command for the CI service that prints the table.
    """
    folded = " ".join(text[: longest * 4].split()).replace("::", ": :")
    if len(folded) > longest or len(text) > longest * 4:
        folded = folded[: longest - 1].rstrip() + "…"
    return visible(folded)


def inline(text: str) -> str:
    """The text on one line whatever it holds: line ends and tabs are spelled out as well."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def visible(text: str) -> str:
    """The text with every control and bidirectional character spelled out, tabs and ends kept."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character if _is_harmless(character) else _spelled_out(character) for character in text
    )


def _is_harmless(character: str) -> bool:
    if character in "\n\t":
        return True
    category = unicodedata.category(character)
    return category not in ("Cc", "Cs", "Zl", "Zp") and character not in _BIDIRECTIONAL


def _spelled_out(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
