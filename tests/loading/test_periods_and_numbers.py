"""Periods and numbers are read as a person means them, or told at their place, never changed."""

from __future__ import annotations

import pytest

from bscli.findings import Finding
from tests.builders import findings_of, scorecard_of

KPI = "bsc: 1\nname: Test\nobjectives:\n  o:\n    name: O\n    perspective: customer\n    kpis:\n"
HEAD = f"{KPI}      k:\n        name: K\n"
"""What is tried below begins on line 10, column 9."""


def only_error(kpi: str) -> Finding:
    text = HEAD + "".join(f"        {line}\n" for line in kpi.split("\n"))
    (found,) = [finding for finding in findings_of(text) if finding.severity == "error"]
    return found


def told(kpi: str) -> tuple[str, int, int]:
    found = only_error(kpi)
    return found.code, found.location.span.line, found.location.span.column


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("94", 94),
        ("-2.50", -2.5),
        ("+5", 5),
        ("010", 10),
        (".5", 0.5),
        ("5.", 5),
        ("1e3", 1000),
        ("1_000", 1000),
        ("'94'", 94),
        ("0", 0),
        ("-0.0", 0),
        ("9" * 40, 1e40),
        ("1e100", 1e100),
    ],
)
def test_a_number_is_read_as_a_person_reads_it(written: str, number: float) -> None:
    card = scorecard_of(f"{HEAD}        target: {written}\n")
    assert card.objectives[0].kpis[0].target.every_period == number


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("12,500", "write 12500"),
        ("-12,500.75", "write -12500.75"),
        ("12,5", "write 12.5"),
        ("12:30", "write a plain number such as 1250.5"),
        ("0x1F", "write a plain number such as 1250.5"),
        ("0b11", "write a plain number such as 1250.5"),
        ("1_00", "write a plain number such as 1250.5"),
        ("5 000", "write a plain number such as 1250.5"),
        ("$5", "write 5; what is counted belongs in unit"),
        ("5%", "write 5"),
        (".nan", "write a plain number such as 1250.5"),
        ("NaN", "write a plain number such as 1250.5"),
        ("-.inf", "write a plain number such as 1250.5"),
        ("1e999", "write a plain number such as 1250.5"),
        ("1e101", "write a plain number such as 1250.5"),
        ("9" * 41, "write a plain number such as 1250.5"),
    ],
)
def test_a_number_in_another_form_is_told_at_its_place(written: str, help: str) -> None:
    assert told(f"target: {written}") == ("BSC108", 10, 17)
    assert only_error(f"target: {written}").help == help


@pytest.mark.parametrize(
    ("kpi", "place"),
    [
        ("actuals: {2026-07: 5, 2026-08: 1e999}", ("BSC108", 10, 40)),
        ("actuals:\n  2026-07: 5\n  2026-08: 6 %", ("BSC108", 12, 20)),
        ("target:\n  2026: ten", ("BSC103", 11, 17)),
        ("red: [80]", ("BSC103", 10, 14)),
        ("actuals: 5", ("BSC103", 10, 18)),
        ("worst: .inf", ("BSC108", 10, 16)),
        ("weight: NaN", ("BSC108", 10, 17)),
        ("weight: -1", ("BSC109", 10, 17)),
        ("decimals: 2.5", ("BSC104", 10, 19)),
        ("better: within\ntarget: {from: 6, to: 5}", ("BSC104", 11, 17)),
        ("better: within\ntarget: 5", ("BSC103", 11, 17)),
        ("target: {from: 5, to: 6}", ("BSC103", 10, 17)),
        ("unit: yes/no\nactuals: {2026-07: maybe}", ("BSC104", 11, 28)),
        ("scoring: {red: 75}", ("BSC103", 10, 24)),
    ],
)
def test_a_value_is_told_where_it_stands(kpi: str, place: tuple[str, int, int]) -> None:
    assert told(kpi) == place


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("2026-7", "2026-07"),
        ("07/2026", "2026-07"),
        ("July 2026", "2026-07"),
        ("jul 2026", "2026-07"),
        ("Q3 2026", "2026-Q3"),
        ("2026q3", "2026-Q3"),
        ("H1/2026", "2026-H1"),
        ("2026-W5", "2026-W05"),
        ("fy 2026", "FY2026"),
        ("2025/2026", "2025/26"),
        ("2025/27", "2025/26"),
        ("2026.07.14", "2026-07-14"),
    ],
)
def test_a_period_in_another_spelling_is_told_with_ours(key: str, meant: str) -> None:
    found = only_error(f"target:\n  {key}: 5")
    assert told(f"target:\n  {key}: 5") == ("BSC107", 11, 11)
    assert found.help == f'did you mean "{meant}"?'


