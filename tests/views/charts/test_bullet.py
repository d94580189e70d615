"""Bullet graphs: further right is better, and the value lies in the band of its colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.scoring.status import Status
from bscli.views.charts.bullet import Bullet, bullet_of
from tests.builders import score_of
from tests.views.charts.charted import bullet

THIRDS = (
    (Status.RED, 0.0, 0.333),
    (Status.AMBER, 0.333, 0.667),
    (Status.GREEN, 0.667, 1.0),
)
TOLERANCE = 1e-6

amounts = st.floats(-1e6, 1e6, allow_subnormal=False) | st.integers(-100, 100).map(float)
extreme = st.floats(-1e99, 1e99, allow_subnormal=False)
whole = st.integers(-1000, 1000)
widths = st.integers(1, 500)


@st.composite
def one_way(draw: st.DrawFn) -> tuple[str, int]:
    """A yardstick with a direction, and the sign of that direction."""
    better, sign = draw(st.sampled_from([("higher", 1), ("lower", -1)]))
    goal, width = draw(whole), draw(widths)
    start = goal - sign * width
    edges = draw(
        st.sampled_from(
            [
                f"target: {goal}, red: {start}",
                f"target: {goal}, baseline: {start}",
                f"target: {goal}",
                f"target: {goal}, red: {start}, worst: {start - sign * 7}",
                f"target: {goal}, red: {start}, best: {goal + sign * 7}",
                f"target: {goal}, red: {goal}",
                f"target: {width}, scoring: {{by: ratio, red: 90%, green: 110%}}",
                f"target: {goal}, baseline: {start}, scoring: {{by: progress}}",
                f"target: {goal}, baseline: {start}, "
                "scoring: {by: progress, red: 75%, green: 90%}",
            ]
        )
    )
    return f"{edges}, better: {better}", sign


@st.composite
def within(draw: st.DrawFn) -> str:
    low, width = draw(whole), draw(st.integers(0, 500))
    below, above = draw(st.integers(0, 100)), draw(st.integers(0, 100))
    red = f"red: {{from: {low - below}, to: {low + width + above}}}, "
    stated = draw(st.sampled_from([red, ""]))
    return f"{stated}target: {{from: {low}, to: {low + width}}}, better: within"


yardsticks = one_way().map(lambda made: made[0]) | within()


def drawn(yardstick: str, value: float) -> Bullet:
    return bullet(f"{yardstick}, actuals: {{2026-09: {value!r}}}")


@given(one_way(), amounts, amounts)
def test_a_better_value_never_lies_further_left(
    made: tuple[str, int], one: float, other: float
) -> None:
    yardstick, sign = made
    worse, better = sorted((one, other), key=lambda value: sign * value)
    left, right = drawn(yardstick, worse), drawn(yardstick, better)
    assert left.value <= right.value + TOLERANCE


@given(yardsticks, amounts)
def test_the_value_lies_in_the_band_of_its_colour(yardstick: str, value: float) -> None:
    chart = drawn(yardstick, value)
    under = {
        band.status
        for band in chart.bands
        if band.start - TOLERANCE <= chart.value <= band.end + TOLERANCE
    }
    is_on_point = chart.value in chart.targets
    assert chart.status in under or is_on_point


@given(yardsticks, amounts | extreme)
def test_nothing_leaves_the_picture(yardstick: str, value: float) -> None:
    chart = drawn(yardstick, value)
    ends = [place for band in chart.bands for place in (band.start, band.end)]
    assert [place for place in (chart.value, *chart.targets, *ends) if not 0 <= place <= 1] == []
    assert ends == sorted(ends)
    assert (ends[0], ends[-1]) == (0.0, 1.0)


Placed = tuple[tuple[tuple[Status, float, float], ...], float, tuple[float, ...], bool]


def placed(chart: Bullet) -> Placed:
    """Bands, value, targets and whether the value is beyond; places in thousandths."""
    return (
        tuple((band.status, round(band.start, 3), round(band.end, 3)) for band in chart.bands),
        round(chart.value, 3),
        tuple(round(place, 3) for place in chart.targets),
        chart.is_beyond,
    )


@pytest.mark.parametrize(
    ("yardstick", "value", "place", "is_beyond"),
    [
        ("target: 700, red: 500", 300, 0.0, False),
        ("target: 700, red: 500", 299, 0.0, True),
        ("target: 700, red: 500", 600, 0.5, False),
        ("target: 700, red: 500", 900, 1.0, False),
        ("target: 700, red: 500", 1e90, 1.0, True),
        ("target: 500, red: 700, better: lower", 600, 0.5, False),
        ("target: 500, red: 700, better: lower", 400, 0.833, False),
        ("target: 500, red: 700, better: lower", 1e90, 0.0, True),
        ("target: -2, red: -4", -3, 0.5, False),
        ("target: 100, scoring: {by: ratio}", 95, 0.5, False),
        ("target: 100, better: lower, scoring: {by: ratio}", 105, 0.5, False),
    ],
)
def test_from_worst_on_the_left_to_best_on_the_right(
    yardstick: str, value: float, place: float, is_beyond: bool
) -> None:
    chart = drawn(yardstick, value)
    assert chart.origin == 0
    assert placed(chart) == (THIRDS, place, (0.667,), is_beyond)


def test_stated_ends_make_the_scale() -> None:
    chart = drawn("target: 95, red: 90, worst: 80, best: 100", 85)
    assert placed(chart) == (
        (
            (Status.RED, 0.0, 0.5),
            (Status.AMBER, 0.5, 0.75),
            (Status.GREEN, 0.75, 1.0),
        ),
        0.25,
        (0.75,),
        False,
    )


def test_a_range_runs_from_low_to_high_in_five_bands() -> None:
    chart = drawn("better: within, target: {from: 40, to: 60}, red: {from: 30, to: 70}", 50)
    assert chart.origin is None
    assert placed(chart) == (
        (
            (Status.RED, 0.0, 0.167),
            (Status.AMBER, 0.167, 0.333),
            (Status.GREEN, 0.333, 0.667),
            (Status.AMBER, 0.667, 0.833),
            (Status.RED, 0.833, 1.0),
        ),
        0.5,
        (0.333, 0.667),
        False,
    )


def test_without_a_sound_scale_value_and_target_are_seen_against_zero() -> None:
    plain = ((Status.UNSCORED, 0.0, 1.0),)
    chart = bullet("target: 10, red: 20, actuals: {2026-09: 5}")
    assert placed(chart) == (plain, 0.455, (0.909,), False)
    mirrored = bullet("target: 10, red: 5, better: lower, actuals: {2026-09: 5}")
    assert placed(mirrored) == (plain, 0.545, (0.091,), False)


@pytest.mark.parametrize(
    "kpi",
    [
        "unit: yes/no, actuals: {2026-09: yes}",
        "unit: red/amber/green, target: green, frequency: quarterly, actuals: {2026-Q3: red}",
        "target: 5",
        "target: 5, actuals: {2026-09: n/a}",
        "actuals: {2026-09: 5}",
    ],
)
def test_without_a_number_and_something_to_compare_it_with_there_is_none(kpi: str) -> None:
    assert bullet_of(score_of(kpi)) is None


@pytest.mark.parametrize(
    ("kpi", "text"),
    [
        (
            "unit: percent, decimals: 1, target: 96.5, red: 92, actuals: {2026-09: 96.7}",
            "K: 96.7%, target 96.5%, red below 92.0%: green",
        ),
        (
            "unit: minutes, better: lower, target: 38, red: 54, actuals: {2026-09: 41}",
            "K: 41 minutes, target 38, red above 54: amber",
        ),
        ("target: 5, baseline: 3, actuals: {2026-09: 3}", "K: 3, target 5, red at 3 or below: red"),
        (
            "target: 5, baseline: 9, better: lower, actuals: {2026-09: 9}",
            "K: 9, target 5, red at 9 or above: red",
        ),
        (
            "better: within, target: {from: 3, to: 6}, red: {from: 2, to: 8}, "
            "actuals: {2026-09: 9}",
            "K: 9, target 3–6, red outside 2–8: red",
        ),
        (
            "target: 85, baseline: 77, scoring: {by: progress}, actuals: {2026-09: 84}",
            "K: 84, target 85, red below 83: amber",
        ),
        (
            "target: 10, better: lower, scoring: {by: ratio}, actuals: {2026-09: 12}",
            "K: 12, target 10, red above 11: red",
        ),
        (
            "target: 10, scoring: {by: ratio}, actuals: {2026-09: 8}",
            "K: 8, target 10, red below 9: red",
        ),
        ("target: 10, red: 20, actuals: {2026-09: 5}", "K: 5, target 10"),
        (
            "target: 5, red: 4, decimals: 0, actuals: {2026-09: 4.99}",
            "K: 4.99, target 5, red below 4: amber",
        ),
    ],
)
def test_the_text_says_what_the_picture_shows(kpi: str, text: str) -> None:
    assert bullet(kpi).text == text
