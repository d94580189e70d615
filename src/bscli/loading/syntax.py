"""What the YAML parser rejects, in plain words and with the line as it should be written."""

from __future__ import annotations

import re
from typing import Any

from bscli.findings import Place, Problem, Span
from bscli.loading.repairs import quoted_entry, quoted_in_brackets


class SyntaxProblem:
    """One rejected place: the problem, and the line that would repair it, where one is known."""

    def __init__(self, file: str, error: Any, lines: tuple[str, ...]) -> None:
        self._file = file
        self._what = str(error.problem or "")
        self._context = str(error.context or "")
        self._begun = error.context_mark
        self._is_in_brackets = "flow" in self._context
        mark = error.problem_mark or error.context_mark
        if self._began_wrongly(lines) or mark.line >= len(lines):
            mark = error.context_mark or mark
        self.line = min(mark.line, len(lines) - 1)
        self._source: str = lines[self.line]
        self._column: int = min(mark.column, len(self._source))
        self._line_above = self._find_line_above(lines)
        self.repaired = self._repaired()

    def problem(self) -> Problem:
        """What is rejected, and how to write it."""
        message, help = self._words()
        line, column = self.line + 1, self._column + 1
        if self.repaired is None and "not allowed" in self._what and self._line_above is not None:
            line, column = self._line_above[0], 1
        return Problem(Place(self._file, span=Span(line, column, line, column + 1)), message, help)

    def _began_wrongly(self, lines: tuple[str, ...]) -> bool:
        """Whether the mistake lies where something begins, and not where the parser gives up."""
        if self._begun is None:
            return False
        hash_cuts = self._is_in_brackets and " #" in lines[self._begun.line]
        return hash_cuts or "quoted scalar" in self._context or "simple key" in self._context

    def _repaired(self) -> str | None:
        if self._is_in_brackets or "{" in self._source[: self._column] + self._at:
            return quoted_in_brackets(self._source)
        is_in_list = "[" in self._source[: self._column]
        return (quoted_in_brackets if is_in_list else self._quoted_entry)(self._source)

    def _quoted_entry(self, source: str) -> str | None:
        return quoted_entry(source, self._column)

    def _words(self) -> tuple[str, str | None]:
        line, begun = self.line + 1, (self._begun.line + 1 if self._begun is not None else None)
        if self._at == "\t":
            remedy = "YAML wants spaces: replace each tab by two"
            return f"line {line} is indented with a tab", remedy
        if self.repaired is not None:
            return self._reason(), f"put the text in quotes: {self.repaired.strip()}"
        if "quoted scalar" in self._context:
            return f"the quote that opens on line {begun} is never closed", "add the closing quote"
        if self._is_in_brackets:
            bracket = "brace {" if "mapping" in self._context else "bracket ["
            remedy = "add the closing sign, or a comma between two entries"
            return f"the {bracket} that opens on line {begun} is not closed here", remedy
        if "simple key" in self._context:
            return f"line {line} has no colon after its key", "write it as key: value"
        return self._words_for_a_line(line)

    def _words_for_a_line(self, line: int) -> tuple[str, str | None]:
        if self._source[: self._column].rstrip()[-1:] in ('"', "'"):
            remedy = 'put the whole text in quotes; within double quotes, write \\" for a quote'
            return f"line {line} goes on after the closing quote", remedy
        if "not allowed" in self._what and self._line_above is not None:
            return self._words_for_the_line_above(*self._line_above)
        if "block mapping" in self._context or "not allowed" in self._what:
            remedy = "give entries of one mapping the same indentation, in spaces"
            return f"line {line} does not line up with the lines above it", remedy
        if "block collection" in self._context:
            remedy = "begin each item with - at one indentation"
            return f"line {line} does not belong to the list above it", remedy
        return f"YAML cannot read line {line}: {self._what}", None

    def _words_for_the_line_above(self, number: int, text: str) -> tuple[str, str]:
        """A key that lacks its colon, or the space behind it, only fails a line later."""
        key = text.strip()
        if match := re.fullmatch(r"([\w-]+):(\S.*)", key):
            remedy = f"put a space behind the colon: {match[1]}: {match[2]}"
            return f"line {number} has no space behind its colon", remedy
        return f"line {number} may lack its colon", f"write {key[:60]}: if it is a key"

    def _find_line_above(self, lines: tuple[str, ...]) -> tuple[int, str] | None:
        """The line before, with its number, if it is a text without a colon and a space."""
        for place in range(self.line - 1, -1, -1):
            text = lines[place].split(" #")[0].rstrip()
            if text and not text.lstrip().startswith("#"):
                is_key = ": " in text or text.endswith(":") or text.lstrip().startswith(("-", "["))
                return None if is_key else (place + 1, text)
        return None

    @property
    def _at(self) -> str:
        return self._source[self._column : self._column + 1]

    def _reason(self) -> str:
        if self._at and self._at in "%@`":
            return f"a text cannot begin with {self._at} unless it stands in quotes"
        if "alias" in self._context:
            return "a text cannot begin with * unless it stands in quotes"
        if self._is_in_brackets and " #" in self._source:
            return "the text holds a #, which YAML takes for the beginning of a comment"
        if self._is_in_brackets and "? " in self._source:
            return "a text in braces cannot begin with ? unless it stands in quotes"
        return 'the text holds a colon and a space (": "), which YAML takes for a key'
