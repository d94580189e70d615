"""Numbers are read as a person reads them, or refused with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.model.numbers import NumberError, read_number, read_percentage
from tests.builders import findings_of, kpi_scorecard, score_of


def refusal(text: str, *, percent: bool = False) -> tuple[str, str | None]:
    """Why a text is no number, and how it was probably meant."""
    with pytest.raises(NumberError) as raised:
        read_number(text, percent=percent)
    return str(raised.value), raised.value.suggestion


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0.0),
        ("-0", 0.0),
        ("42", 42.0),
        ("+42", 42.0),
        ("-42", -42.0),
        ("010", 10.0),
        ("08", 8.0),
        ("1_000", 1000.0),
        ("1_000_000.5", 1_000_000.5),
        ("1e3", 1000.0),
        ("1E3", 1000.0),
        ("1.5e-3", 0.0015),
        ("-2e+2", -200.0),
        (".5", 0.5),
        ("-.5", -0.5),
        ("5.", 5.0),
        ("2024.10", 2024.1),
        (" 7 ", 7.0),
        ("1e100", 1e100),
        ("1234567890" * 4, float("1234567890" * 4)),
    ],
)
def test_a_plain_number_is_read_as_a_person_reads_it(text: str, number: float) -> None:
    assert read_number(text) == number


NOT_PLAIN = ("is not a plain number", None)
NO_RESULT = ("is no number that a result can have", None)
OTHER_BASE = ("is a number of another base to YAML", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12:30", ("is a time or a sexagesimal number to YAML", None)),
        ("1:30:00", ("is a time or a sexagesimal number to YAML", None)),
        ("NaN", NO_RESULT),
        (".nan", NO_RESULT),
        ("inf", NO_RESULT),
        ("-.INF", NO_RESULT),
        ("+Infinity", NO_RESULT),
        ("1e999", ("is too large for any result", None)),
        ("-1e101", ("is too large for any result", None)),
        ("9" * 41, ("has more than 40 digits", None)),
        ("0." + "1" * 40, ("has more than 40 digits", None)),
        ("1" * 5000, ("has more than 40 digits", None)),
        ("1,000", ("has commas in it", "1000")),
        ("-12,500,000.75", ("has commas in it", "-12500000.75")),
        ("1,5", ("has a decimal comma", "1.5")),
        ("-0,25", ("has a decimal comma", "-0.25")),
        ("0x1F", OTHER_BASE),
        ("0o17", OTHER_BASE),
        ("-0b11", OTHER_BASE),
        ("1_00", NOT_PLAIN),
        ("1__000", NOT_PLAIN),
        ("_1", NOT_PLAIN),
        ("1000_", NOT_PLAIN),
        ("1 000", NOT_PLAIN),
        ("1.000,5", NOT_PLAIN),
        ("1.2.3", NOT_PLAIN),
        ("--5", NOT_PLAIN),
        ("+", NOT_PLAIN),
        (".", NOT_PLAIN),
        ("", NOT_PLAIN),
        ("1e", NOT_PLAIN),
        ("e5", NOT_PLAIN),
        ("-e5", NOT_PLAIN),
        ("1e3.5", NOT_PLAIN),
        ("١٢", NOT_PLAIN),
        ("½", NOT_PLAIN),
        ("$5", ("is more than a number", "5; what is counted belongs in unit")),
        ("5k", NOT_PLAIN),
        ("five", NOT_PLAIN),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_anything_else_is_refused_with_the_reason(
    text: str, reason: tuple[str, str | None]
) -> None:
    assert refusal(text) == reason


@pytest.mark.parametrize("text", ["1e-999", "-1e-400"])
def test_a_number_too_small_to_hold_is_refused_and_never_read_as_zero(text: str) -> None:
    with pytest.raises(NumberError):
        read_number(text)


@pytest.mark.parametrize("text", ["0e-999", "0.000"])
def test_a_written_zero_is_zero(text: str) -> None:
    assert read_number(text) == 0


@pytest.mark.parametrize(("text", "number"), [("96%", 96.0), ("96 %", 96.0), ("-1.5%", -1.5)])
def test_a_percent_may_carry_its_sign(text: str, number: float) -> None:
    assert read_number(text, percent=True) == number


def test_a_percent_may_go_without_its_sign() -> None:
    assert read_number("96", percent=True) == 96


def test_a_percent_sign_elsewhere_is_refused_with_the_number() -> None:
    assert refusal("96%") == ("has a percent sign, but the unit is not percent", "96")


@pytest.mark.parametrize("text", ["%", "%96", "96%%", "9%6"])
def test_a_misplaced_percent_sign_is_refused(text: str) -> None:
    assert refusal(text, percent=True) == NOT_PLAIN


@pytest.mark.parametrize(
    ("text", "share"), [("45%", 0.45), ("100 %", 1.0), ("0%", 0.0), ("112.5%", 1.125)]
)
def test_a_percentage_is_a_share_of_one(text: str, share: float) -> None:
    assert read_percentage(text) == share


def test_a_percentage_must_carry_its_sign() -> None:
    with pytest.raises(NumberError, match="is not written as a percentage") as raised:
        read_percentage("45")
    assert raised.value.suggestion == "45%"


@given(st.floats(-1e100, 1e100))
def test_every_number_that_python_prints_is_read_back_unchanged(number: float) -> None:
    assert read_number(repr(number)) == number


@given(st.text("0123456789+-._eE,:%nainfx ", max_size=12))
def test_no_text_is_read_as_something_that_is_no_finite_number(text: str) -> None:
    try:
        number = read_number(text, percent=True)
    except NumberError:
        return
    assert abs(number) <= 1e100


@pytest.mark.parametrize(
    ("written", "value"),
    [("1_000", 1000.0), ("010", 10.0), ("1e3", 1000.0), (".5", 0.5), ('"12"', 12.0)],
)
def test_an_actual_in_a_file_is_the_number_that_stands_there(written: str, value: float) -> None:
    score = score_of(f"target: 1, actuals: {{2026-09: {written}}}")
    assert score.reading.value == value


@pytest.mark.parametrize("written", ["12:30", ".nan", "-.inf", "1e999", '"1,5"', "0x1F", "5%"])
def test_a_number_in_a_file_that_is_none_is_an_error_and_no_value(written: str) -> None:
    text = f"target: 1, red: 0, actuals: {{2026-09: {written}}}"
    errors = [
        finding.code
        for finding in findings_of(kpi_scorecard(text))
        if finding.severity.value == "error"
    ]
    assert errors == ["BSC108"]
    assert score_of(text).reading.value is None


def test_an_exponent_without_digits_before_it_is_no_number_in_a_file() -> None:
    text = "target: 1, red: 0, actuals: {2026-09: e5}"
    errors = [
        finding.code
        for finding in findings_of(kpi_scorecard(text))
        if finding.severity.value == "error"
    ]
    assert errors == ["BSC103"]
    assert score_of(text).reading.value is None
