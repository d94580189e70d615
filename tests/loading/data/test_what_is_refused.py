"""Mistakes in data files: each is told at its cell, and the sound rest is read."""

from __future__ import annotations

import pytest

from bscli.loading.data import files as data_files
from tests.builders import findings_of, project_of
from tests.loading.data.cards import card, errors_in, told, values_of

HEAD = "kpi,period,value\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("loafs,2026-07,5\n", 'a.csv:2:1 BSC701 "loafs" is the id of no KPI in this scorecard'),
        (",2026-07,5\n", "a.csv:2:1 BSC701 the row names no KPI"),
        (
            "loaves,2026-07,5\nloaves,2026-07,6\n",
            'a.csv:3:16 BSC702 "loaves" has a second value for 2026-07: 6, '
            "where the first one is 5",
        ),
        (
            'loaves,2026-07,"1,5"\n',
            'a.csv:2:16 BSC703 the value of "loaves" for 2026-07 is "1,5", '
            "which has a decimal comma",
        ),
        (
            "loaves,2026-07,nan\n",
            'a.csv:2:16 BSC703 the value of "loaves" for 2026-07 is "nan", '
            "which is no number that a result can have",
        ),
        (
            "loaves,2026-07,#N/A\n",
            'a.csv:2:16 BSC703 the value of "loaves" for 2026-07 is "#N/A"; wanted is a number',
        ),
        (
            f"loaves,2026-07,{'9' * 41}\n",
            f'a.csv:2:16 BSC703 the value of "loaves" for 2026-07 is "{"9" * 41}", '
            "which has more than 40 digits",
        ),
        (
            "loaves,2026-07,1_0\n",
            'a.csv:2:16 BSC703 the value of "loaves" for 2026-07 is "1_0", '
            "which is not a plain number",
        ),
        (
            "loaves,2026-07,5%\n",
            'a.csv:2:16 BSC703 the value of "loaves" for 2026-07 is "5%", '
            "which has a percent sign, but the unit is not percent",
        ),
        (
            "clean,2026-07,maybe\n",
            'a.csv:2:15 BSC104 the value of "clean" for 2026-07 is "maybe"; '
            "allowed for yes/no are: no, yes",
        ),
        (
            "loaves,07/2026,5\n",
            'a.csv:2:8 BSC107 "07/2026" is no period (in a row of "loaves")',
        ),
        (
            "loaves,2026-07-01,5\n",
            'a.csv:2:8 BSC107 "2026-07-01" is a day, but the KPI is monthly; wanted is a month '
            '(in a row of "loaves")',
        ),
        ("loaves,2026-07\n", "a.csv:2:1 BSC103 the row has 2 fields, but the header names 3"),
        ("loaves,2026-07,1,5\n", "a.csv:2:1 BSC103 the row has 4 fields, but the header names 3"),
    ],
)
def test_a_mistake_is_told_at_its_cell(rows: str, expected: str) -> None:
    sound = "loaves,2026-01,1\n"
    assert told({"a.csv": HEAD + rows + sound}) == [expected]
    assert values_of({"a.csv": HEAD + rows + sound})["2026-01"] == 1.0
    assert told({"a.csv": (HEAD + rows + sound).replace("\n", "\r\n")}) == [expected]


def test_the_row_is_shown_with_the_cell_underlined() -> None:
    text = 'kpi,note,period,value\nloaves,"two\nlines",2026-07,5\nloaves,"a ""b""",2026-08,many\n'
    [finding] = errors_in({"a.csv": text})
    location = finding.location
    assert location.source_line == 'loaves,"a ""b""",2026-08,many'
    cell = location.source_line[location.span.column - 1 : location.span.end_column - 1]
    assert (location.span.line, cell) == (4, "many")


@pytest.mark.parametrize("field", ['"5', '"5" pipe', '"5"6'])
def test_quotes_that_do_not_pair_are_told_where_they_begin(field: str) -> None:
    text = f"{HEAD}loaves,2026-06,4\nloaves,2026-07,{field}\nloaves,2026-08,6\n"
    [finding] = errors_in({"a.csv": text})
    span = finding.location.span
    assert (finding.code, span.line, span.column) == ("BSC103", 3, 16)
    assert values_of({"a.csv": text}) == {"2026-06": 4.0}


