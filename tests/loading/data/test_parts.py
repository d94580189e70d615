"""A data file in parts holds the rows of the whole file, wherever it is cut."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.loading.data import parts
from bscli.loading.data.parts import parts_of

HEADER = "kpi,period,value\n"
fields = st.text(alphabet='ab,"\n ', max_size=6)
tables = st.lists(st.tuples(fields, fields, fields), max_size=30)


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def written(rows: list[tuple[str, str, str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return HEADER + stream.getvalue()


@given(tables, st.integers(1, 40))
def test_parts_hold_the_rows_of_the_whole(rows: list[tuple[str, str, str]], size: int) -> None:
    text = written(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "PART", size)
        found = list(parts_of(text, len(HEADER), ","))
    assert "".join(found) == text.removeprefix(HEADER)
    assert [row for part in found for row in rows_of(part)] == rows_of(text)[1:]


@given(st.text(alphabet='ab,"\n;', max_size=60))
def test_whatever_it_holds_nothing_is_lost(text: str) -> None:
    assert "".join(parts_of(text, 0, ",")) == text


def test_a_row_over_two_lines_is_not_torn() -> None:
    text = f'{HEADER}a,2026-01,1\nb,2026-01,"two\nlines"\nc,2026-01,3\n'
    assert list(parts_of(text, len(HEADER), ",")) == [
        "a,2026-01,1\n",
        'b,2026-01,"two\nlines"\nc,2026-01,3\n',
    ]
