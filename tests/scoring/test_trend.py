"""Trends: a period against the one before it, in its own sense of better."""

from __future__ import annotations

from datetime import date

import pytest

from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Trend
from tests.builders import AS_OF, analysis_of, score_of

IMPROVING, STEADY, WORSENING = Trend.IMPROVING, Trend.STEADY, Trend.WORSENING
UNKNOWN = Trend.UNKNOWN


def trend_of(kpi: str, period: str = "2026-09", as_of: date = AS_OF) -> Trend:
    """How the one KPI of a scorecard moved."""
    return score_of(kpi, period=period, as_of=as_of).trend


@pytest.mark.parametrize(
    ("better", "before", "now", "trend"),
    [
        ("higher", 5, 6, IMPROVING),
        ("higher", 6, 5, WORSENING),
        ("higher", 5, 5, STEADY),
        ("lower", 5, 6, WORSENING),
        ("lower", 6, 5, IMPROVING),
        ("lower", -5, -6, IMPROVING),
    ],
)
def test_a_value_is_compared_with_the_one_before_in_the_kpis_sense(
    better: str, before: int, now: int, trend: Trend
) -> None:
    assert trend_of(f"better: {better}, actuals: {{2026-08: {before}, 2026-09: {now}}}") is trend


@pytest.mark.parametrize(
    ("unit", "better", "before", "now", "trend"),
    [
        ("yes/no", "higher", "no", "yes", IMPROVING),
        ("yes/no", "lower", "no", "yes", WORSENING),
        ("yes/no", "higher", "yes", "yes", STEADY),
        ("red/amber/green", "higher", "green", "amber", WORSENING),
    ],
)
def test_words_have_a_trend_too(
    unit: str, better: str, before: str, now: str, trend: Trend
) -> None:
    kpi = f"unit: {unit}, better: {better}, actuals: {{2026-08: {before}, 2026-09: {now}}}"
    assert trend_of(kpi) is trend


@pytest.mark.parametrize(
    "actuals",
    [
        "{2026-09: 5}",
        "{2026-08: 5}",
        "{2026-07: 5, 2026-09: 6}",
        "{2026-08: n/a, 2026-09: 6}",
        "{2026-08: 5, 2026-09: n/a}",
        "{}",
    ],
)
def test_a_trend_is_unknown_if_either_value_is_missing(actuals: str) -> None:
    assert trend_of(f"actuals: {actuals}") is UNKNOWN


@pytest.mark.parametrize(
    ("decimals", "before", "now", "trend"),
    [
        ("decimals: 0,", 5.1, 5.4, STEADY),
        ("decimals: 0,", 5.4, 5.6, IMPROVING),
        ("decimals: 1,", 5.11, 5.14, STEADY),
        ("decimals: 2,", 5.11, 5.14, IMPROVING),
        ("decimals: 6,", 5.000001, 5.000002, IMPROVING),
        ("", 5.1, 5.4, IMPROVING),
        ("", 5.111, 5.112, STEADY),
        ("decimals: 0,", -0.2, 0.2, STEADY),
    ],
)
def test_values_that_look_the_same_with_the_kpis_decimals_are_steady(
    decimals: str, before: float, now: float, trend: Trend
) -> None:
    assert trend_of(f"{decimals} actuals: {{2026-08: {before}, 2026-09: {now}}}") is trend


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        (70, 65, IMPROVING),
        (65, 70, WORSENING),
        (30, 35, IMPROVING),
        (35, 30, WORSENING),
        (35, 65, STEADY),
        (42, 58, STEADY),
        (40, 50, STEADY),
        (30, 61, IMPROVING),
        (61, 45, IMPROVING),
    ],
)
def test_within_compares_the_distance_outside_the_range(
    before: int, now: int, trend: Trend
) -> None:
    kpi = (
        "better: within, target: {from: 40, to: 60}, "
        f"actuals: {{2026-08: {before}, 2026-09: {now}}}"
    )
    assert trend_of(kpi) is trend


def test_within_measures_each_value_by_the_range_of_its_own_period() -> None:
    kpi = (
        "better: within, "
        "target: {2026-08: {from: 40, to: 60}, 2026-09: {from: 50, to: 70}}, "
        "actuals: {2026-08: 65, 2026-09: 65}"
    )
    assert trend_of(kpi) is IMPROVING


def test_within_no_known_range_has_no_trend() -> None:
    assert trend_of("better: within, actuals: {2026-08: 65, 2026-09: 60}") is UNKNOWN


