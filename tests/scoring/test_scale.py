"""From a value and its edges to a score and a colour."""

from __future__ import annotations

import pytest

from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.status import Status
from tests.builders import analysis_of, codes_of, kpi_scorecard, score_of

GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED
ON_TARGET, ON_RED_LINE = 20 / 3, 10 / 3


def judged(kpi: str, value: object, settings: str = "") -> KpiScore:
    """How a KPI stands with one value."""
    return score_of(f"{kpi}, actuals: {{2026-09: {value}}}", settings)


def score_and_colour(kpi: str, value: object, settings: str = "") -> tuple[object, Status]:
    """The score, to nine decimals, and the colour of one value."""
    found = judged(kpi, value, settings)
    return None if found.score is None else round(found.score, 9), found.status


def scores(score: float | None, status: Status) -> tuple[object, Status]:
    """What ``score_and_colour`` gives for this."""
    return None if score is None else round(score, 9), status


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        ("target: 700, red: 500", 700, ON_TARGET, GREEN),
        ("target: 700, red: 500", 500, ON_RED_LINE, AMBER),
        ("target: 700, red: 500", 499.99, 3.3331666667, RED),
        ("target: 10, red: 20, better: lower", 10, ON_TARGET, GREEN),
        ("target: 10, red: 20, better: lower", 20, ON_RED_LINE, AMBER),
        ("target: 10, red: 20, better: lower", 20.03, 3.3233333333, RED),
    ],
)
def test_an_edge_belongs_to_the_better_colour(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        ("target: 700, baseline: 500", 500, ON_RED_LINE, RED),
        ("target: 700, baseline: 500", 600, 5, AMBER),
        ("target: 700, baseline: {2025: 500}", 500, ON_RED_LINE, RED),
        ("target: 10, baseline: 20, better: lower", 20, ON_RED_LINE, RED),
        ("target: 700, baseline: 500, red: 500", 500, ON_RED_LINE, AMBER),
        ("target: 700, baseline: 500, red: 600", 550, 5 / 3, RED),
    ],
)
def test_a_baseline_that_stands_in_for_the_red_line_is_itself_red(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


@pytest.mark.parametrize(
    ("kpi", "edge"),
    [
        ("target: 200", 180.0),
        ("target: -200", -220.0),
        ("target: 200, better: lower", 220.0),
        ("target: -200, better: lower", -180.0),
        ("target: 0", 0.0),
        ("target: 200, baseline: 200", 180.0),
        ("target: 200, baseline: 250", 180.0),
        ("target: 200, baseline: 150, better: lower", 220.0),
    ],
)
def test_without_a_red_line_or_a_worse_baseline_red_begins_ten_percent_away(
    kpi: str, edge: float
) -> None:
    assert judged(kpi, 1).red_edge == pytest.approx(edge)


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        ("target: 200", 180, ON_RED_LINE, AMBER),
        ("target: 200", 190, 5, AMBER),
        ("target: 200", 160, 0, RED),
        ("target: 200", 220, 10, GREEN),
        ("target: -200", -220, ON_RED_LINE, AMBER),
        ("target: -200", -210, 5, AMBER),
        ("target: -200", -180, 10, GREEN),
        ("target: -200, better: lower", -180, ON_RED_LINE, AMBER),
        ("target: -200, better: lower", -220, 10, GREEN),
    ],
)
def test_ten_percent_of_the_size_of_the_target_make_a_scale(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


def test_a_missing_red_line_is_told() -> None:
    without = codes_of(kpi_scorecard("target: {2026: 200}, actuals: {2026-09: 200}"))
    with_one = codes_of(kpi_scorecard("target: {2026: 200}, red: 1, actuals: {2026-09: 200}"))
    assert ("BSC306" in without, "BSC306" in with_one) == (True, False)


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        ("target: 0", 1, 10, GREEN),
        ("target: 0", 0, ON_TARGET, GREEN),
        ("target: 0", -1, 0, RED),
        ("target: 0, better: lower", -1, 10, GREEN),
        ("target: 0, better: lower", 0, ON_TARGET, GREEN),
        ("target: 0, better: lower", 1, 0, RED),
        ("target: 5, red: 5", 5.001, 10, GREEN),
        ("target: 5, red: 5", 5, ON_TARGET, GREEN),
        ("target: 5, red: 5", 4.999, 0, RED),
    ],
)
def test_edges_that_coincide_leave_better_on_target_and_worse(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


ENDS = "target: 700, red: 500, worst: 400, best: 1200"
LOWER_ENDS = "target: 10, red: 20, worst: 40, best: 6, better: lower"


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        (ENDS, 399, 0, RED),
        (ENDS, 400, 0, RED),
        (ENDS, 450, 5 / 3, RED),
        (ENDS, 500, ON_RED_LINE, AMBER),
        (ENDS, 600, 5, AMBER),
        (ENDS, 700, ON_TARGET, GREEN),
        (ENDS, 950, 25 / 3, GREEN),
        (ENDS, 1200, 10, GREEN),
        (ENDS, 1300, 10, GREEN),
        (LOWER_ENDS, 40, 0, RED),
        (LOWER_ENDS, 30, 5 / 3, RED),
        (LOWER_ENDS, 15, 5, AMBER),
        (LOWER_ENDS, 8, 25 / 3, GREEN),
        (LOWER_ENDS, 6, 10, GREEN),
        ("target: 700, red: 500, worst: 400", 900, 10, GREEN),
        ("target: 700, red: 500, best: 1200", 400, 5 / 3, RED),
    ],
)
def test_worst_and_best_move_the_ends_of_the_scale(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


@pytest.mark.parametrize(
    "kpi",
    [
        "target: 700, red: 800",
        "target: 10, red: 5, better: lower",
        "target: 700, red: 500, worst: 600",
        "target: 700, red: 500, best: 600",
        "target: 10, red: 20, worst: 15, better: lower",
        "target: 700, baseline: 700, scoring: {by: progress}",
        "target: 700, baseline: 800, scoring: {by: progress}",
        "target: 700, baseline: 600, better: lower, scoring: {by: progress}",
        "target: 700, scoring: {by: ratio, red: 100%, green: 90%}",
        "better: within, target: {from: 40, to: 60}, red: {from: 45, to: 70}",
        "better: within, target: {from: 40, to: 60}, red: {from: 30, to: 55}",
    ],
)
def test_edges_in_the_wrong_order_are_an_error_and_make_no_score(kpi: str) -> None:
    assert "BSC307" in codes_of(kpi_scorecard(f"{kpi}, actuals: {{2026-09: 650}}"))
    assert judged(kpi, 650).score is None


PROGRESS = "target: 400, baseline: 500, better: lower, scoring: {by: progress}"
PROGRESS_UP = "target: 100, baseline: {2025: 0}, scoring: {by: progress}"


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        (PROGRESS_UP, 50, 0, RED),
        (PROGRESS_UP, 75, ON_RED_LINE, AMBER),
        (PROGRESS_UP, 87.5, 5, AMBER),
        (PROGRESS_UP, 100, ON_TARGET, GREEN),
        (PROGRESS_UP, 125, 10, GREEN),
        (PROGRESS, 425, ON_RED_LINE, AMBER),
        (PROGRESS, 412.5, 5, AMBER),
        (PROGRESS, 400, ON_TARGET, GREEN),
        (PROGRESS, 500, 0, RED),
        ("target: -10, baseline: -20, scoring: {by: progress}", -12.5, ON_RED_LINE, AMBER),
        ("target: 0, baseline: -20, scoring: {by: progress}", 0, ON_TARGET, GREEN),
        (
            "target: 100, baseline: 0, scoring: {by: progress, red: 0%, green: 50%}",
            25,
            5,
            AMBER,
        ),
    ],
)
def test_progress_is_the_way_from_baseline_to_target(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


def test_progress_without_a_baseline_makes_no_score() -> None:
    assert judged("target: 100, scoring: {by: progress}", 90).score is None


RATIO = "target: 200, scoring: {by: ratio}"
RATIO_LOWER = "target: 200, better: lower, scoring: {by: ratio}"


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        (RATIO, 160, 0, RED),
        (RATIO, 180, ON_RED_LINE, AMBER),
        (RATIO, 190, 5, AMBER),
        (RATIO, 200, ON_TARGET, GREEN),
        (RATIO, 220, 10, GREEN),
        (RATIO, -200, 0, RED),
        (RATIO_LOWER, 240, 0, RED),
        (RATIO_LOWER, 220, ON_RED_LINE, AMBER),
        (RATIO_LOWER, 200, ON_TARGET, GREEN),
        (RATIO_LOWER, 180, 10, GREEN),
        (RATIO_LOWER, 0, 10, GREEN),
        ("target: 200, scoring: {by: ratio, red: 50%, green: 150%}", 200, 5, AMBER),
    ],
)
def test_ratio_is_the_value_by_the_target(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


@pytest.mark.parametrize("target", [0, -200])
def test_ratio_to_a_target_that_is_not_above_zero_is_an_error_and_makes_no_score(
    target: int,
) -> None:
    kpi = f"target: {target}, scoring: {{by: ratio}}"
    assert "BSC314" in codes_of(kpi_scorecard(f"{kpi}, actuals: {{2026-09: 1}}"))
    assert judged(kpi, 1).score is None


WITHIN = "better: within, target: {from: 40, to: 60}"
ASYMMETRIC = f"{WITHIN}, red: {{from: 30, to: 100}}"


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        (WITHIN, 50, 10, GREEN),
        (WITHIN, 45, 25 / 3, GREEN),
        (WITHIN, 40, ON_TARGET, GREEN),
        (WITHIN, 60, ON_TARGET, GREEN),
        (WITHIN, 61, 5, AMBER),
        (WITHIN, 62, ON_RED_LINE, AMBER),
        (WITHIN, 38, ON_RED_LINE, AMBER),
        (WITHIN, 37, 5 / 3, RED),
        (WITHIN, 36, 0, RED),
        (WITHIN, -100, 0, RED),
        (ASYMMETRIC, 80, 5, AMBER),
        (ASYMMETRIC, 100, ON_RED_LINE, AMBER),
        (ASYMMETRIC, 120, 5 / 3, RED),
        (ASYMMETRIC, 140, 0, RED),
        (ASYMMETRIC, 35, 5, AMBER),
        (ASYMMETRIC, 30, ON_RED_LINE, AMBER),
        (ASYMMETRIC, 20, 0, RED),
        ("better: within, target: {from: -60, to: -40}", -61, 5, AMBER),
    ],
)
def test_within_scores_each_side_of_the_range_by_itself(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


POINT = "better: within, target: {from: 50, to: 50}"
POINT_WITH_RED = f"{POINT}, red: {{from: 40, to: 60}}"
NO_AMBER_ABOVE = f"{WITHIN}, red: {{from: 30, to: 60}}"


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        (POINT, 50, 10, GREEN),
        (POINT, 50.001, 0, RED),
        (POINT, 49.999, 0, RED),
        (POINT_WITH_RED, 50, 10, GREEN),
        (POINT_WITH_RED, 55, 5, AMBER),
        (POINT_WITH_RED, 60, ON_RED_LINE, AMBER),
        (POINT_WITH_RED, 65, 5 / 3, RED),
        (NO_AMBER_ABOVE, 60, ON_TARGET, GREEN),
        (NO_AMBER_ABOVE, 60.001, 0, RED),
        (NO_AMBER_ABOVE, 35, 5, AMBER),
    ],
)
def test_within_a_range_without_width_or_margin_has_steps(
    kpi: str, value: float, score: float, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        ("unit: yes/no", "yes", 10, GREEN),
        ("unit: yes/no", "no", 0, RED),
        ("unit: yes/no, better: lower", "yes", 0, RED),
        ("unit: yes/no, better: lower", "no", 10, GREEN),
        ("unit: yes/no, target: yes", "yes", 10, GREEN),
        ("unit: yes/no, target: {2026: yes}", "no", 0, RED),
        ("unit: yes/no, target: {2027: yes}", "no", None, Status.UNSCORED),
        ("unit: red/amber/green", "green", 25 / 3, GREEN),
        ("unit: red/amber/green", "amber", 5, AMBER),
        ("unit: red/amber/green", "red", 5 / 3, RED),
    ],
)
def test_words_score_by_themselves(
    kpi: str, value: str, score: float | None, status: Status
) -> None:
    assert score_and_colour(kpi, value) == scores(score, status)