@pytest.mark.parametrize(
    "key", ["2026-13", "2026-00", "2026-02-30", "2026-W54", "2026-Q5", "1776", "9999", "soon", "26"]
)
def test_what_is_no_period_is_told_with_the_forms_of_one(key: str) -> None:
    assert told(f"actuals: {{{key}: 5}}") == ("BSC107", 10, 19)
    assert "2026-Q3" in str(only_error(f"actuals: {{{key}: 5}}").help)


@pytest.mark.parametrize(
    ("kpi", "place"),
    [
        ("actuals: {2026-07: 5, 2026-Q3: 6}", ("BSC107", 10, 31)),
        ("actuals: {2026-W31: 5}", ("BSC107", 10, 19)),
        ("frequency: weekly\nactuals: {2026-07: 5}", ("BSC107", 11, 19)),
        ("frequency: quarterly\ntarget: {2026: 5, 2026-07: 6}", ("BSC107", 11, 27)),
        ("frequency: quarterly\nred: {2026-07: 6}", ("BSC107", 11, 15)),
        ("frequency: quarterly\nbaseline: {2026-07: 6}", ("BSC107", 11, 20)),
        ("frequency: quarterly\nnotes: {2026-07: Text}", ("BSC107", 11, 17)),
        ("frequency: quarterly\nchanged: {2026-07: Text}", ("BSC107", 11, 19)),
        ("notes: {2026-07-14: Text}", ("BSC107", 10, 17)),
    ],
    ids=[
        "an actual that is longer",
        "an actual that is shorter",
        "an actual that is longer than a week",
        "a target that is finer",
        "a red line that is finer",
        "a baseline that is finer",
        "a note that is finer",
        "a change that is finer",
        "a note of a day",
    ],
)
def test_a_period_that_does_not_fit_the_frequency_is_told_at_its_key(
    kpi: str, place: tuple[str, int, int]
) -> None:
    assert told(kpi) == place


@pytest.mark.parametrize(
    ("kpi", "place", "message"),
    [
        (
            "target: {2026: 5, FY2026: 6}",
            ("BSC107", 10, 27),
            '"FY2026" names the same period as "2026"',
        ),
        (
            "frequency: yearly\nactuals: {2025: 5, 2025/26: 6}",
            ("BSC107", 11, 28),
            '"2025/26" names the same period as "2025"',
        ),
    ],
)
def test_two_keys_for_one_period_are_told_at_the_second(
    kpi: str, place: tuple[str, int, int], message: str
) -> None:
    assert told(kpi) == place
    assert only_error(kpi).message.startswith(message)


def test_a_split_year_that_looks_like_a_month_is_offered_for_a_yearly_kpi() -> None:
    found = only_error("frequency: yearly\nactuals: {2008-09: 5}")
    assert (found.code, found.help) == ("BSC107", 'did you mean "2008/09"?')


@pytest.mark.parametrize(
    "day", ["2026-02-30", "30.6.2026", "2026-6-30", "06/30/2026", "2026-06-30T10:00", "soon"]
)
def test_what_is_no_day_is_told_with_the_form_of_one(day: str) -> None:
    text = f"bsc: 1\nname: Test\ninitiatives:\n  i: {{name: I, objectives: [], ends: {day}}}\n"
    found = [finding for finding in findings_of(text) if finding.code == "BSC104"]
    places = [
        (finding.location.span.line, finding.location.span.column, finding.help)
        for finding in found
    ]
    assert places == [(4, 38, "write it as in 2026-04-30")]