def test_both_places_of_a_second_value_are_named() -> None:
    text = card("[a.csv, b.csv]").replace("{name: Loaves}", "{name: Loaves, actuals: {2026-07: 1}}")
    beside = {
        "a.csv": f"{HEAD}loaves,2026-07,2\nloaves,2026-08,3\n",
        "b.csv": f"{HEAD}loaves,2026-08,4\n",
    }
    found = [finding for finding in findings_of(text, beside) if finding.code == "BSC702"]
    places = [
        [f"{at.file}:{at.span.line}" for at in (each.location, each.related[0].location)]
        for each in found
    ]
    assert places == [["a.csv:2", "scorecard.yaml:9"], ["b.csv:2", "a.csv:3"]]
    kpi = next(project_of(text, beside).scorecards[0].kpis())[1]
    assert [entry.value for entry in kpi.actuals] == [1.0, 3.0]


def test_mistakes_of_one_cause_are_told_once_and_counted() -> None:
    rows = "".join(f'loaves,20{year}-07,"1,{year}"\n' for year in range(10, 26))
    assert told({"a.csv": HEAD + rows + "loafs,2026-07,1\n" * 300}) == [
        'a.csv:2:16 BSC703 the value of "loaves" for 2010-07 is "1,10", '
        "which has a decimal comma, and 15 more like it",
        'a.csv:18:1 BSC701 "loafs" is the id of no KPI in this scorecard, and 299 more like it',
    ]


def test_of_many_mistakes_a_hundred_are_told_and_the_rest_is_counted() -> None:
    project = project_of(card(), {"a.csv": HEAD + "".join(f"k{n},2026,1\n" for n in range(250))})
    assert (len(project.problems), project.untold) == (100, 150)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("kpi,period,valeu", 'a.csv:1:1 BSC102 the header has no column "value"'),
        ("kpi,period,value,Value", 'a.csv:1:1 BSC003 the header names "value" 2 times'),
    ],
)
def test_a_header_without_its_columns_is_told(header: str, expected: str) -> None:
    assert told({"a.csv": f"{header}\nloaves,2026-07,5\n"}) == [expected]


def test_another_encoding_and_control_characters_are_told_and_nothing_is_read() -> None:
    for data, code, line in (
        (f"{HEAD}loaves,2026-07,5\n".encode("utf-16"), "BSC002", 1),
        (f"{HEAD}loaves,2026-07,5\nwaste,2026-07,é\n".encode("latin-1"), "BSC002", 3),
        (f"{HEAD}loaves,2026-07,5\0\n".encode(), "BSC002", 2),
        (f"{HEAD}loaves,2026-07,5\rwaste,2026-07,1\n".encode(), "BSC002", 2),
        (b"", "BSC102", 3),
    ):
        [finding] = errors_in({"a.csv": data})
        assert (finding.code, finding.location.span.line) == (code, line)
        assert values_of({"a.csv": data}) == {}


def test_files_beyond_the_bounds_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_files, "MOST_ROWS", 3)
    assert [each.split()[1] for each in told({"a.csv": HEAD + "loaves,2026-07,5\n" * 3})] == [
        "BSC005"
    ]


def test_a_row_of_a_kpi_that_was_misread_itself_is_not_told_again() -> None:
    text = card().replace("loaves: {name: Loaves}", "loaves: [1, 2]")
    codes = [each.code for each in findings_of(text, {"a.csv": f"{HEAD}loaves,2026-07,5\n"})]
    assert [code for code in codes if code in ("BSC103", "BSC701")] == ["BSC103"]


def test_the_first_row_counts_whatever_spaces_stand_around_its_id() -> None:
    text = f"{HEAD}\tloaves,2026-06,1\nloaves,2026-07,2\n loaves,2026-07,3\n\tloaves,2026-07,4\n"
    assert values_of({"a.csv": text}) == {"2026-06": 1.0, "2026-07": 2.0}
    assert [line.split()[0] for line in told({"a.csv": text})] == ["a.csv:4:17", "a.csv:5:17"]


def test_a_value_of_two_lines_is_refused_and_moves_no_other_value() -> None:
    text = 'kpi;period;value\nloaves;2026-06;"1\n2"\nloaves;2026-07;3,5\nloaves;2026-08;4\n'
    data = '[{file: a.csv, decimal: ","}]'
    assert told({"a.csv": text}, data) == [
        'a.csv:2:16 BSC703 the value of "loaves" for 2026-06 is "1\n2", which is not a plain number'
    ]
    assert values_of({"a.csv": text}, data) == {"2026-07": 3.5, "2026-08": 4.0}


@pytest.mark.parametrize("data", [b"", b"\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n\n"])
def test_a_file_without_a_header_is_empty(data: bytes) -> None:
    [only] = told({"a.csv": data})
    assert only.endswith(' BSC102 the data file "a.csv" is empty')
