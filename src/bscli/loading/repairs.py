"""A line that YAML rejects because of a name from real life, as it should be written."""

from __future__ import annotations

import re

_BAD_BEGINNINGS = "%@`*"

_ENTRY = re.compile(r"(?P<before>\s*(?:- +)?(?:[^\s:#\"'{}\[\]][^:#]*: +)?)(?P<text>\S.*?)\s*")
_IN_BRACKETS = re.compile(
    r"(?P<before>[{,]\s*[\w-]+: +)"
    r"(?P<text>[%@`*?][^\"'{}\[\],]*?"
    r"|[^\"'{}\[\],\s][^\"'{}\[\],]*?(?:: | #)[^\"'{}\[\],]*?)(?=\s*[,}\]])"
    r"|(?P<before_item>[\[,]\s*)(?P<item>[%@`*][^\"'{}\[\],]*?)(?=\s*[,\]])"
)


def quoted_entry(line: str, column: int) -> str | None:
    """A line of its own with its text in quotes, if the place in it shows that quotes lack."""
    match = _ENTRY.fullmatch(line)
    if match is None or column >= len(line):
        return None
    text, start = match["text"], match.start("text")
    is_dash = text.startswith("- ") and column == start and match["before"].strip().endswith(":")
    begins_badly = is_dash or (text[0] in _BAD_BEGINNINGS and column >= start)
    is_entry = match["before"].rstrip().endswith((":", "-"))
    holds_colon = line[column] == ":" and is_entry and column > start
    if not begins_badly and not (holds_colon and text[0] not in "\"'{[|>&!-"):
        return None
    return f"{match['before']}{_in_quotes(text)}"


def quoted_in_brackets(line: str) -> str | None:
    """A line with braces or brackets, every text in them that lacks quotes in quotes."""
    repaired, count = _IN_BRACKETS.subn(_with_quotes, line)
    return repaired if count else None


def _with_quotes(match: re.Match[str]) -> str:
    if match["item"] is not None:
        return match["before_item"] + _in_quotes(match["item"])
    return match["before"] + _in_quotes(match["text"])


def _in_quotes(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
