"""What the YAML parser rejects, in plain words and with the line as it should be written."""

from __future__ import annotations

import re
from typing import Any

from bscli.findings import Place, Problem, Span
from bscli.model.project import CodedProblem

_ENTRY = re.compile(r"(?P<before>\s*(?:- +)?(?:[^\s:#\"'{}\[\]][^:#]*: +)?)(?P<text>\S.*?)\s*")
_IN_BRACES = re.compile(
    r"(?P<key>[{,]\s*[\w-]+: +)"
    r"(?P<text>[%@`][^\"'{}\[\],]*?"
    r"|[^\"'{}\[\],\s][^\"'{}\[\],]*?(?:: | #)[^\"'{}\[\],]*?)(?=\s*[,}])"
)


class SyntaxProblem:
    """One rejected place: the problem, and the line that would repair it, where one is known."""

    def __init__(self, file: str, error: Any, lines: tuple[str, ...]) -> None:
        mark = error.problem_mark or error.context_mark
        self.line = min(mark.line, max(len(lines) - 1, 0))
        self._column = mark.column if mark.line < len(lines) else len(lines[self.line])
        self._source = lines[self.line] if lines else ""
        self._what = str(error.problem or "")
        self._context = str(error.context or "")
        self._begun = error.context_mark
        self._file = file
        self.repaired = self._quote()

    def coded(self) -> CodedProblem:
        """The finding-to-be."""
        message, help = self._words()
        line, column = self.line + 1, self._column + 1
        span = Span(line, column, line, column + 1)
        return CodedProblem("BSC001", Problem(Place(self._file, span=span), message, help))

    def _words(self) -> tuple[str, str | None]:
        line = self.line + 1
        if self._at == "\t":
            return (
                f"line {line} is indented with a tab",
                "YAML wants spaces: replace each tab by two",
            )
        if self.repaired is not None:
            return self._reason(), f"put the text in quotes: {self.repaired.strip()}"
        if "quoted scalar" in self._context and self._begun is not None:
            return (
                f"the quote that opens on line {self._begun.line + 1} is never closed",
                "add the closing quote",
            )
        if "flow" in self._context and self._begun is not None:
            bracket = "brace {" if "mapping" in self._context else "bracket ["
            return (
                f"the {bracket} that opens on line {self._begun.line + 1} is not closed here",
                "add the closing sign, or a comma between two entries",
            )
        if "simple key" in self._context:
            return f"line {self._begun_line} has no colon after its key", "write it as key: value"
        if self._source[: self._column].rstrip()[-1:] in ('"', "'"):
            return (
                f"line {line} goes on after the closing quote",
                'put the whole text in quotes; within double quotes, write \\" for a quote',
            )
        if "block mapping" in self._context or "not allowed" in self._what:
            return (
                f"line {line} does not line up with the lines above it",
                "give entries of one mapping the same indentation, in spaces",
            )
        if "block collection" in self._context:
            return (
                f"line {line} does not belong to the list above it",
                "begin each item with - at one indentation",
            )
        return f"YAML cannot read line {line}: {self._what}", None

    @property
    def _begun_line(self) -> int:
        return int(self._begun.line if self._begun is not None else self.line) + 1

    @property
    def _at(self) -> str:
        return self._source[self._column : self._column + 1]

    def _reason(self) -> str:
        if self._at in "%@`" and self._at:
            return f"a text cannot begin with {self._at} unless it stands in quotes"
        if "#" in self._source and "flow" in self._context:
            return "the text holds a #, which YAML takes for the beginning of a comment"
        return 'the text holds a colon and a space (": "), which YAML takes for a key'

    def _quote(self) -> str | None:
        """The rejected line with its text in quotes, if that is what it lacks."""
        if "flow" in self._context or "{" in self._source[: self._column]:
            return self._quote_in_braces()
        match = _ENTRY.fullmatch(self._source)
        if match is None or self._at == "" or match["text"][0] in "\"'{[|>&!-":
            return None
        begins_badly = self._at in "%@`" and self._column == match.start("text")
        holds_colon = (
            "mapping values are not allowed" in self._what
            and match["before"].rstrip().endswith(":")
            and match.start("text") < self._column
        )
        if not begins_badly and not holds_colon:
            return None
        return f"{match['before']}{_in_quotes(match['text'])}"

    def _quote_in_braces(self) -> str | None:
        repaired, count = _IN_BRACES.subn(lambda m: m["key"] + _in_quotes(m["text"]), self._source)
        return repaired if count else None


def _in_quotes(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
