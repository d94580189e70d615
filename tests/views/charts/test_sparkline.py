"""Sparklines: the last of a KPI's own periods, with every gap left open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.scoring.level_finder import LevelFinder
from bscli.scoring.levels import Amount
from bscli.scoring.reading import read_value_in
from bscli.scoring.status import Status
from bscli.views.charts.own_targets import targets_of
from bscli.views.charts.sparkline import Sparkline
from tests.builders import AS_OF, analysis_of, kpi_scorecard
from tests.views.charts.charted import sparkline, sparkline_or_none

MONTHS = tuple(f"2026-{month:02}" for month in range(1, 10))

amounts = (
    st.floats(-1e99, 1e99, allow_subnormal=False)
    | st.floats(-1e-90, 1e-90, allow_subnormal=False)
    | st.integers(-100, 100).map(float)
)


def test_values_and_targets_share_a_scale() -> None:
    assert sparkline(
        "target: {2026-Q2: 10, 2026-Q3: 20}, red: 5, "
        "actuals: {2026-06: 0, 2026-07: 20, 2026-09: 15}"
    ) == Sparkline(
        text="4 months from 2026-06 to 2026-09, 1 without a value: from 0 to 15, "
        "lowest 0 in 2026-06, highest 20 in 2026-07; target 20",
        status=Status.AMBER,
        first="2026-06",
        last="2026-09",
        lowest="0",
        highest="20",
        runs=(((0.0, 0.0), (1 / 3, 1.0)), ((1.0, 0.75),)),
        targets=(((0.0, 0.5), (0.5 / 3, 0.5), (0.5 / 3, 1.0), (1.0, 1.0)),),
        end=(1.0, 0.75),
    )


def test_a_range_has_two_lines() -> None:
    chart = sparkline(
        "better: within, target: {from: 2, to: 6}, actuals: {2026-08: 1, 2026-09: 11}"
    )
    assert chart.targets == (((0.0, 0.1), (1.0, 0.1)), ((0.0, 0.5), (1.0, 0.5)))


def test_words_stand_in_steps_at_places_of_their_own() -> None:
    chart = sparkline("unit: yes/no, actuals: {2026-07: yes, 2026-08: no, 2026-09: no}")
    assert chart.runs == (((0.0, 1.0), (0.25, 1.0), (0.25, 0.0), (1.0, 0.0)),)
    assert chart.text == "3 months from 2026-07 to 2026-09: yes, no (2 times)"
    steady = sparkline("unit: red/amber/green, actuals: {2026-08: amber, 2026-09: amber}")
    assert steady.runs == (((0.0, 0.5), (1.0, 0.5)),)


@given(st.lists(st.sampled_from(["3", "n/a", ""]), min_size=9, max_size=9))
def test_gaps_break_the_line_and_nothing_else_does(column: list[str]) -> None:
    stated = ", ".join(
        f"{month}: {text}" for month, text in zip(MONTHS, column, strict=True) if text
    )
    chart = sparkline_or_none(f"target: 3, actuals: {{{stated}}}")
    known = "".join("x" if text == "3" else " " for text in column)
    if known.count("x") < 2:
        assert chart is None
        return
    assert chart is not None
    assert [len(run) for run in chart.runs] == [len(run) for run in known.split()]
    shown = known.lstrip()
    assert chart.first == MONTHS[len(known) - len(shown)]
    assert chart.end[0] == (len(shown.rstrip()) - 1) / (len(shown) - 1)


@given(st.lists(amounts, min_size=2, max_size=9), amounts)
def test_nothing_leaves_the_picture(values: list[float], target: float) -> None:
    stated = ", ".join(
        f"{month}: {value!r}" for month, value in zip(reversed(MONTHS), values, strict=False)
    )
    chart = sparkline(f"target: {target!r}, actuals: {{{stated}}}")
    points = [point for line in (*chart.runs, *chart.targets, (chart.end,)) for point in line]
    assert [point for point in points if not (0 <= point[0] <= 1 and 0 <= point[1] <= 1)] == []


def test_fifteen_years_of_months_are_the_last_two() -> None:
    stated = ", ".join(
        f"{year}-{month:02}: {year + month / 100}"
        for year in range(2012, 2027)
        for month in range(1, 13)
        if (year, month) < (2026, 10)
    )
    chart = sparkline(f"actuals: {{{stated}}}")
    assert (chart.first, chart.last, len(chart.runs[0])) == ("2024-10", "2026-09", 24)
    assert chart.text == (
        "24 months from 2024-10 to 2026-09: from 2,024.10 to 2,026.09, "
        "lowest 2,024.10 in 2024-10, highest 2,026.09 in 2026-09; "
        "usual range 2,018.73 to 2,019.16, 24 signals, latest in 2026-09: above its usual range"
    )


def test_equal_values_lie_half_way_up() -> None:
    chart = sparkline("target: 5, actuals: {2026-07: 5, 2026-08: 5, 2026-09: 5}")
    assert chart.runs == (((0.0, 0.5), (0.5, 0.5), (1.0, 0.5)),)
    assert chart.text == "3 months from 2026-07 to 2026-09: always 5; target 5"


def test_what_comes_later_is_not_known_yet() -> None:
    kpi = "target: 5, actuals: {2026-05: 1, 2026-06: 2, 2026-07: 3, 2026-08: 4}"
    ended = sparkline(kpi, period="2026-Q2")
    assert (ended.last, ended.highest) == ("2026-06", "2")
    early = sparkline(kpi, as_of=date(2026, 8, 15))
    assert (early.last, early.highest) == ("2026-07", "3")


def test_a_value_that_is_missing_at_the_end_leaves_room_for_it() -> None:
    chart = sparkline("target: 5, actuals: {2026-07: 1, 2026-08: 4}")
    assert (chart.last, chart.end) == ("2026-09", (0.5, 0.75))


def test_a_week_belongs_to_the_period_of_its_thursday() -> None:
    kpi = "frequency: weekly, actuals: {2026-W30: 1, 2026-W31: 2, 2026-W39: 3, 2026-W40: 4}"
    assert sparkline(kpi, period="2026-07").last == "2026-W31"
    assert sparkline(kpi, period="2026-Q3").last == "2026-W39"


def test_the_target_of_a_sum_says_for_how_long() -> None:
    chart = sparkline("aggregate: sum, target: {2026: 24}, actuals: {2026-08: 1, 2026-09: 2}")
    assert chart.text.endswith("; target 2 a month")


def test_a_single_value_makes_no_line() -> None:
    assert sparkline_or_none("target: 5, actuals: {2026-09: 1}") is None


LEVELS = (
    *("2023", "2024", "2025", "2026", "2027", "2024-H2", "2026-H1"),
    *(f"{year}-Q{quarter}" for year in (2025, 2026) for quarter in range(1, 5)),
    *("2025-02", "2026-06", "2026-09"),
)


@st.composite
def kpis(draw: st.DrawFn) -> str:
    """A KPI with targets for some periods, and perhaps a dated baseline."""
    frequency = draw(st.sampled_from(["monthly", "quarterly", "weekly"]))
    allowed = [name for name in LEVELS if frequency != "quarterly" or len(name) != 7 or "Q" in name]
    names = draw(st.lists(st.sampled_from(allowed), unique=True, max_size=6))
    target = ", ".join(f"{name}: {draw(st.integers(1, 99))}" for name in names)
    baseline = draw(st.sampled_from(["", "baseline: {2023: 5},", "baseline: {2025-Q4: 5},"]))
    aggregate = draw(st.sampled_from(["sum", "mean", "last"]))
    return f"frequency: {frequency}, aggregate: {aggregate}, {baseline} target: {{{target}}}"


@given(kpis())
def test_looking_less_often_finds_the_same_targets(kpi: str) -> None:
    card = analysis_of(kpi_scorecard(kpi)).scores[0].scorecard
    own, calendar = card.objectives[0].kpis[0], card.fiscal_calendar
    last = calendar.last_ended(own.frequency, AS_OF)
    periods = tuple(calendar.before(last, steps) for steps in range(23, -1, -1))
    one_by_one: list[Amount | None] = []
    for period in periods:
        reading = read_value_in(own, period, AS_OF, calendar)
        level = LevelFinder(own, reading, calendar).target()
        one_by_one.append(level.amount if level else None)
    assert targets_of(own, calendar, periods) == tuple(one_by_one)


@pytest.mark.parametrize("kpi", ["actuals: {2026-08: 1, 2026-09: 2}", "target: 5"])
def test_without_targets_there_is_no_line_of_them(kpi: str) -> None:
    chart = sparkline_or_none(kpi)
    assert (chart.targets if chart else ()) == ()


def test_the_usual_range_is_a_band_and_signals_are_places_on_the_line() -> None:
    chart = sparkline(
        "changed: {2026-03: New way}, actuals: {2026-01: 20, 2026-02: 20, 2026-03: 4, 2026-04: 6, "
        "2026-05: 4, 2026-06: 6, 2026-07: 4, 2026-08: 6, 2026-09: 20}"
    )
    band = chart.band
    assert band is not None
    left, right = band
    assert (left, right[0]) == ((2 / 8, 0.0), 1.0)
    assert right[1] == pytest.approx((50 / 7 + 2.66 * 4 - 4) / 16)
    assert chart.signals == ((1.0, 1.0),)
    assert chart.text.endswith(
        "; usual range -3 to 18, 1 signal, latest in 2026-09: above its usual range"
    )


def test_without_six_values_there_is_no_band() -> None:
    chart = sparkline("actuals: {2026-05: 4, 2026-06: 6, 2026-07: 4, 2026-08: 6, 2026-09: 20}")
    assert (chart.band, chart.signals) == (None, ())


@given(st.lists(amounts, min_size=6, max_size=9))
def test_the_usual_range_stays_in_the_picture(values: list[float]) -> None:
    stated = ", ".join(
        f"{month}: {value!r}" for month, value in zip(reversed(MONTHS), values, strict=False)
    )
    chart = sparkline(f"actuals: {{{stated}}}")
    assert chart.band is not None
    points = (*chart.band, *chart.signals)
    assert [point for point in points if not (0 <= point[0] <= 1 and 0 <= point[1] <= 1)] == []
