"""Numbers as people read them, and as they check them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.views.numbers import amount_of, plain, rounded, target_of, unit_of
from bscli.views.tokens import COLOUR_RULE, SCALE
from tests.builders import score_of


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (96.0, "96"),
        (0.0000012, "0.0000012"),
        (-0.0000012, "-0.0000012"),
        (0.1 + 0.2, "0.3"),
        (20 / 3, "6.666667"),
        (1 / 30, "0.0333333"),
        (1 / 3e6, "0.000000333333"),
        (1e-10 / 3, "3.333333333e-11"),
        (1e-30, "1e-30"),
        (0.1234567891, "0.1234567891"),
        (12345.678901, "12345.678901"),
        (123456789012345.0, "123456789012345"),
        (1e16, "1e+16"),
    ],
)
def test_plain_numbers(number: float, text: str) -> None:
    assert plain(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e100, max_value=1e100))
def test_a_plain_number_is_the_number(number: float) -> None:
    assert float(plain(number)) == pytest.approx(number, rel=1e-5, abs=1e-300)


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (-0.004, 2, "-0.004"),
        (0.00123, 2, "0.0012"),
        (0.0000014, 2, "0.0000014"),
        (0.000000014, 2, "1.4e-08"),
        (0.3, 0, "0.3"),
        (9_999_999.0, 0, "9,999,999"),
        (10_000_000.0, 0, "10M"),
        (12_345_678.0, 2, "12.35M"),
        (-456_789_000.0, 0, "-456.8M"),
        (999_999_999.0, 0, "1bn"),
        (1_234_567_890.0, 0, "1.23bn"),
        (1.2e12, 0, "1.2tn"),
        (9.9999e14, 0, "1.0e+15"),
        (1.02e16, 0, "1.0e+16"),
        (-1e100, 0, "-1.0e+100"),
    ],
)
def test_rounded_numbers(number: float, decimals: int, text: str) -> None:
    assert rounded(number, decimals) == text


@given(st.floats(allow_nan=False, min_value=-1e100, max_value=1e100), st.integers(0, 6))
def test_only_zero_looks_like_zero(number: float, decimals: int) -> None:
    assert (rounded(number, decimals).strip("-0.,") == "") is (number == 0)


def test_ranges() -> None:
    kpi = "better: within, decimals: 0, target: {from: %s, to: %s}, actuals: {2026-09: 3}"
    for low, high, text in ((40, 60, "40–60"), (-5, 5, "-5 to 5"), (2e7, 3e9, "20M–3bn")):
        score = score_of(kpi % (low, high))
        assert score.target is not None
        assert target_of(score.kpi, score.target.amount) == text


def test_the_noise_of_a_sum_is_zero() -> None:
    kpi = "aggregate: sum, target: 1, actuals: {2026-07: 0.1, 2026-08: 0.2, 2026-09: -0.3}"
    score = score_of(kpi)
    assert score.reading.value != 0
    assert amount_of(score.kpi, score.reading.value) == "0.0"


@pytest.mark.parametrize(
    ("name", "unit", "shown"),
    [
        ("Hours of tuition", "hours", ""),
        ("Hourly wage", "hour", "hour"),
        ("Reserves in months of spending", "months", ""),
        ("Income", "EUR", "EUR"),
        ("Cost (EUR)", "EUR", ""),
        ("Share", "percent", ""),
        ("Percent", "(", "("),
    ],
)
def test_a_unit_that_the_name_says_is_left_out(name: str, unit: str, shown: str) -> None:
    kpi = score_of("actuals: {}").kpi.model_copy(update={"name": name, "unit": unit})
    assert unit_of(kpi) == shown


def test_the_prose_of_the_scale_follows_the_scale() -> None:
    assert SCALE == "Scores run from 0 to 10: red below 3.3, green from 6.7"
    assert COLOUR_RULE == "red below 3.33, amber below 6.67, green from there"
