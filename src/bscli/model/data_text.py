"""A data file as text that knows where its rows and cells stand, for those who must point there.

Nothing is located before somebody asks: a sound file of 100,000 rows pays for no position.
"""

from __future__ import annotations

import csv
import io
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bscli.findings import DocumentPath, Location, Span
from bscli.periods import Period

HEADER = 0
"""The number of the row that names the columns; rows of values count from 1."""


@dataclass(frozen=True)
class DataText:
    """One file: its name as people see it, its text with plain line ends, and its columns.

    ``columns`` says at which position the column stands that the format calls kpi, period and so
    on.
    """

    file: str
    text: str = ""
    delimiter: str = ","
    columns: Mapping[str, int] | None = None

    def cell(self, row: int, column: str) -> Span:
        """Where a row's cell stands; the whole row where it has no such cell."""
        start = self._line_starts[self._first_lines[row]]
        cells = list(self._cells(start))
        place = (self.columns or {}).get(column, len(cells))
        if place < len(cells):
            return self._span(*cells[place])
        return self._span(start, cells[-1][1])

    def fields(self, row: int) -> tuple[tuple[str, Span], ...]:
        """Each field of a row as it was written, and where it stands."""
        start = self._line_starts[self._first_lines[row]]
        return tuple(
            (self.text[first:end], self._span(first, end)) for first, end in self._cells(start)
        )

    def location(self, span: Span) -> Location:
        """A span together with the line that it begins on."""
        starts = self._line_starts
        start = starts[span.line - 1] if span.line <= len(starts) else len(self.text)
        end = self.text.find("\n", start)
        line = self.text[start : end if end >= 0 else len(self.text)]
        return Location(file=self.file, span=span, source_line=line)

    def _cells(self, start: int) -> Iterator[tuple[int, int]]:
        """Where the fields of the row that begins at a place begin and end."""
        sign = re.escape(self.delimiter)
        field = re.compile(rf'"[^"]*(?:""[^"]*)*"?[^\n{sign}]*|[^\n{sign}]*')
        while True:
            match = field.match(self.text, start)
            assert match is not None
            yield match.span()
            start = match.end() + 1
            if self.text[match.end() : start] != self.delimiter:
                return

    def _span(self, start: int, end: int) -> Span:
        line, last = (bisect_right(self._line_starts, place) - 1 for place in (start, end))
        column, end_column = start - self._line_starts[line], end - self._line_starts[last]
        return Span(line + 1, column + 1, last + 1, end_column + 1)

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return array("Q", [0, *(match.end() for match in re.finditer("\n", self.text))])

    @cached_property
    def _first_lines(self) -> Sequence[int]:
        """The line, from 0, that each row begins on; lines without anything are no rows."""
        lines = io.StringIO(self.text, newline="")
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        found, line = array("Q"), 0
        try:
            for fields in reader:
                if fields:
                    found.append(line)
                line = reader.line_num
        except csv.Error:
            found.append(line)  # the row that cannot be read is the last one to be told
        return found


@dataclass(frozen=True, slots=True)
class RowsOfKpi:
    """Where the actuals of one KPI stand: by the index of each period, its data file and row."""

    periods: Mapping[int, Period]
    indexes: Sequence[int]
    files: Sequence[int]
    rows: Sequence[int]

    def origin(self, name: str) -> DocumentPath | None:
        """The cell with the value of the period that is called so."""
        for index, file, row in zip(self.indexes, self.files, self.rows, strict=True):
            if self.periods[index].name == name:
                return ("data", file, row, "value")
        return None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a scorecard: its data files, and which row each actual comes from."""

    texts: tuple[DataText | None, ...] = ()
    rows: Mapping[str, RowsOfKpi] | None = None

    def location(self, path: DocumentPath, span: Span | None) -> Location | None:
        """Where a path stands that leads into a data file; None for all others.

        ``data, 0, 12, value`` is a cell of the first data file; actuals lead to their rows.
        """
        if len(path) == 4 and path[0] == "data" and isinstance(path[2], int):
            text = self.texts[int(path[1])]
            assert text is not None
            return text.location(span or text.cell(path[2], str(path[3])))
        origin = self._origin(path) if span is None else None
        return self.location(origin, None) if origin else None

    def _origin(self, path: DocumentPath) -> DocumentPath | None:
        """The cell that an actual of a KPI comes from."""
        if len(path) != 6 or path[4] != "actuals":
            return None
        rows = (self.rows or {}).get(str(path[3]))
        return rows.origin(str(path[5])) if rows else None