@pytest.mark.parametrize(
    ("aggregate", "unit", "actuals", "status"),
    [
        ("last", "yes/no", ("no", "yes", "no"), RED),
        ("max", "yes/no", ("no", "yes", "no"), GREEN),
        ("min", "yes/no", ("yes", "yes", "no"), RED),
        ("min", "red/amber/green", ("green", "amber", "green"), AMBER),
        ("max", "red/amber/green", ("red", "amber", "red"), AMBER),
    ],
)
def test_words_combine_by_last_min_and_max(
    aggregate: str, unit: str, actuals: tuple[str, str, str], status: Status
) -> None:
    first, second, third = actuals
    score = score_of(
        f"unit: {unit}, aggregate: {aggregate}, "
        f"actuals: {{2026-07: {first}, 2026-08: {second}, 2026-09: {third}}}"
    )
    assert score.status is status


@pytest.mark.parametrize("aggregate", ["sum", "mean"])
def test_words_have_neither_sum_nor_mean(aggregate: str) -> None:
    text = kpi_scorecard(f"unit: yes/no, aggregate: {aggregate}, actuals: {{2026-09: yes}}")
    assert "BSC104" in codes_of(text)


@pytest.mark.parametrize(
    ("kpi", "value", "status"),
    [
        ("target: 100, red: 90", "99.99999999", GREEN),
        ("target: 100, red: 90", "99.999999", AMBER),
        ("target: 100, red: 90", "89.99999999", AMBER),
        ("target: 100, red: 90", "89.999999", RED),
        ("target: 0, red: -1000", "-0.0000001", GREEN),
        ("target: 0, red: -1000", "-0.00001", AMBER),
        ("target: 0, red: 1000, better: lower", "0.0000001", GREEN),
        ("better: within, target: {from: 40, to: 60}", "60.00000001", GREEN),
        ("better: within, target: {from: 40, to: 60}", "60.000001", AMBER),
        ("better: within, target: {from: 40, to: 60}", "62.00000001", AMBER),
        ("better: within, target: {from: 40, to: 60}", "62.000001", RED),
    ],
)
def test_numbers_within_a_billionth_count_as_equal(kpi: str, value: str, status: Status) -> None:
    assert judged(kpi, value).status is status


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_a_sum_of_tenths_is_on_a_target_of_tenths(better: str) -> None:
    score = score_of(
        f"better: {better}, aggregate: sum, target: {{2026-Q3: 0.3}}, "
        "actuals: {2026-07: 0.1, 2026-08: 0.1, 2026-09: 0.1}"
    )
    assert (score.score, score.status) == (ON_TARGET, GREEN)


