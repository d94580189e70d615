"""A data file as columns of texts: fast where the file is plain, careful where it is not."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from bscli.findings import Span
from bscli.loading.data.header import Header
from bscli.loading.data.parts import parts_of
from bscli.loading.data.telling import DataProblems
from bscli.model.data_text import DataText

LONGEST_FIELD = 10_000
ROWS_AT_ONCE = 8192

_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
UNREADABLE = "BSC103"


@dataclass(frozen=True, slots=True)
class Table:
    """Some rows of a data file by column; a row that could not be read is empty in all of them.

    ``first`` is the number of the first of them; the header is row 0.
    """

    first: int
    kpis: Sequence[str]
    periods: Sequence[str]
    values: Sequence[str]
    notes: Sequence[str]


def read_tables(text: DataText, header: Header, problems: DataProblems) -> Iterator[Table]:
    """The rows below the header, a part of them at a time; those that cannot be read are told."""
    assert text.columns is not None
    names, places = tuple(text.columns), tuple(text.columns.values())
    width, first = len(header.names), 1
    for part in parts_of(text.text, header.end, text.delimiter):
        regular = None if '"' in part else _regular(part, text.delimiter, width, places)
        reader = CarefulReader(text, width, places, problems)
        for columns in reader.read(part, first) if regular is None else (regular,):
            found = dict(zip(names, columns, strict=True))
            yield Table(first, found["kpi"], found["period"], found["value"], found.get("note", ()))
            first += len(columns[0])


def _regular(
    part: str, delimiter: str, width: int, places: Sequence[int]
) -> list[list[str]] | None:
    """The columns of lines without quotes, where each of them is as wide as the header."""
    lines = part if part.endswith("\n") else part + "\n"
    # A line end becomes a field of its own, so that one split makes fields of all lines.
    fields = lines.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)
    fields.pop()
    line_ends = fields[width :: width + 1]
    is_regular = line_ends.count("\n") * (width + 1) == len(fields)
    if not is_regular or lines.count("\n") != len(line_ends):
        return None
    return [fields[place :: width + 1] for place in places]


@dataclass(frozen=True, slots=True)
class CarefulReader:
    """Reads row by row, as quotes, empty lines and rows of another width ask for."""

    text: DataText
    width: int
    places: Sequence[int]
    problems: DataProblems

    def read(self, part: str, first: int) -> Iterator[list[list[str]]]:
        """The columns of some rows at a time; ``first`` is the number of the first row."""
        lines = io.StringIO(part, newline="")
        rows = filter(None, csv.reader(lines, delimiter=self.text.delimiter, strict=True))
        is_over = False
        while not is_over:
            cells, is_over = self._cells(rows, first)
            columns = [cells[place :: len(self.places)] for place in range(len(self.places))]
            first += len(columns[0])
            yield columns

    def _cells(self, rows: Iterator[list[str]], first: int) -> tuple[list[str], bool]:
        """The wanted cells of the next rows, one after the other, and whether they are the last."""
        wanted, nothing = itemgetter(*self.places), ("",) * len(self.places)
        cells: list[str] = []
        row = first - 1
        try:
            for row, fields in enumerate(islice(rows, ROWS_AT_ONCE), start=first):
                if len(fields) == self.width or _is_as_wide(fields, self.width):
                    cells.extend(wanted(fields))
                else:
                    cells.extend(nothing)
                    _tell_width(row, len(fields), self.width, self.text, self.problems)
        except csv.Error:
            _tell_quote(row + 1, self.text, self.problems)
            return cells, True
        return cells, row < first + ROWS_AT_ONCE - 1


def _is_as_wide(fields: list[str], width: int) -> bool:
    """Whether a row only has more empty fields at its end, as spreadsheets write them."""
    return len(fields) > width and not any(fields[width:])


def _tell_width(row: int, fields: int, width: int, text: DataText, problems: DataProblems) -> None:
    message = f"the row has {fields} field{'s' * (fields != 1)}, but the header names {width}"
    help = f"put a text with {_named(text.delimiter)} in it between quotes"
    if fields < width:
        help = "add what is missing; nothing between two delimiters means empty"
    problems.tell(
        UNREADABLE, (row, ""), message, help, kind=fields, label="not as wide as the header"
    )


def _tell_quote(row: int, text: DataText, problems: DataProblems) -> None:
    """The field whose quotes do not pair: it swallows the rest, or text follows its end."""
    fields = text.fields(row)
    torn = (span for field, span in fields if field[:1] == '"' and not _QUOTED.fullmatch(field))
    start = next(torn, max(fields, key=lambda each: len(each[0]))[1])
    span = Span(start.line, start.column, start.line, start.column + 1)
    problems.tell(
        UNREADABLE,
        (row, ""),
        "from this row on the file cannot be read: a quote is not closed, text follows a closing "
        "quote, or a field is far too long",
        'put quotes around the whole field, and write a quote within it twice: "5"" pipe"',
        span=span,
        label="quotes do not pair",
    )


def _named(delimiter: str) -> str:
    return {",": "a comma", ";": "a semicolon", "\t": "a tab"}.get(delimiter, delimiter)
