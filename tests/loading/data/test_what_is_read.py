"""Data files as people export them: each way to write one gives the same values."""

from __future__ import annotations

import pytest

from bscli.loading.data import parts, table
from tests.loading.data.cards import kpi_of, told, values_of

PLAIN = "kpi,period,value\nloaves,2026-07,1200.5\nloaves,2026-08,-3\n"
EXPECTED = {"2026-07": 1200.5, "2026-08": -3.0}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (PLAIN, "[a.csv]"),
        (PLAIN, "[{file: a.csv}]"),
        (PLAIN.rstrip("\n"), "[a.csv]"),
        (PLAIN.replace("\n", "\r\n"), "[a.csv]"),
        ("\ufeff" + PLAIN, "[a.csv]"),
        ("\n\n" + PLAIN.replace("\n", "\n\n"), "[a.csv]"),
        (PLAIN.replace(",", ";"), "[a.csv]"),
        (PLAIN.replace(",", "\t"), "[a.csv]"),
        (PLAIN.replace(",", "|"), "[a.csv]"),
        (PLAIN.replace(",", "¦"), '[{file: a.csv, delimiter: "¦"}]'),
        (PLAIN.replace(",", "\t"), '[{file: a.csv, delimiter: "\\t"}]'),
        (PLAIN.replace(",", ";").replace(".", ","), '[{file: a.csv, decimal: ","}]'),
        (
            PLAIN.replace("1200.5", '"1200,5"'),
            '[{file: a.csv, delimiter: ",", decimal: ","}]',
        ),
        (PLAIN.replace("kpi,period,value", " KPI ,Period,VALUE"), "[a.csv]"),
        (PLAIN.replace("loaves,", '"loaves",'), "[a.csv]"),
        (PLAIN.replace("loaves", " loaves ").replace("2026-07", " 2026-07"), "[a.csv]"),
        (PLAIN.replace("\n", ",,\n"), "[a.csv]"),
        (PLAIN + ",,\n", "[a.csv]"),
        (PLAIN.replace("-3", "-3,,"), "[a.csv]"),
        (
            "who,Month,x,Metric,Result\nme,2026-08,?,loaves,-3\nyou,2026-07,?,loaves,1200.5\n",
            "[{file: a.csv, columns: {kpi: metric, period: Month, value: Result}}]",
        ),
        (PLAIN + "loaves,2026-06,\nloaves,2026-05,  \n", "[a.csv]"),
        (PLAIN.replace("1200.5", "1.2005e3").replace("-3", "-3."), "[a.csv]"),
    ],
)
def test_every_usual_export_is_read_alike(text: str, data: str) -> None:
    assert (told({"a.csv": text}, data), values_of({"a.csv": text}, data)) == ([], EXPECTED)


def test_words_percent_signs_and_not_applicable_are_read_as_in_the_scorecard() -> None:
    text = "kpi,period,value\nclean,2026-07,no\nclean,2026-08,yes\nwaste,2026-07,4.5%\n"
    files = {"a.csv": text + "waste,2026-08,n/a\naudit,FY2025,7\n"}
    assert told(files) == []
    assert values_of(files, id="clean") == {"2026-07": 0.0, "2026-08": 1.0}
    assert values_of(files, id="waste") == {"2026-07": 4.5, "2026-08": "n/a"}
    assert values_of(files, id="audit") == {"2025": 7.0}


def test_values_come_in_time_order_from_all_files() -> None:
    files = {
        "a.csv": "kpi,period,value\nloaves,2026-08,2\nloaves,2026-06,1\n",
        "b.csv": "kpi,period,value\nloaves,2026-07,3\n",
    }
    assert list(values_of(files, "[a.csv, b.csv]").items()) == [
        ("2026-06", 1.0),
        ("2026-07", 3.0),
        ("2026-08", 2.0),
    ]


def test_notes_of_both_places_are_kept_and_may_have_several_lines() -> None:
    text = 'kpi,period,value,note\nloaves,2026-07,5,"Storm, and\r\nfrost"\nloaves,2026-08,,Closed\n'
    notes = kpi_of({"a.csv": text}).notes
    assert [(note.key, note.value) for note in notes] == [
        ("2026-07", "Storm, and\nfrost"),
        ("2026-08", "Closed"),
    ]


def test_many_notes_for_one_period_become_its_paragraphs() -> None:
    rows = "".join(f"loaves,2026-07,,{number}\n" for number in range(3))
    notes = kpi_of({"a.csv": f"kpi,period,value,note\n{rows}"}).notes
    assert [(note.key, note.value) for note in notes] == [("2026-07", "0\n\n1\n\n2")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_names_in_the_header_may_have_several_lines(end: str) -> None:
    text = f'kpi,"Month{end}(closed)",value,"who{end}""knows"""{end}loaves,2026-07,5,me{end}'
    files = {"a.csv": text + f"loaves,2026-08,many,me{end}"}
    data = '[{file: a.csv, columns: {period: "Month\\n(closed)"}}]'
    assert values_of(files, data) == {"2026-07": 5.0}
    assert [line.split()[:2] for line in told(files, data)] == [["a.csv:5:16", "BSC703"]]


def test_a_file_with_a_header_alone_holds_no_values() -> None:
    for text in ("kpi,period,value", "kpi,period,value\n", '"kpi",period,value\n'):
        assert (told({"a.csv": text}), values_of({"a.csv": text})) == ([], {})


@pytest.mark.parametrize("quoted", ["loaves", '"loaves"'])
def test_a_file_that_is_read_in_parts_has_the_same_rows(
    quoted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PART", 30)
    monkeypatch.setattr(table, "ROWS_AT_ONCE", 2)
    rows = [f"{quoted},20{year}-07,{year}\n" for year in range(10, 27)]
    text = "".join(["kpi,period,value\n", *rows[:9], "\n", "loaves,2009-07\n", *rows[9:]])
    files = {"a.csv": f"{text}loaves,2008-07,many\n"}
    assert values_of(files) == {f"20{year}-07": float(year) for year in range(10, 27)}
    assert [line.split()[:2] for line in told(files)] == [
        ["a.csv:12:1", "BSC103"],
        ["a.csv:21:16", "BSC703"],
    ]
