"""What is wrong with a formula is told once, at the very place, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bscli.analysis import analyse
from bscli.findings import Finding
from bscli.loading import load
from tests.builders import AS_OF, PERIOD, findings_of

NUMBERS = "aggregate: sum, weight: 0, actuals: {2026-07: 1, 2026-08: 2, 2026-09: 3}"
HEAD = "bsc: 1\nname: Test\nowner: me\nobjectives:\n  o:\n    name: Do it\n"
FORMULAS = {"BSC104", "BSC313", "BSC316"}


def card(*kpis: str, head: str = HEAD) -> str:
    lines = [f"{head}    perspective: internal\n    kpis:", *(f"      {kpi}" for kpi in kpis)]
    return "\n".join(lines) + "\n"


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str | None]]:
    """Code, message and help of what concerns formulas."""
    return [(found.code, found.message, found.help) for found in findings if found.code in FORMULAS]


def marked(finding: Finding) -> str:
    """The stretch of the source line that a finding points to."""
    span = finding.location.span
    return finding.location.source_line[span.column - 1 : span.end_column - 1]


def only(text: str, code: str = "BSC313") -> Finding:
    [found] = [finding for finding in findings_of(text) if finding.code == code]
    return found


LATE, ALL = f"late: {{name: L, {NUMBERS}}}", f"all: {{name: A, {NUMBERS}}}"


@pytest.mark.parametrize(
    "written",
    [
        "k: {name: K, formula: late / alll}",
        "k: {name: K, formula: 'late / alll'}",
        'k: {name: K, formula: "late / alll"}',
        "k: {name: K, 'formula':   late / alll   }",
    ],
)
def test_an_unknown_operand_is_marked_within_the_formula(written: str) -> None:
    found = only(card(LATE, ALL, written))
    assert (found.message, found.help) == (
        'the formula of "k" takes in "alll", which does not exist',
        'did you mean "all"?',
    )
    assert marked(found) == "alll"


def test_a_slip_is_marked_within_the_formula() -> None:
    found = only(card(LATE, ALL, "k: {name: K, formula: late -all}"))
    assert found.message == '"formula" of KPI "k" has a minus sign without a space on both sides'
    assert found.help == "write it as in a - b: without spaces a hyphen belongs to an id"
    assert marked(found) == "-"


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("k:\n        name: K\n        formula: >-\n          late /\n          alll", ">-"),
        ('k: {name: K, formula: "late \\u002f alll"}', '"late \\u002f alll"'),
    ],
)
def test_the_whole_is_marked_where_the_text_is_not_written_as_it_reads(
    written: str, begins: str
) -> None:
    location = only(card(LATE, ALL, written)).location
    assert location.source_line[location.span.column - 1 :].startswith(begins)


def test_hyphens_that_were_meant_to_subtract_are_seen() -> None:
    found = only(card(LATE, ALL, "k: {name: K, formula: all-late}"))
    assert found.help == "to subtract, write spaces around the minus: all - late"


def test_words_cannot_be_calculated() -> None:
    found = only(
        card("w: {name: W, unit: yes/no, actuals: {2026-09: yes}}", "k: {name: K, formula: w + 1}")
    )
    assert found.message == (
        'the formula of "k" takes in "w", whose unit is yes/no: words cannot be calculated'
    )


def test_a_formula_gives_no_words() -> None:
    found = only(card(LATE, "k: {name: K, unit: yes/no, formula: late * 2}"))
    assert found.message == '"formula" of KPI "k" gives numbers, but the unit is yes/no'


@pytest.mark.parametrize(
    ("written", "second"),
    [
        ("k: {name: K, formula: late * 2, actuals: {2026-07: 1}}", "actuals"),
        ("k: {name: K, actuals: {2026-07: 1}, formula: late * 2}", "formula"),
    ],
)
def test_a_kpi_is_measured_or_calculated(written: str, second: str) -> None:
    found = only(card(LATE, written), "BSC104")
    assert (marked(found), found.help) == (second, "keep one of the two")


def test_empty_actuals_beside_a_formula_are_left_out() -> None:
    assert told(findings_of(card(LATE, "k: {name: K, formula: late * 2, actuals: }"))) == []


def test_a_circle_is_told_once_from_its_smallest_id() -> None:
    text = card(
        "c: {name: C, formula: a + late}",
        "b: {name: B, formula: c}",
        "a: {name: A, formula: b * 2}",
        "user: {name: U, formula: a}",
        LATE,
    )
    found = only(text)
    assert found.message == "these formulas need each other in a circle: a -> b -> c -> a"
    assert marked(found) == "b * 2"
    assert [(other.message, other.location.span.line) for other in found.related] == [
        ('needs "c"', 10),
        ('needs "a"', 9),
    ]


def test_a_scorecard_does_not_stand_below_itself() -> None:
    found = only(
        f"parent: card\nid: card\n{card(LATE, 'k: {name: K, formula: sum(children.late)}')}"
    )
    assert found.message == (
        'the formula of "k" takes in "children.late", '
        'but no scorecard that was read has "card" as its parent'
    )


def test_a_formula_that_takes_in_itself_is_a_circle() -> None:
    found = only(card("k: {name: K, formula: k + 1}"))
    assert found.message == 'the formula of "k" takes in "k" itself'


def test_a_lost_operand_is_not_told_again() -> None:
    text = card("late: late", ALL, "k: {name: K, formula: late / all}")
    assert told(findings_of(text)) == []


def test_a_formula_that_a_comma_cuts_in_braces_is_told_once() -> None:
    found = findings_of(card(LATE, ALL, "k: {name: K, weight: 0, formula: max(late, all)}"))
    errors = [(each.code, each.help) for each in found if each.severity == "error"]
    help = 'a text with a comma in braces needs quotes: formula: "max(late, all)"'
    assert errors == [("BSC101", help)]


def none(*values: object) -> str:
    months = zip(("2026-07", "2026-08", "2026-09"), values, strict=True)
    actuals = ", ".join(f"{month}: {value}" for month, value in months)
    return f"none: {{name: N, aggregate: sum, weight: 0, actuals: {{{actuals}}}}}"


@pytest.mark.parametrize(
    ("values", "when"),
    [
        ((1, 0, 3), "2026-08"),
        ((0, 3, 0), "2026-09 and 1 more period"),
        ((0, 0, 0), "2026-09 and 2 more periods"),
        ((1, -2, 1), "2026-Q3 as a whole"),
    ],
)
def test_a_division_by_zero_names_its_latest_period(values: tuple[int, ...], when: str) -> None:
    found = only(card(LATE, none(*values), "k: {name: K, formula: late / none}"), "BSC316")
    assert found.message == (
        f'the formula of "k" divides by zero in {when}, so it has no value there'
    )
    assert marked(found) == "late / none"


def test_where_nothing_applies_nothing_is_divided() -> None:
    text = card(LATE, none(1, "n/a", 3), "k: {name: K, formula: late / none}")
    assert told(findings_of(text)) == []


def messages(folder: Path, **cards: str) -> list[tuple[str, str | None]]:
    for id, text in cards.items():
        (folder / f"{id}.yaml").write_text(text)
    findings = analyse(load(folder), as_of=AS_OF, period=PERIOD).findings
    return [(message, help) for code, message, help in told(findings) if code == "BSC313"]


NORTH = card(LATE, head="parent: group\n" + HEAD)


@pytest.mark.parametrize(
    ("formula", "fact", "help"),
    [
        ("north.lat * 2", '"north.lat", which does not exist', 'did you mean "late"?'),
        (
            "nort.late * 2",
            '"nort.late", but no scorecard that was read has the id "nort"',
            'did you mean "north"?',
        ),
        (
            "sum(children.lat)",
            '"children.lat", but no scorecard below "group" has such a KPI',
            'did you mean "late"?',
        ),
    ],
)
def test_operands_of_other_scorecards(tmp_path: Path, formula: str, fact: str, help: str) -> None:
    group = card(f"k: {{name: K, formula: {formula}}}")
    expected = [(f'the formula of "k" takes in {fact}', help)]
    assert messages(tmp_path, group=group, north=NORTH) == expected


def test_scorecards_are_to_be_read_together(tmp_path: Path) -> None:
    group = card("k: {name: K, formula: sum(children.late)}")
    fact = '"children.late", but no scorecard that was read has "group" as its parent'
    help = "check the folder that holds them all, so that they are read together"
    assert messages(tmp_path, group=group) == [(f'the formula of "k" takes in {fact}', help)]
    assert messages(tmp_path, group=group, north=NORTH) == []


def test_a_file_that_could_not_be_read_may_hold_the_operand(tmp_path: Path) -> None:
    group = card("k: {name: K, formula: sum(children.late) + north.late}")
    assert messages(tmp_path, group=group, north="bsc: 1\n\tname: x\n") == []


def test_a_circle_through_two_scorecards_is_told_once(tmp_path: Path) -> None:
    one, two = (card(f"k: {{name: K, formula: {other}.k}}") for other in ("two", "one"))
    message = "these formulas need each other in a circle: k -> two.k -> k"
    assert messages(tmp_path, one=one, two=two) == [(message, "give actuals to one of them")]
