"""Signals in words: what they say, and when colour and trend have said it already."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bscli.scoring.kpi_score import KpiScore
from bscli.views.signals import NOISE, news_of, signals_text, usual_words
from tests.builders import analysis_of, kpi_scorecard
from tests.commands import bsc

USUAL = [10, 11] * 6
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)][:33]


def scored(values: Sequence[float], kpi: str = "target: 10, red: 5") -> KpiScore:
    """A KPI whose last value is that of September 2026, compared with the period before."""
    months = MONTHS[-len(values) :]
    stated = ", ".join(f"{month}: {value}" for month, value in zip(months, values, strict=True))
    return analysis_of(kpi_scorecard(f"{kpi}, actuals: {{{stated}}}")).scores[0].kpis[0]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([*USUAL, 30], "signal: 2026-09 above its usual range (improving)"),
        ([*USUAL, -9], "signal: 2026-09 below its usual range (worsening)"),
        (
            [*USUAL, *USUAL, 40, 10, 40],
            "signal: 2026-07 and 2026-09 above its usual range (improving)",
        ),
        (
            [*USUAL, *USUAL, 60, 60, 60],
            "signal: 3 values above its usual range (improving)",
        ),
        (
            [5, -5] * 6 + [1, 2] * 4,
            "signal: eight or more in a row above its mean (improving)",
        ),
        (USUAL, ""),
        ([1, 2, 99], ""),
    ],
)
def test_the_plainest_rule_is_told_with_its_periods(values: list[float], text: str) -> None:
    assert signals_text(scored(values)) == text


def test_both_sides_are_told() -> None:
    text = signals_text(scored([*USUAL, *USUAL, 40, 10, -20]))
    assert text == (
        "signal: 2026-07 above its usual range (improving); "
        "2026-09 below its usual range (worsening)"
    )


def test_a_run_is_told_while_the_latest_value_belongs_to_it() -> None:
    run = [5, -5] * 6 + [1, 2] * 4
    assert [each.rule.value for each in scored([*run, -9]).signals] == ["run-of-eight"]
    assert signals_text(scored([*run, 1])) == (
        "signal: eight or more in a row above its mean (improving)"
    )
    fallen = scored([*run, -40])
    assert len(fallen.signals) > 1
    assert signals_text(fallen) == "signal: 2026-09 below its usual range (worsening)"


def test_within_a_range_neither_is_said() -> None:
    score = scored([*USUAL, 30], "better: within, target: {from: 0, to: 50}")
    assert signals_text(score) == "signal: 2026-09 above its usual range"


def test_a_signal_for_the_better_is_no_news_where_the_trend_says_so() -> None:
    assert news_of(scored([*USUAL, 30])) == ""
    assert news_of(scored([*USUAL, 30], "better: lower, target: 10, red: 20")) == (
        "signal: 2026-09 above its usual range (worsening)"
    )
    assert news_of(scored([*USUAL, -9])) == "signal: 2026-09 below its usual range (worsening)"


def test_noise_is_news_of_a_red_only() -> None:
    assert news_of(scored(USUAL, "target: 20, red: 15")) == NOISE
    assert news_of(scored(USUAL)) == ""


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (USUAL, "Usual range 7.8 to 13.2, mean 10.5"),
        ([100, 200] * 6, "Usual range -116 to 416, mean 150"),
        ([1.5, 2.5] * 4, "Usual range -0.7 to 4.7 (trial limits), mean 2.0"),
        ([7] * 12, "Always 7"),
    ],
)
def test_the_usual_range_has_as_many_decimals_as_it_takes(values: list[float], text: str) -> None:
    score = scored(values)
    assert score.xmr is not None
    assert usual_words(score.kpi, score.xmr) == text


def test_the_table_marks_signals_and_says_what_is_news() -> None:
    def table(value: int) -> list[str]:
        months = zip(MONTHS[-13:], [*USUAL, value], strict=True)
        stated = ", ".join(f"{month}: {value}" for month, value in months)
        card = kpi_scorecard(f"target: 10, red: 5, actuals: {{{stated}}}")
        day = ("--as-of", "2026-10-15", "--period", "2026-Q3", "-q")
        return bsc("status", "-", *day, stdin=card).out.splitlines()

    improving, worsening, usual = table(30), table(-9), table(10)
    legend = "◎ signal: values that chance alone hardly explains; bsc show ID draws them"
    assert [legend in lines for lines in (improving, worsening, usual)] == [True, True, False]
    assert any(line.startswith("   K ") and "↗ improving ◎" in line for line in improving)
    assert any(line.startswith("   K ") and "↘ worsening ◎" in line for line in worsening)
    assert not any(line.startswith("   signal:") for line in improving)
    assert "   signal: 2026-09 below its usual range (worsening)" in worsening