def test_the_colour_is_decided_on_the_raw_value_and_not_on_the_rounded_score() -> None:
    found = judged("target: 700, red: 500", 699.99)
    assert found.score is not None
    assert (f"{found.score:.2f}", found.status) == ("6.67", AMBER)


@pytest.mark.parametrize(
    ("above", "kpi", "score"),
    [
        ("", "", ON_RED_LINE),
        ("scoring: {by: ratio, red: 80%}", "", 5),
        ("scoring: {by: ratio, red: 80%}", "scoring: {red: 90%},", ON_RED_LINE),
        ("scoring: {by: ratio, red: 80%}", "scoring: {green: 90%},", ON_TARGET),
        ("scoring: {by: ratio, red: 80%}", "scoring: {by: value},", ON_RED_LINE),
        ("", "scoring: {by: ratio, red: 70%, green: 110%},", 5),
        ("scoring: {rollup: worst}", "", ON_RED_LINE),
    ],
)
def test_scoring_is_inherited_setting_by_setting_and_overridden_by_the_kpi(
    above: str, kpi: str, score: float
) -> None:
    assert judged(f"{kpi} target: 100, red: 90", 90, above).score == pytest.approx(score)


@pytest.mark.parametrize(
    ("scorecard", "objective", "kpi", "score"),
    [
        ("{by: ratio, red: 80%}", "{}", "{}", 5),
        ("{}", "{by: ratio, red: 80%}", "{}", 5),
        ("{by: ratio}", "{red: 80%}", "{}", 5),
        ("{by: ratio}", "{red: 70%}", "{red: 80%}", 5),
        ("{by: ratio, green: 95%}", "{red: 80%}", "{green: 100%}", 5),
        ("{by: ratio}", "{by: value}", "{}", ON_RED_LINE),
    ],
)
def test_a_kpi_inherits_scoring_from_its_objective_and_that_from_the_scorecard(
    scorecard: str, objective: str, kpi: str, score: float
) -> None:
    analysis = analysis_of(
        f"""\
        bsc: 1
        name: Test
        scoring: {scorecard}
        objectives:
          o:
            name: Do it
            perspective: financial
            scoring: {objective}
            kpis:
              k: {{name: K, scoring: {kpi}, target: 100, red: 90, actuals: {{2026-09: 90}}}}
        """
    )
    assert analysis.scores[0].kpis[0].score == pytest.approx(score)


@pytest.mark.parametrize(
    "kpi",
    [
        "target: 1e-300, scoring: {by: ratio}",
        "target: 1e-300, baseline: 0, scoring: {by: progress}",
    ],
)
def test_a_share_that_is_too_large_to_hold_is_not_on_target(kpi: str) -> None:
    assert judged(kpi, "-1e100").status is RED
