"""Dates of a template move with its reviewed quarter, and nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

from bscli.errors import UsageError
from bscli.starters.moving import moved

STORY = "2024 FY2026 2025/26 2026-H1 2026-H2 2026-Q1 2026-Q3 2026-07 2026-12 2026-07-14 2026-W31"


def quarters_later(quarters: int) -> date:
    """The 15th of the first month after the reviewed quarter, moved by quarters."""
    month = 2026 * 12 + 9 + 3 * quarters
    return date(month // 12, month % 12 + 1, 15)


@pytest.mark.parametrize(
    ("quarters", "told"),
    [
        (0, STORY),
        (
            1,
            "2024 FY2026 2025/26 2026-H1 2026-H2 2026-Q2 2026-Q4 2026-10 2027-03 2026-10-14 "
            "2026-W44",
        ),
        (
            2,
            "2025 FY2027 2026/27 2026-H2 2027-H1 2026-Q3 2027-Q1 2027-01 2027-06 2027-01-14 "
            "2027-W04",
        ),
        (
            4,
            "2025 FY2027 2026/27 2027-H1 2027-H2 2027-Q1 2027-Q3 2027-07 2027-12 2027-07-14 "
            "2027-W30",
        ),
        (
            -3,
            "2023 FY2025 2024/25 2025-H1 2025-H2 2025-Q2 2025-Q4 2025-10 2026-03 2025-10-14 "
            "2025-W44",
        ),
    ],
)
def test_every_kind_of_date_moves_with_the_reviewed_quarter(quarters: int, told: str) -> None:
    assert moved(STORY, quarters_later(quarters)) == told


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 9, 29), "2026-Q2"),
        (date(2026, 9, 30), "2026-Q3"),
        (date(2026, 12, 30), "2026-Q3"),
        (date(2026, 12, 31), "2026-Q4"),
        (date(2028, 2, 29), "2027-Q4"),
    ],
)
def test_the_reviewed_quarter_is_the_last_that_has_ended(day: date, quarter: str) -> None:
    assert moved("2026-Q3", day) == quarter


@pytest.mark.parametrize(
    ("written", "quarters", "there"),
    [
        ("2026-08-31", 1, "2026-11-30"),
        ("2026-11-30", 1, "2027-02-28"),
        ("2026-11-30", 5, "2028-02-29"),
        ("2026-12-31", -1, "2026-09-30"),
        ("2026-05-31", -1, "2026-02-28"),
    ],
)
def test_a_day_stays_within_its_month(written: str, quarters: int, there: str) -> None:
    assert moved(written, quarters_later(quarters)) == there


def test_a_year_later_only_the_years_differ() -> None:
    text = "{2026-Q3: 20.26, 2027: 4}  # since 2026-07, after 2025-2026; (2026-07-14)."
    later = "{2027-Q3: 20.26, 2028: 4}  # since 2027-07, after 2026-2027; (2027-07-14)."
    assert moved(text, quarters_later(4)) == later


@pytest.mark.parametrize(
    "text",
    [
        "12026 20260 2026.5 0.2026 2,026 2026,5 x2026 2026x ２０２６",
        "2019 2036 1999 2100 1850",
        "2026-13 2026-00 2025-26 2026/7 2026-Q5 2026-H3 2026-1",
    ],
)
def test_what_is_no_date_stays(text: str) -> None:
    assert moved(text, quarters_later(4)) == text


@pytest.mark.parametrize("year", [1909, 2190])
def test_a_day_at_the_end_of_the_calendar_is_refused(year: int) -> None:
    with pytest.raises(UsageError, match=f"no template can be moved to {year}-01-01"):
        moved("2026", date(year, 1, 1))


@pytest.mark.parametrize("year", [1910, 2189])
def test_every_other_day_is_in_reach(year: int) -> None:
    ends = "2020-01-01 2035-12-31 2020-W01 2035-W52 2020/21 2035/36 2035-H2"
    assert moved(ends, date(year, 1, 1)) != ends
