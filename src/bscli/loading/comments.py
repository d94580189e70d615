"""Comments of a YAML file: what stands behind a ``#`` that no scalar holds."""

from __future__ import annotations

import re
from bisect import bisect_right

from bscli.model.document import Comment, CutOffScalar, Scalar

_BEGINS = re.compile(r"(?:^|(?<=\s))#")
_CUT_OFF = re.compile(r"\s+#[^\s#!].*| # of .*")


class CommentFinder:
    """Sees every scalar go by, so that a ``#`` within one is not taken for a comment."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines = lines
        self._candidates = {number for number, line in enumerate(lines) if "#" in line}
        self._taken: dict[int, list[tuple[int, int]]] = {}

    def watch(self, scalar: Scalar) -> Scalar:
        """The scalar, marked where a ``#`` cuts it off that was probably part of the text."""
        if not self._candidates:
            return scalar
        first, last = scalar.start.line, scalar.end.line
        for number in range(first, last + 1):
            if number in self._candidates:
                start = scalar.start.column if number == first else 0
                end = scalar.end.column if number == last else len(self._lines[number])
                self._taken.setdefault(number, []).append((start, end))
        return self._cut_off(scalar) if last in self._candidates else scalar

    def _cut_off(self, scalar: Scalar) -> Scalar:
        line = self._lines[scalar.end.line]
        if scalar.style != "" or not scalar or not _CUT_OFF.match(line, scalar.end.column):
            return scalar
        cut = CutOffScalar(scalar)
        cut.start, cut.end, cut.style = scalar.start, scalar.end, scalar.style
        cut.rest = line[scalar.end.column :].rstrip()
        return cut

    def found(self) -> tuple[Comment, ...]:
        """The comments, in the order of the file."""
        comments = []
        for number in sorted(self._candidates):
            column = self._column_of_comment(number)
            if column is not None:
                comments.append(Comment(number + 1, column + 1, self._lines[number][column:]))
        return tuple(comments)

    def _column_of_comment(self, number: int) -> int | None:
        taken = sorted(self._taken.get(number, []))
        for match in _BEGINS.finditer(self._lines[number]):
            before = bisect_right(taken, (match.start(), len(self._lines[number]))) - 1
            if before < 0 or taken[before][1] <= match.start():
                return match.start()
        return None
