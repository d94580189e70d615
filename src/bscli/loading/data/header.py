"""Which column is which, and what stands between them: read from the first row."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bscli.loading.data.telling import DataProblems
from bscli.model.data_file import DataFile
from bscli.model.data_text import HEADER
from bscli.model.misshape import quoted
from bscli.model.suggestions import did_you_mean

DELIMITERS = (",", ";", "\t", "|")
MOST_LISTED = 8
NEEDED = ("kpi", "period", "value")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Header:
    """The names in the first row, and where in the text the rows below it begin."""

    names: Sequence[str]
    end: int


def delimiter_of(file: DataFile, text: str) -> str:
    """The stated delimiter, or the usual one that finds most of the wanted columns."""
    if file.delimiter is not None:
        return file.delimiter
    names = {_folded(name) for name in wanted_columns(file).values()}

    def finds(delimiter: str) -> tuple[int, int]:
        headers = read_header(text, delimiter).names
        return len(names.intersection(map(_folded, headers))), len(headers)

    return max(DELIMITERS, key=finds)


def read_header(text: str, delimiter: str) -> Header:
    """The first row, of as many lines as its quotes hold; one name where they do not pair."""
    lines = _LINE.finditer(text)
    reader = csv.reader((line[0] for line in lines), delimiter=delimiter, strict=True)
    try:
        names = next(filter(None, reader), [])
    except csv.Error:
        return Header([text.lstrip("\n").partition("\n")[0]], len(text))
    following = next(lines, None)
    return Header(names, following.start() if following else len(text))


def wanted_columns(file: DataFile) -> Mapping[str, str]:
    """The header of each column that the format knows."""
    columns = file.columns
    return {
        "kpi": columns.kpi,
        "period": columns.period,
        "value": columns.value,
        "note": columns.note,
    }


def find_columns(
    file: DataFile, headers: Sequence[str], problems: DataProblems
) -> Mapping[str, int] | None:
    """At which position each column stands; what is missing or there twice is told.

    Capitals and white space around a header do not matter. None where a needed column is missing.
    """
    folded = [_folded(header) for header in headers]
    found: dict[str, int] = {}
    for column, name in wanted_columns(file).items():
        times = folded.count(_folded(name))
        if times == 1:
            found[column] = folded.index(_folded(name))
        elif times > 1:
            message = f"the header names {quoted(name)} {times} times"
            help = "give the other column another name, or name the right one in columns"
            problems.tell("BSC003", (HEADER, ""), message, help, kind=column, label="named twice")
        elif column in NEEDED or column in file.columns.model_fields_set:
            _tell_missing(column, name, headers, problems)
    return found if all(column in found for column in NEEDED) else None


def _tell_missing(column: str, name: str, headers: Sequence[str], problems: DataProblems) -> None:
    near = did_you_mean(name, [header.strip() for header in headers])
    listed = ", ".join(quoted(header.strip()) for header in headers[:MOST_LISTED])
    help = near or f"name it in columns, as in columns: {{{column}: ...}}; the header has {listed}"
    message = f"the header has no column {quoted(name)}"
    problems.tell("BSC102", (HEADER, ""), message, help, kind=column, label="a column is missing")


def _folded(header: str) -> str:
    return header.strip().casefold()
