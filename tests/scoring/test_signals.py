"""Signals: limits and rules, against published worked examples and by laws of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.signal_sense import sense_of
from bscli.scoring.signals import Xmr
from bscli.scoring.status import Status
from tests.builders import score_of

MONTHS = tuple(f"{year}-{month:02}" for year in range(2023, 2027) for month in range(1, 13))
LAST = MONTHS.index("2026-09")


def scored(values: Sequence[float], kpi: str = "", period: str = "2026-Q3") -> KpiScore:
    """How a KPI stands whose last value is that of September 2026."""
    months = MONTHS[LAST + 1 - len(values) : LAST + 1]
    stated = ", ".join(
        f"{month}: {float(value)!r}" for month, value in zip(months, values, strict=True)
    )
    return score_of(f"{kpi + ', ' if kpi else ''}actuals: {{{stated}}}", period=period)


def xmr(values: Sequence[float], kpi: str = "") -> Xmr:
    found = scored(values, kpi).xmr
    assert found is not None
    return found


def signals(values: Sequence[float], kpi: str = "") -> list[tuple[int, str, bool]]:
    """The place of each signal, counted from the first value, its rule, and whether it is above."""
    first = LAST + 1 - len(values)
    return [
        (MONTHS.index(each.period.name) - first, each.rule.value, each.is_above)
        for each in xmr(values, kpi).signals
    ]


# fmt: off
PUBLISHED: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    # NIST/SEMATECH, e-Handbook of Statistical Methods (2012), 6.3.2.2: flowrate of ten batches.
    "nist-flowrate": (
        (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1),
        (50.81, 1.8778, 45.8159, 55.8041),
    ),
    # Montgomery, Introduction to Statistical Quality Control, 4th edition (2001), page 242:
    # viscosity of fifteen batches of aircraft primer paint.
    "montgomery-viscosity": (
        (33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00,
         33.54, 33.12, 33.84),
        (33.52, 0.48, 32.24, 34.80),
    ),
    # Montgomery, the same, 6th edition (2009), example 6.5: cost of a loan in twenty weeks.
    "montgomery-loans": (
        (310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306,
         301, 304),
        (300.5, 7.79, 279.78, 321.22),
    ),
}
# fmt: on


@pytest.mark.parametrize(("values", "stated"), PUBLISHED.values(), ids=PUBLISHED)
def test_limits_are_those_of_published_examples_in_which_nothing_is_outside(
    values: tuple[float, ...], stated: tuple[float, ...]
) -> None:
    found = xmr(values)
    limits = (found.centre, found.mean_moving_range, found.lower, found.upper)
    # The books divide by 1.128 where the rule multiplies by 2.66, and round on the way.
    assert limits == pytest.approx(stated, rel=3e-4, abs=6e-3)
    assert [each for each in found.signals if each.rule == "outside-limits"] == []


def test_six_values_have_limits() -> None:
    """Wheeler, Understanding Variation (1993), figure 6.7: trade deficits, second half of 1988."""
    found = xmr([10.5, 11.2, 9.2, 10.1, 10.4, 10.5])
    limits = (found.centre, found.mean_moving_range, found.lower, found.upper)
    assert limits == pytest.approx((10.3167, 0.8, 8.1887, 12.4447), abs=1e-4)
    assert (found.signals, found.points, found.is_trial) == ((), 6, True)


def test_five_values_have_none() -> None:
    assert scored([1.0, 2.0, 1.0, 2.0, 9.0]).xmr is None


def test_limits_of_twelve_values_are_no_longer_on_trial() -> None:
    assert [xmr([1.0, 2.0] * half).is_trial for half in (3, 6)] == [True, False]


def of_rule(rule: str, values: Sequence[float]) -> list[tuple[int, bool]]:
    return [(place, is_above) for place, found, is_above in signals(values) if found == rule]


def test_a_value_outside_the_limits_is_a_signal() -> None:
    usual = [10, 11] * 6
    assert of_rule("outside-limits", [*usual, 20]) == [(12, True)]
    assert of_rule("outside-limits", [*usual, 1]) == [(12, False)]
    assert of_rule("outside-limits", [*usual, 12]) == []


def test_every_value_from_the_eighth_in_a_row_on_is_a_signal() -> None:
    wide = [5, -5, 5, -5, 5, -5, 5, -5, 5, -5]
    run = [1, 2] * 5
    assert of_rule("run-of-eight", [*wide, *run]) == [(17, True), (18, True), (19, True)]


def test_seven_in_a_row_are_none() -> None:
    assert signals([5, -5] * 5 + [1, 2, 1, 2, 1, 2, 1, -9]) == []


def test_a_value_on_the_centre_line_ends_a_run() -> None:
    values = [3, -3] * 5 + [1, 1, 1, 1, 0, 1, 1, 1, 1] + [-1] * 4 + [0, -1, -1, -1, -1]
    assert xmr(values).centre == 0
    assert of_rule("run-of-eight", values) == []


def test_three_of_four_near_the_same_limit_are_a_signal_at_the_third() -> None:
    usual = [4, -4] * 8
    assert of_rule("three-of-four", [*usual, 16, 3, 16, 16, -9, -5]) == [(19, True)]
    assert of_rule("three-of-four", [*usual, 16, 3, 16, -16, -9, -5]) == []


def test_the_last_of_the_four_is_one_of_the_three() -> None:
    assert of_rule("three-of-four", [*[4, -4] * 8, 16, 16, 16, 3, -9, -5, -9]) == [(18, True)]


def test_equal_values_have_no_signals() -> None:
    assert xmr([0.1 + 0.2] * 20).signals == ()
    assert signals([0.1, 0.1, 0.1, 0.1, 0.3 - 0.2, 0.1, 0.1, 0.1, 0.1, 0.1]) == []


def test_missing_values_and_those_marked_na_are_passed_over() -> None:
    stated = "2026-01: 1, 2026-02: n/a, 2026-03: 2, 2026-05: 1, 2026-06: 2, 2026-07: 1, 2026-09: 3"
    found = score_of(f"actuals: {{{stated}}}").xmr
    assert found is not None
    assert (found.points, found.mean_moving_range) == (6, 6 / 5)


def test_only_what_had_ended_by_the_day_and_the_end_of_the_period_counts() -> None:
    values = [1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 99.0]
    assert scored(values, period="2026-Q2").xmr == xmr_until_june()
    months = MONTHS[LAST - 8 : LAST + 1]
    stated = ", ".join(f"{month}: {value}" for month, value in zip(months, values, strict=True))
    early = score_of(f"actuals: {{{stated}}}", as_of=date(2026, 6, 30)).xmr
    assert early == xmr_until_june()


def xmr_until_june() -> Xmr | None:
    months = MONTHS[36:42]
    stated = ", ".join(f"{month}: {place % 2 + 1}" for place, month in enumerate(months))
    return score_of(f"actuals: {{{stated}}}", period="2026-Q2").xmr


def test_percentages_are_held_to_what_a_share_can_be() -> None:
    high = xmr([99, 95, 100, 96, 100, 97], "unit: percent")
    assert (high.upper, high.lower > 0) == (100.0, True)
    low = xmr([1, 5, 0, 4, 0, 3], "unit: percent")
    assert (low.lower, low.upper < 100) == (0.0, True)


def test_a_percentage_that_once_left_the_range_of_shares_is_not_held() -> None:
    growth = xmr([3, -1, 4, 0, 5, 1], "unit: percent")
    assert growth.lower < 0
    assert xmr([1, 5, 0, 4, 0, 3]).lower < 0


def test_near_a_limit_is_meant_of_the_limit_before_it_was_held() -> None:
    values = [100, 92, 100, 92, 99, 99, 92, 99, 93, 97, 92, 99]
    assert signals(values, "unit: percent") == signals(values)


def test_words_have_no_signals() -> None:
    words = ", ".join(f"{month}: yes" for month in MONTHS)
    assert score_of(f"unit: yes/no, actuals: {{{words}}}").xmr is None


BEFORE = [10.0, 11.0, 10.0, 11.0, 10.0, 11.0, 10.0, 11.0]
AFTER = [50.0, 52.0, 50.0, 52.0, 50.0, 52.0]


@pytest.mark.parametrize(
    ("change", "since"), [("2026-04", "2026-04"), ("2026-Q2", "2026-04"), ("2026", "2026-01")]
)
def test_a_change_of_the_process_starts_anew_with_its_first_day(change: str, since: str) -> None:
    found = xmr([*BEFORE, *AFTER], f"changed: {{{change}: New way}}")
    assert (found.since.name, found.points) == (since, LAST + 1 - MONTHS.index(since))


def test_a_week_belongs_to_the_month_of_its_thursday_when_that_month_changes() -> None:
    weeks = ", ".join(f"2026-W{week:02}: {week % 2}" for week in range(20, 40))
    found = score_of(f"frequency: weekly, changed: {{2026-07: New}}, actuals: {{{weeks}}}").xmr
    assert found is not None
    assert found.since.name == "2026-W27"


def test_a_change_that_lies_ahead_changes_nothing() -> None:
    values = [*BEFORE, *AFTER]
    assert xmr(values, "changed: {2026-11: Later}") == xmr(values)


def test_the_latest_of_several_changes_counts() -> None:
    found = xmr([*BEFORE, *AFTER], "changed: {2026-04: Second, 2025-09: First}")
    assert (found.points, found.since.name) == (6, "2026-04")


def test_too_few_values_since_a_change_have_no_limits() -> None:
    assert scored([*BEFORE, *AFTER], "changed: {2026-05: New way}").xmr is None


def test_a_period_has_the_signals_in_it() -> None:
    values = [10.0, 11.0] * 6 + [30.0, 10.0, 11.0, 10.0]
    assert [(each.period.name, each.rule.value) for each in scored(values).signals] == []
    assert [
        (each.period.name, each.rule.value) for each in scored(values, period="2026-06").signals
    ] == [("2026-06", "outside-limits")]


def test_a_value_that_stands_has_the_signals_of_its_own_period() -> None:
    years = ", ".join(f"{2015 + place}: {value}" for place, value in enumerate([1, 2] * 5))
    score = score_of(f"frequency: yearly, actuals: {{{years}, 2025: 30}}")
    assert [(each.period.name, each.rule.value) for each in score.signals] == [
        ("2025", "outside-limits")
    ]


def test_red_without_a_signal_is_noise() -> None:
    usual = [10.0, 11.0] * 6
    assert scored(usual, "target: 20, red: 15").is_noise
    assert not scored(usual, "target: 10, red: 5").is_noise
    fallen = scored([*usual, 1.0], "target: 10, red: 5")
    assert (fallen.status, fallen.is_noise) == (Status.RED, False)


def test_red_with_too_few_values_is_not_called_noise() -> None:
    assert not scored([10.0, 11.0], "target: 20, red: 15").is_noise


@pytest.mark.parametrize(
    ("kpi", "last", "sense"),
    [
        ("better: higher", 40.0, "improving"),
        ("better: lower", 40.0, "worsening"),
        ("better: higher", -40.0, "worsening"),
        ("better: within, target: {from: 30, to: 50}", 40.0, "improving"),
        ("better: within, target: {from: 5, to: 20}", 40.0, "worsening"),
        ("better: within, target: {from: 5, to: 50}", 40.0, "steady"),
        ("better: within", 40.0, "unknown"),
    ],
)
def test_a_signal_is_good_or_bad_in_the_sense_of_the_kpi(kpi: str, last: float, sense: str) -> None:
    score = scored([*[10.0, 11.0] * 6, last], kpi)
    assert sense_of(score, score.signals[-1]).value == sense


whole = st.lists(st.integers(-1000, 1000).map(float), min_size=6, max_size=40)


@given(whole, st.sampled_from([0.25, 0.5, 2.0, 1024.0]), st.integers(-500, 500))
def test_neither_the_unit_nor_the_zero_of_a_scale_matters(
    values: Sequence[float], factor: float, zero: int
) -> None:
    assert signals([value * factor for value in values]) == signals(values)
    assert signals([value + zero for value in values]) == signals(values)


@given(whole)
def test_a_mirrored_history_has_the_same_signals_on_the_other_side(values: Sequence[float]) -> None:
    mirrored = [(place, rule, not is_above) for place, rule, is_above in signals(values)]
    assert signals([-value for value in values]) == mirrored


@given(whole, st.lists(st.integers(-1000, 1000).map(float), max_size=5))
def test_what_came_before_a_change_does_not_matter(
    values: Sequence[float], old: Sequence[float]
) -> None:
    start = MONTHS[LAST + 1 - len(values)]
    kpi = f"changed: {{{start}: New way}}"
    assert xmr([*old, *values][-45:], kpi) == xmr(values, kpi)
