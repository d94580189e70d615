"""A data file in parts: long ones of plain lines, and short ones around the lines with quotes.

Small parts find the memory of those before them, which is faster than new memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

PART = 256 * 1024
"""About how many characters of plain lines are one part."""

QUOTED_LINES = 500
"""So many lines at most from one with quotes on: parts of a few lines would cost too much each."""


def parts_of(text: str, start: int, delimiter: str) -> Iterator[str]:
    """The text from a place on, where a row begins, in parts that begin and end with a row.

    A row over several lines, or one whose quotes do not pair, leaves all that follows in one part.
    """
    while start < len(text):
        end = text.find("\n", start + PART) + 1 or len(text)
        quote = text.find('"', start, end)
        if quote >= 0:
            end = max(start, text.rfind("\n", start, quote) + 1)
        if end > start:
            yield text[start:end]
        start = end
        if quote >= 0:
            paired = _lines_with_paired_quotes(delimiter).match(text, start)
            end = paired.end() if paired else len(text)
            yield text[start:end]
            start = end


@lru_cache(maxsize=8)
def _lines_with_paired_quotes(delimiter: str) -> re.Pattern[str]:
    """Whole lines in which quotes stand around whole fields alone."""
    sign = re.escape(delimiter)
    field = rf'(?:"[^"\n]*(?:""[^"\n]*)*"|[^"\n{sign}]*)'
    return re.compile(rf"(?:{field}(?:{sign}{field})*(?:\n|\Z)){{1,{QUOTED_LINES}}}")