@pytest.mark.parametrize(
    ("aggregate", "trend"), [("sum", IMPROVING), ("max", WORSENING), ("last", WORSENING)]
)
def test_longer_periods_compare_their_combined_values(aggregate: str, trend: Trend) -> None:
    kpi = (
        f"aggregate: {aggregate}, actuals: {{2026-04: 1, 2026-05: 1, 2026-06: 9, "
        "2026-07: 5, 2026-08: 5, 2026-09: 5}"
    )
    assert trend_of(kpi, "2026-Q3") is trend


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        ("2026-04: 4, 2026-05: 4, 2026-06: 90", "2026-07: 5, 2026-08: 5", IMPROVING),
        ("2026-04: 6, 2026-05: 6, 2026-06: 0", "2026-07: 5, 2026-08: 5", WORSENING),
        ("2026-04: 5, 2026-05: 5, 2026-06: 90", "2026-07: 5, 2026-08: 5", STEADY),
        ("2026-04: 4, 2026-05: 90, 2026-06: 90", "2026-07: 5", IMPROVING),
        ("2026-05: 4, 2026-06: 4", "2026-07: 5, 2026-08: 5", UNKNOWN),
        ("2026-04: 4, 2026-05: 4", "2026-07: 5, 2026-08: 5", IMPROVING),
    ],
)
def test_a_value_to_date_is_compared_with_the_same_first_periods_of_the_one_before(
    before: str, now: str, trend: Trend
) -> None:
    kpi = f"aggregate: sum, actuals: {{{before}, {now}}}"
    assert trend_of(kpi, "2026-Q3") is trend


def test_the_as_of_day_makes_a_value_to_date() -> None:
    kpi = (
        "aggregate: sum, actuals: {2026-04: 4, 2026-05: 4, 2026-06: 90, "
        "2026-07: 5, 2026-08: 5, 2026-09: 0}"
    )
    assert trend_of(kpi, "2026-Q3", date(2026, 8, 31)) is IMPROVING
    assert trend_of(kpi, "2026-Q3", date(2026, 9, 30)) is WORSENING


@pytest.mark.parametrize(
    ("actuals", "trend"),
    [
        ("{2024: 5, 2025: 6}", IMPROVING),
        ("{2023: 5, 2025: 4}", WORSENING),
        ("{2024: 5, 2025: 6, 2026: 1}", IMPROVING),
        ("{2025: 6}", UNKNOWN),
    ],
)
def test_a_standing_value_is_compared_with_the_value_before_it(actuals: str, trend: Trend) -> None:
    assert trend_of(f"frequency: yearly, actuals: {actuals}", "2026-Q3") is trend


def scores_of(before: float | None, now: float | None) -> ScorecardScore:
    """A scorecard whose one KPI has these scores in August and in September."""
    values = {"2026-08": before, "2026-09": now}
    actuals = ", ".join(f"{key}: {3 * score}" for key, score in values.items() if score is not None)
    text = f"""\
        bsc: 1
        name: Test
        objectives:
          o:
            name: Do it
            perspective: financial
            kpis: {{k: {{name: K, decimals: 6, target: 20, red: 10, actuals: {{{actuals}}}}}}}
        """
    return analysis_of(text, "2026-09").scores[0]


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        (5, 6, IMPROVING),
        (6, 5, WORSENING),
        (5, 5, STEADY),
        (5, 5.04, STEADY),
        (5, 4.96, STEADY),
        (5, 5.06, IMPROVING),
        (5, 4.94, WORSENING),
        (None, 5, UNKNOWN),
        (5, None, UNKNOWN),
    ],
)
def test_objective_perspective_and_scorecard_compare_scores(
    before: float | None, now: float | None, trend: Trend
) -> None:
    scores = scores_of(before, now)
    parts = (scores.objectives[0], scores.perspectives[0], scores)
    assert [part.trend for part in parts] == [trend, trend, trend]


def test_a_score_that_a_new_target_lowers_worsens_while_its_value_improves() -> None:
    analysis = analysis_of(
        """\
        bsc: 1
        name: Test
        objectives:
          o:
            name: Do it
            perspective: financial
            kpis:
              k:
                name: K
                target: {2026-08: 20, 2026-09: 40}
                red: {2026-08: 10, 2026-09: 30}
                actuals: {2026-08: 20, 2026-09: 30}
        """,
        "2026-09",
    )
    objective = analysis.scores[0].objectives[0]
    assert (objective.kpis[0].trend, objective.trend) == (IMPROVING, WORSENING)
