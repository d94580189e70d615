"""What the rules about values find and what they leave alone: stale, missing, early, mistyped."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import analysis_of, kpi_scorecard

CODES = ("BSC704", "BSC705", "BSC706", "BSC707")
MONTHS = [f"2025-{month:02}" for month in range(1, 13)] + [f"2026-0{m}" for m in range(1, 10)]


def found(kpi: str, as_of: date = date(2026, 10, 15), settings: str = "") -> list[str]:
    """The codes of these rules and their messages, for a scorecard with one KPI."""
    findings = analysis_of(kpi_scorecard(kpi, settings), as_of=as_of).findings
    return [f"{each.code} {each.message}" for each in findings if each.code in CODES]


def months(*values: float | str, last: str = "2026-09") -> str:
    """Actuals of the months up to one."""
    end = MONTHS.index(last) + 1
    named = MONTHS[end - len(values) : end]
    pairs = zip(named, values, strict=True)
    return "actuals: {" + ", ".join(f"{month}: {value}" for month, value in pairs) + "}"


def test_a_value_is_stale_from_45_days_after_the_next_one_was_due() -> None:
    kpi = months(1, last="2026-07")
    assert found(kpi, date(2026, 10, 15)) == []
    assert found(kpi, date(2026, 10, 16)) == [
        'BSC704 "k" has no value after 2026-07, as of 2026-10-16'
    ]
    assert found("frequency: yearly, actuals: {2024: 1}", date(2026, 2, 14)) == []


def test_not_applicable_is_as_fresh_as_a_value_and_no_values_are_not_stale() -> None:
    assert found("actuals: {2026-05: 1, 2026-06: n/a, 2026-07: n/a}") == []
    assert found("target: 5") == []


def test_where_every_kpi_is_stale_one_finding_says_so() -> None:
    kpis = ", ".join(f"k{n}: {{name: K, actuals: {{2025-0{n}: 1}}}}" for n in range(1, 5))
    objective = f"{{name: O, perspective: customer, kpis: {{{kpis}}}}}"
    text = f"bsc: 1\nname: T\nobjectives: {{o: {objective}}}\n"
    told = [each.message for each in analysis_of(text).findings if each.code == "BSC704"]
    assert told == ["no KPI has a value for any period after 2025-04, as of 2026-10-15"]


def test_gaps_are_named_and_not_applicable_or_a_note_explains_one() -> None:
    assert found("actuals: {2026-04: 1, 2026-06: 1, 2026-09: 1}") == [
        'BSC705 "k" has no value for 2026-07 to 2026-08, and 1 earlier ones are missing'
    ]
    assert found("actuals: {2026-06: 1, 2026-07: n/a, 2026-08: 1}") == []
    assert found("actuals: {2026-06: 1, 2026-08: 1}, notes: {2026-Q3: The log was lost.}") == []


def test_a_value_before_its_time_is_told_and_not_applicable_is_not() -> None:
    assert found("actuals: {2026-09: 1, 2026-10: 2, 2026-11: 3}") == [
        'BSC706 "k" has a value for 2026-10, which has not ended by 2026-10-15, and 1 more after it'
    ]
    assert found("actuals: {2026-09: 1, 2026-10: n/a}") == []


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            (91, 93, 92, 9.3, 94, 93),
            "9.3 for 2026-07, about a 10th of what the other values suggest",
        ),
        (
            (91, 93, 92, 930, 94, 93),
            "930 for 2026-07, about 10 times what the other values suggest",
        ),
        (
            (91, 93, 92, 94, 92, 93000),
            "93000 for 2026-09, about 1000 times what the other values suggest",
        ),
        ((91, 93, -92, 94, 92, 93), "-92 for 2026-06, with the other sign than all other values"),
        (
            (50, 51, 50, 51, 50, 64),
            "64 for 2026-09, 14 times as far from 2026-08 as values usually move",
        ),
    ],
)
def test_a_value_that_was_probably_mistyped_is_told(
    values: tuple[float, ...], message: str
) -> None:
    assert found(months(*values)) == [f'BSC707 "k" is {message}']


@pytest.mark.parametrize(
    "kpi",
    [
        months(91, 93, 92, 930, 94),
        months(91, 93, 92, 930, 94, 93) + ', notes: {2026-07: "The fair, really."}',
        months(91, 93, 92, 94, 92, 930) + ", changed: {2026-09: Counted anew.}",
        months(20, 20, 40, 40, 60, 60),
        months(0, 0, 0, 0, 0, 7),
        months(3, -2, 4, -1, 3, -3),
        months(10, 12, 11, 14, 13, 20),
        "unit: yes/no, " + months("yes", "yes", "yes", "yes", "yes", "no"),
        months(*range(10, 130, 10), 10, 20, 30, last="2026-03"),
    ],
)
def test_what_may_well_be_true_is_left_alone(kpi: str) -> None:
    assert [each for each in found(kpi) if each.startswith("BSC707")] == []
