"""The value in a period: how values combine, which one stands, and the four kinds of nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.status import Status
from tests.builders import AS_OF, score_of

ON_TARGET = round(20 / 3, 9)
QUARTER = "actuals: {2026-07: 6, 2026-08: 1, 2026-09: 5}"


def values_of(score: KpiScore) -> tuple[int, int]:
    """How many values are present, of how many."""
    return len(score.reading.present), len(score.reading.due)


def score_and_colour(score: KpiScore) -> tuple[float | None, Status]:
    """The score, to nine decimals, and the colour."""
    return None if score.score is None else round(score.score, 9), score.status


@pytest.mark.parametrize(
    ("aggregate", "value"),
    [("last", 5.0), ("sum", 12.0), ("mean", 4.0), ("min", 1.0), ("max", 6.0)],
)
def test_finer_values_are_combined_by_the_aggregate(aggregate: str, value: float) -> None:
    score = score_of(f"aggregate: {aggregate}, {QUARTER}")
    assert (score.reading.value, values_of(score)) == (value, (3, 3))
    assert not score.reading.is_to_date


def test_the_aggregate_is_the_last_value_unless_stated() -> None:
    assert score_of(QUARTER).reading.value == 5


def test_a_value_of_the_same_length_stands_for_itself() -> None:
    score = score_of(f"aggregate: sum, {QUARTER}", period="2026-08")
    assert (score.reading.value, values_of(score)) == (1, (1, 1))


def test_values_outside_the_period_do_not_count() -> None:
    score = score_of("aggregate: sum, actuals: {2026-06: 100, 2026-07: 1, 2026-10: 100}")
    assert (score.reading.value, values_of(score)) == (1, (1, 3))


def test_sums_are_exact_before_their_one_rounding() -> None:
    score = score_of("aggregate: sum, actuals: {2026-07: 1e16, 2026-08: 1, 2026-09: -1e16}")
    assert score.reading.value == 1


@pytest.mark.parametrize(
    ("actuals", "value", "present"),
    [
        ("2026-07: 4", 4.0, (1, 3)),
        ("2026-07: 4, 2026-08: 6", 10.0, (2, 3)),
        ("2026-08: 6, 2026-09: 7", 13.0, (2, 3)),
        ("2026-07: 4, 2026-09: 7", 11.0, (2, 3)),
        ("2026-07: 4, 2026-08: , 2026-09: 7", 11.0, (2, 3)),
        ("2026-07: 4, 2026-08: ~, 2026-09: 7", 11.0, (2, 3)),
    ],
)
def test_a_value_with_gaps_is_to_date_and_says_k_of_m(
    actuals: str, value: float, present: tuple[int, int]
) -> None:
    score = score_of(f"aggregate: sum, actuals: {{{actuals}}}")
    assert (score.reading.value, values_of(score)) == (value, present)
    assert score.reading.is_to_date


@pytest.mark.parametrize(
    ("actuals", "value", "present"),
    [
        ("2026-07: 4, 2026-08: n/a, 2026-09: 7", 11.0, (2, 2)),
        ("2026-07: 4, 2026-08: n/a", 4.0, (1, 2)),
        ("2026-07: n/a, 2026-08: n/a, 2026-09: 7", 7.0, (1, 1)),
    ],
)
def test_a_value_that_is_not_applicable_is_not_expected(
    actuals: str, value: float, present: tuple[int, int]
) -> None:
    score = score_of(f"aggregate: sum, actuals: {{{actuals}}}")
    assert (score.reading.value, values_of(score)) == (value, present)


def test_the_last_value_is_the_last_one_present() -> None:
    score = score_of("actuals: {2026-07: 4, 2026-08: 6, 2026-09: n/a}")
    assert score.reading.value == 6


@pytest.mark.parametrize(
    ("as_of", "value", "present"),
    [
        (date(2026, 7, 31), 6.0, (1, 3)),
        (date(2026, 8, 30), 6.0, (1, 3)),
        (date(2026, 8, 31), 7.0, (2, 3)),
        (date(2026, 9, 30), 12.0, (3, 3)),
    ],
    ids=str,
)
def test_a_value_counts_once_its_period_has_ended(
    as_of: date, value: float, present: tuple[int, int]
) -> None:
    score = score_of(f"aggregate: sum, {QUARTER}", as_of=as_of)
    assert (score.reading.value, values_of(score)) == (value, present)


@pytest.mark.parametrize(
    ("period", "value", "present"),
    [("2026-07", 31.0, (5, 5)), ("2026-06", 100.0, (1, 4)), ("2026-08", 1000.0, (1, 4))],
)
def test_a_week_counts_in_the_month_of_its_thursday(
    period: str, value: float, present: tuple[int, int]
) -> None:
    score = score_of(
        "frequency: weekly, aggregate: sum, actuals: {2026-W26: 100, 2026-W27: 1, 2026-W28: 2, "
        "2026-W29: 4, 2026-W30: 8, 2026-W31: 16, 2026-W32: 1000}",
        period=period,
    )
    assert (score.reading.value, values_of(score)) == (value, present)


def test_days_count_in_their_week() -> None:
    score = score_of(
        "frequency: daily, aggregate: sum, "
        "actuals: {2026-07-26: 1, 2026-07-27: 2, 2026-08-02: 4, 2026-08-03: 8}",
        period="2026-W31",
    )
    assert (score.reading.value, values_of(score)) == (6, (2, 7))


def test_a_fiscal_quarter_holds_its_own_months() -> None:
    score = score_of(
        "aggregate: sum, actuals: {2025-03: 1, 2025-04: 2, 2025-05: 4, 2025-06: 8, 2025-07: 16}",
        "calendar: {fiscal_year_starts: april}",
        period="2026-Q1",
    )
    assert (score.reading.value, values_of(score)) == (14, (3, 3))


@pytest.mark.parametrize(
    ("kpi", "period", "value", "age"),
    [
        ("frequency: yearly, actuals: {2025: 7}", "2025-Q4", 7.0, 0),
        ("frequency: yearly, actuals: {2025: 7}", "2026-Q3", 7.0, 1),
        ("frequency: yearly, actuals: {2024: 7}", "2026-Q3", 7.0, 2),
        ("frequency: yearly, actuals: {2023: 5, 2024: 7, 2026: 9}", "2026-Q3", 7.0, 2),
        ("frequency: half-yearly, actuals: {2026-H1: 7}", "2026-Q3", 7.0, 1),
        ("frequency: quarterly, actuals: {2026-Q2: 7}", "2026-07", 7.0, 1),
        ("frequency: quarterly, actuals: {2026-Q2: 7}", "2026-06", 7.0, 0),
        ("frequency: quarterly, actuals: {2025-Q4: 7, 2026-Q3: 9}", "2026-06", 7.0, 2),
        ("frequency: monthly, actuals: {2026-07: 7}", "2026-W33", 7.0, 1),
        ("frequency: weekly, actuals: {2026-W30: 7}", "2026-07-28", 7.0, 1),
    ],
)
def test_the_latest_value_of_a_coarser_kpi_stands_with_its_age(
    kpi: str, period: str, value: float, age: int
) -> None:
    score = score_of(kpi, period=period)
    assert (score.reading.value, score.reading.age) == (value, age)


@pytest.mark.parametrize(
    ("kpi", "period", "age"),
    [
        ("frequency: yearly, actuals: {2023: 7}", "2026-Q3", 3),
        ("frequency: half-yearly, actuals: {2025-H1: 7}", "2026-Q3", 3),
        ("frequency: quarterly, actuals: {2025-Q4: 7}", "2026-07", 3),
    ],
)
def test_a_value_older_than_two_of_its_own_periods_is_no_data(
    kpi: str, period: str, age: int
) -> None:
    score = score_of(f"target: 1, {kpi}", period=period)
    assert (score.reading.value, score.reading.age, score.status) == (None, age, Status.NO_DATA)


def test_a_value_stands_only_once_its_period_ended_by_the_as_of_day() -> None:
    kpi = "frequency: quarterly, target: 1, actuals: {2026-Q1: 5, 2026-Q2: 7}"
    early = score_of(kpi, period="2026-06", as_of=date(2026, 6, 29))
    late = score_of(kpi, period="2026-06", as_of=date(2026, 6, 30))
    assert (early.reading.value, late.reading.value) == (5, 7)


def test_values_of_a_coarser_kpi_are_never_combined() -> None:
    kpi = "frequency: quarterly, aggregate: sum, actuals: {2026-Q1: 5, 2026-Q2: 7}"
    assert score_of(kpi, period="2026-08").reading.value == 7


def test_a_standing_value_is_judged_by_the_target_red_line_and_period_of_its_own() -> None:
    score = score_of(
        "frequency: yearly, actuals: {2025: 15}, "
        "target: {2025: 20, 2026: 200}, red: {2025: 10, 2026: 100}"
    )
    assert score_and_colour(score) == (5, Status.AMBER)


def test_a_standing_value_is_judged_by_the_baseline_of_its_own_period() -> None:
    score = score_of(
        "frequency: yearly, actuals: {2025: 15}, target: 20, baseline: {2025: 10, 2026: 19}"
    )
    assert score_and_colour(score) == (5, Status.AMBER)


def test_of_the_target_of_a_standing_sum_no_share_is_taken() -> None:
    score = score_of(
        "frequency: yearly, aggregate: sum, actuals: {2025: 120}, target: {2025: 120}, red: 60"
    )
    assert score_and_colour(score) == (ON_TARGET, Status.GREEN)


def test_a_standing_quarter_takes_its_share_of_the_years_sum() -> None:
    score = score_of(
        "frequency: quarterly, aggregate: sum, actuals: {2026-Q2: 30}, "
        "target: {2026: 120}, red: {2026: 60}",
        period="2026-08",
    )
    assert score_and_colour(score) == (ON_TARGET, Status.GREEN)


def test_a_standing_value_older_than_every_target_is_unscored_and_shows_the_next() -> None:
    score = score_of("frequency: yearly, actuals: {2025: 15}, target: {2026: 20}")
    assert score.status is Status.UNSCORED
    assert score.next_target is not None
    assert (score.next_target.key, score.next_target.value) == ("2026", 20)


@pytest.mark.parametrize(
    ("kpi", "as_of", "status"),
    [
        ("target: 1", AS_OF, Status.NO_DATA),
        ("target: 1", date(2026, 7, 31), Status.NO_DATA),
        ("target: 1", date(2026, 7, 30), Status.NOT_DUE),
        ("target: 1", date(2026, 6, 1), Status.NOT_DUE),
        ("target: 1, actuals: {2026-09: 5}", date(2026, 7, 30), Status.NOT_DUE),
        ("target: 1, actuals: {2026-09: 5}", date(2026, 8, 31), Status.NO_DATA),
        ("target: 1, actuals: {2026-07: n/a}", date(2026, 8, 30), Status.NOT_DUE),
        ("target: 1, actuals: {2026-07: n/a}", date(2026, 8, 31), Status.NO_DATA),
        (
            "target: 1, actuals: {2026-07: n/a, 2026-08: n/a, 2026-09: n/a}",
            AS_OF,
            Status.NOT_APPLICABLE,
        ),
        ("actuals: {2026-09: 5}", AS_OF, Status.UNSCORED),
        ("target: {2026-10: 5}, actuals: {2026-09: 5}", AS_OF, Status.UNSCORED),
        ("actuals: {2026-06: 5}", AS_OF, Status.NO_DATA),
        ("frequency: yearly, target: {2026: 1}", AS_OF, Status.NOT_DUE),
        ("frequency: yearly, target: {2025: 1}", AS_OF, Status.NO_DATA),
        ("frequency: yearly, target: 1, actuals: {2025: n/a}", AS_OF, Status.NOT_APPLICABLE),
        ("frequency: yearly, actuals: {2025: 5}", AS_OF, Status.UNSCORED),
    ],
)
def test_four_kinds_of_nothing_stay_apart(kpi: str, as_of: date, status: Status) -> None:
    score = score_of(kpi, as_of=as_of)
    assert (score.status, score.score) == (status, None)


@pytest.mark.parametrize(
    ("kpi", "is_expected"),
    [
        ("target: 1", True),
        ("target: 1, actuals: {2026-09: 5}", True),
        ("unit: yes/no", True),
        ("actuals: {2026-09: 5}", False),
        ("target: {2027: 1}", False),
        ("target: 1, actuals: {2026-07: n/a, 2026-08: n/a, 2026-09: n/a}", False),
        ("frequency: yearly, target: {2026: 1}", False),
    ],
)
def test_a_kpi_is_expected_when_it_has_a_target_and_is_due(kpi: str, is_expected: bool) -> None:
    assert score_of(kpi).is_expected is is_expected


def test_no_data_is_not_zero() -> None:
    score = score_of("better: lower, target: 1, red: 2")
    assert (score.reading.value, score.score) == (None, None)
