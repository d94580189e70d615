"""The calendar: how periods are written, which days they hold, and what is no period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.frequencies import Frequency
from bscli.periods import Calendar, Period, PeriodError
from tests.builders import findings_of, kpi_scorecard

CIVIL = Calendar()
APRIL_BY_END = Calendar(first_month=4, named_by_end=True)
APRIL_BY_START = Calendar(first_month=4, named_by_end=False)
JANUARY_BY_START = Calendar(first_month=1, named_by_end=False)

calendars = st.builds(Calendar, st.integers(1, 12), st.booleans())
frequencies = st.sampled_from(Frequency)
days = st.dates(date(1901, 1, 1), date(2198, 12, 31))


def span(calendar: Calendar, text: str) -> tuple[Frequency, str, str]:
    """What a text means: the length, the first day and the last."""
    period = calendar.period(text)
    return period.frequency, period.first.isoformat(), period.last.isoformat()


def refusal(calendar: Calendar, text: str) -> PeriodError:
    """Why a text names no period."""
    with pytest.raises(PeriodError) as raised:
        calendar.period(text)
    return raised.value


@pytest.mark.parametrize(
    ("text", "frequency", "first", "last"),
    [
        ("2026", Frequency.YEARLY, "2026-01-01", "2026-12-31"),
        ("FY2026", Frequency.YEARLY, "2026-01-01", "2026-12-31"),
        ("2025/26", Frequency.YEARLY, "2025-01-01", "2025-12-31"),
        ("1999/00", Frequency.YEARLY, "1999-01-01", "1999-12-31"),
        ("2026-H1", Frequency.HALF_YEARLY, "2026-01-01", "2026-06-30"),
        ("2026-H2", Frequency.HALF_YEARLY, "2026-07-01", "2026-12-31"),
        ("2026-Q1", Frequency.QUARTERLY, "2026-01-01", "2026-03-31"),
        ("2026-Q3", Frequency.QUARTERLY, "2026-07-01", "2026-09-30"),
        ("2026-Q4", Frequency.QUARTERLY, "2026-10-01", "2026-12-31"),
        ("2026-07", Frequency.MONTHLY, "2026-07-01", "2026-07-31"),
        ("2026-12", Frequency.MONTHLY, "2026-12-01", "2026-12-31"),
        ("2024-02", Frequency.MONTHLY, "2024-02-01", "2024-02-29"),
        ("2026-W31", Frequency.WEEKLY, "2026-07-27", "2026-08-02"),
        ("2026-W01", Frequency.WEEKLY, "2025-12-29", "2026-01-04"),
        ("2026-W53", Frequency.WEEKLY, "2026-12-28", "2027-01-03"),
        ("2026-07-14", Frequency.DAILY, "2026-07-14", "2026-07-14"),
        ("2024-02-29", Frequency.DAILY, "2024-02-29", "2024-02-29"),
        ("1900", Frequency.YEARLY, "1900-01-01", "1900-12-31"),
        ("2199", Frequency.YEARLY, "2199-01-01", "2199-12-31"),
    ],
)
def test_each_spelling_names_its_days(
    text: str, frequency: Frequency, first: str, last: str
) -> None:
    assert span(CIVIL, text) == (frequency, first, last)


@pytest.mark.parametrize(
    ("text", "by_end", "by_start"),
    [
        ("2026", ("2025-04-01", "2026-03-31"), ("2026-04-01", "2027-03-31")),
        ("FY2026", ("2025-04-01", "2026-03-31"), ("2026-04-01", "2027-03-31")),
        ("2025/26", ("2025-04-01", "2026-03-31"), ("2025-04-01", "2026-03-31")),
        ("2026-H1", ("2025-04-01", "2025-09-30"), ("2026-04-01", "2026-09-30")),
        ("2026-H2", ("2025-10-01", "2026-03-31"), ("2026-10-01", "2027-03-31")),
        ("2026-Q1", ("2025-04-01", "2025-06-30"), ("2026-04-01", "2026-06-30")),
        ("2026-Q4", ("2026-01-01", "2026-03-31"), ("2027-01-01", "2027-03-31")),
        ("2026-07", ("2026-07-01", "2026-07-31"), ("2026-07-01", "2026-07-31")),
        ("2026-W31", ("2026-07-27", "2026-08-02"), ("2026-07-27", "2026-08-02")),
        ("2026-07-14", ("2026-07-14", "2026-07-14"), ("2026-07-14", "2026-07-14")),
    ],
)
def test_a_fiscal_year_from_april_moves_years_halves_and_quarters_alone(
    text: str, by_end: tuple[str, str], by_start: tuple[str, str]
) -> None:
    assert span(APRIL_BY_END, text)[1:] == by_end
    assert span(APRIL_BY_START, text)[1:] == by_start


@pytest.mark.parametrize("text", ["2026", "2025/26", "2026-H2", "2026-Q1"])
def test_a_year_that_starts_in_january_is_named_the_same_by_start_and_by_end(text: str) -> None:
    assert span(CIVIL, text) == span(JANUARY_BY_START, text)


@pytest.mark.parametrize(
    ("calendar", "year", "half", "quarter", "month", "week"),
    [
        (CIVIL, "2026", "2026-H2", "2026-Q3", "2026-07", "2026-W29"),
        (APRIL_BY_END, "FY2027", "2027-H1", "2027-Q2", "2026-07", "2026-W29"),
        (APRIL_BY_START, "FY2026", "2026-H1", "2026-Q2", "2026-07", "2026-W29"),
    ],
    ids=["civil", "april by end", "april by start"],
)
def test_a_day_lies_in_periods_with_the_names_of_the_calendar(
    calendar: Calendar, year: str, half: str, quarter: str, month: str, week: str
) -> None:
    day = date(2026, 7, 14)
    names = {length: calendar.containing(day, length).name for length in Frequency}
    assert names == {
        Frequency.DAILY: "2026-07-14",
        Frequency.WEEKLY: week,
        Frequency.MONTHLY: month,
        Frequency.QUARTERLY: quarter,
        Frequency.HALF_YEARLY: half,
        Frequency.YEARLY: year,
    }


@pytest.mark.parametrize(
    ("outer", "inner", "is_inside"),
    [
        ("2026", "2026-Q4", True),
        ("2026-Q3", "2026-09", True),
        ("2026-Q3", "2026-10", False),
        ("2026-Q3", "2026-Q3", True),
        ("2026-07", "2026-Q3", False),
        ("2026-07", "2026-07-31", True),
        ("2026-W31", "2026-08-02", True),
        ("2026-W31", "2026-08-03", False),
        ("2026-07", "2026-W27", True),
        ("2026-06", "2026-W27", False),
        ("2026-07", "2026-W31", True),
        ("2026-08", "2026-W31", False),
        ("2026-Q4", "2026-W40", True),
        ("2026-Q3", "2026-W40", False),
        ("2026", "2026-W01", True),
        ("2025", "2026-W01", False),
        ("2026", "2026-W53", True),
        ("2027", "2026-W53", False),
        ("2026-W31", "2026-W31", True),
        ("2026-W31", "2026-W32", False),
    ],
)
def test_a_period_contains_another_when_its_days_do_and_a_week_when_its_thursday_does(
    outer: str, inner: str, is_inside: bool
) -> None:
    assert CIVIL.period(outer).contains(CIVIL.period(inner)) is is_inside


@pytest.mark.parametrize(
    ("outer", "frequency", "names"),
    [
        ("2026", Frequency.QUARTERLY, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("2026-Q3", Frequency.MONTHLY, ["2026-07", "2026-08", "2026-09"]),
        (
            "2026-07",
            Frequency.WEEKLY,
            ["2026-W27", "2026-W28", "2026-W29", "2026-W30", "2026-W31"],
        ),
        ("2026-08", Frequency.WEEKLY, ["2026-W32", "2026-W33", "2026-W34", "2026-W35"]),
        ("2026-Q3", Frequency.QUARTERLY, ["2026-Q3"]),
        ("2026-07", Frequency.QUARTERLY, []),
    ],
)
def test_the_periods_inside_another_stand_in_time_order(
    outer: str, frequency: Frequency, names: list[str]
) -> None:
    assert [str(period) for period in CIVIL.inside(CIVIL.period(outer), frequency)] == names


@pytest.mark.parametrize(
    ("calendar", "text", "before", "after"),
    [
        (CIVIL, "2026", "2025", "2027"),
        (CIVIL, "2026-H1", "2025-H2", "2026-H2"),
        (CIVIL, "2026-Q1", "2025-Q4", "2026-Q2"),
        (CIVIL, "2026-12", "2026-11", "2027-01"),
        (CIVIL, "2026-W01", "2025-W52", "2026-W02"),
        (CIVIL, "2026-W53", "2026-W52", "2027-W01"),
        (CIVIL, "2026-03-01", "2026-02-28", "2026-03-02"),
        (APRIL_BY_END, "2026", "FY2025", "FY2027"),
        (APRIL_BY_END, "2026-Q1", "2025-Q4", "2026-Q2"),
        (APRIL_BY_START, "2026-H2", "2026-H1", "2027-H1"),
    ],
)
def test_each_period_has_two_neighbours(
    calendar: Calendar, text: str, before: str, after: str
) -> None:
    period = calendar.period(text)
    assert calendar.before(period).name == before
    assert calendar.before(period, -1).name == after


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-02-30", "is no day of the calendar"),
        ("2025-02-29", "is no day of the calendar"),
        ("2026-00", "has no such month"),
        ("2026-13", "has no such month"),
        ("2026-W00", "is no week of 2026"),
        ("2025-W53", "is no week of 2025"),
        ("2026-W54", "is no week of 2026"),
        ("1899", "is outside the years 1900 to 2199"),
        ("2200-Q1", "is outside the years 1900 to 2199"),
        ("0000", "is outside the years 1900 to 2199"),
        ("2026-Q5", "is no period"),
        ("2026-Q0", "is no period"),
        ("2026-H3", "is no period"),
        ("26-Q1", "is no period"),
        ("Q3", "is no period"),
        ("summer", "is no period"),
        ("", "is no period"),
        (" 2026", "is no period"),
        ("2026\n", "is no period"),
        ("٢٠٢٦", "is no period"),
        ("2026-07-14T00:00", "is no period"),
    ],
)
def test_what_is_no_period_is_refused_with_the_reason(text: str, why: str) -> None:
    error = refusal(CIVIL, text)
    assert (str(error), error.suggestion) == (why, None)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Q3 2026", "2026-Q3"),
        ("Q3/2026", "2026-Q3"),
        ("2026Q3", "2026-Q3"),
        ("2026-q3", "2026-Q3"),
        ("H1 2026", "2026-H1"),
        ("2026 h2", "2026-H2"),
        ("2026-w31", "2026-W31"),
        ("2026-W5", "2026-W05"),
        ("2026-7", "2026-07"),
        ("2026.07", "2026-07"),
        ("07/2026", "2026-07"),
        ("July 2026", "2026-07"),
        ("jul 2026", "2026-07"),
        ("Sep. 2026", "2026-09"),
        ("2026/07/14", "2026-07-14"),
        ("fy2026", "FY2026"),
        ("FY 2026", "FY2026"),
        ("2025-26", "2025/26"),
        ("2025/2026", "2025/26"),
        ("2025-2026", "2025/26"),
        ("2025/27", "2025/26"),
    ],
)
def test_a_usual_other_spelling_is_answered_with_the_documented_one(
    text: str, suggestion: str
) -> None:
    assert refusal(CIVIL, text).suggestion == suggestion
    assert CIVIL.period(suggestion).name == suggestion.removeprefix("FY").partition("/")[0]


@pytest.mark.parametrize(
    "levels",
    [
        "target: 1, red: 0, actuals: {2008-09: 5}",
        "target: {2008-09: 1}, red: 0",
        "target: 1, red: {2008-09: 0}",
    ],
)
def test_a_month_under_a_yearly_kpi_offers_the_split_year(levels: str) -> None:
    text = kpi_scorecard(f"frequency: yearly, {levels}")
    errors = [finding for finding in findings_of(text) if finding.severity.value == "error"]
    assert [(error.code, error.help) for error in errors] == [("BSC107", 'did you mean "2008/09"?')]


def test_a_month_under_a_yearly_kpi_that_is_no_split_year_offers_its_year() -> None:
    text = kpi_scorecard("frequency: yearly, target: 1, red: 0, actuals: {2008-10: 5}")
    errors = [finding for finding in findings_of(text) if finding.severity.value == "error"]
    assert [(error.code, error.help) for error in errors] == [("BSC107", 'did you mean "2008"?')]


@pytest.mark.parametrize(
    "keys",
    [("2026", "FY2026"), ("2026", "2026/27"), ("2026/27", "FY2026")],
    ids=" and ".join,
)
def test_two_keys_for_one_period_are_an_error(keys: tuple[str, str]) -> None:
    first, second = keys
    found = findings_of(kpi_scorecard(f"red: 0, target: {{{first}: 1, {second}: 2}}"))
    errors = [finding for finding in found if finding.severity.value == "error"]
    assert [error.code for error in errors] == ["BSC107"]
    assert f'"{second}" names the same period as "{first}"' in errors[0].message


@given(calendars, frequencies, days)
def test_the_name_of_a_period_names_it(calendar: Calendar, frequency: Frequency, day: date) -> None:
    period = calendar.containing(day, frequency)
    assert calendar.period(period.name) == period


@given(calendars, frequencies, days)
def test_periods_of_one_length_leave_no_day_out(
    calendar: Calendar, frequency: Frequency, day: date
) -> None:
    period = calendar.containing(day, frequency)
    assert period.first <= day <= period.last
    assert calendar.before(period).last == period.first - timedelta(days=1)
    assert calendar.before(calendar.before(period), -1) == period


@given(calendars, days)
def test_every_week_lies_in_one_month_quarter_half_and_year(calendar: Calendar, day: date) -> None:
    week = calendar.containing(day, Frequency.WEEKLY)
    for frequency in list(Frequency)[2:]:
        around = {calendar.containing(end, frequency) for end in (week.first, week.last)}
        assert len(_holders(week, around)) == 1


def _holders(week: Period, around: set[Period]) -> list[Period]:
    return [period for period in around if period.contains(week)]
