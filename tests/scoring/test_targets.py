"""The target in a period: five rules, the first that applies."""

from __future__ import annotations

from datetime import date

import pytest

from bscli.model.series import Range
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.levels import Amount, LevelRule
from bscli.scoring.status import Status
from tests.builders import codes_of, kpi_scorecard, score_of

MEAN = "aggregate: mean"
SUM = "aggregate: sum"
COMPLETE = "actuals: {2026-07: 1, 2026-08: 1, 2026-09: 1}"


def rule_and_target(score: KpiScore) -> tuple[LevelRule, Amount] | None:
    """Which rule gave the target, and what the value is compared with, to nine decimals."""
    target = score.target
    return None if target is None else (target.rule, rounded(target.amount))


def part_and_whole(score: KpiScore) -> tuple[Amount, Amount]:
    """What the value is compared with, and what all of the period asks for."""
    assert score.target is not None
    return rounded(score.target.amount), rounded(score.target.full)


def rounded(amount: Amount) -> Amount:
    """An amount without the noise of its last digits."""
    if isinstance(amount, Range):
        return Range(round(amount.low, 9), round(amount.high, 9))
    return round(amount, 9)


@pytest.mark.parametrize(
    ("aggregate", "target", "rule", "amount"),
    [
        # 1: the entry for the period itself
        ("last", "{2026-Q3: 90}", 1, 90.0),
        ("sum", "{2026-Q3: 90}", 1, 90.0),
        ("sum", "{2026: 400, 2026-Q3: 90, 2026-07: 1, 2025: 7}", 1, 90.0),
        # 2: finer entries, combined by the aggregate
        ("last", "{2026-07: 10, 2026-08: 60, 2026-09: 20}", 2, 20.0),
        ("sum", "{2026-07: 10, 2026-08: 60, 2026-09: 20}", 2, 90.0),
        ("mean", "{2026-07: 10, 2026-08: 60, 2026-09: 20}", 2, 30.0),
        ("min", "{2026-07: 10, 2026-08: 60, 2026-09: 20}", 2, 10.0),
        ("max", "{2026-07: 10, 2026-08: 60, 2026-09: 20}", 2, 60.0),
        # 2 mixed: the months without an entry take the longer one around them (rule 3)
        ("sum", "{2026-07: 10, 2026: 240}", 2, 50.0),
        ("mean", "{2026-07: 10, 2026: 40}", 2, 30.0),
        ("sum", "{2026-07: 10, 2026-H2: 120, 2026: 2400}", 2, 50.0),
        # 2 mixed: or the latest earlier one (rule 4)
        ("sum", "{2026-07: 10}", 2, 30.0),
        ("mean", "{2026-07: 10, 2026-08: 40}", 2, 30.0),
        ("last", "{2026-06: 5, 2026-09: 20}", 2, 20.0),
        ("sum", "{2026-Q2: 30, 2026-09: 20}", 2, 40.0),
        # 3: the smallest period around it, of a sum its share in months
        ("last", "{2026: 98}", 3, 98.0),
        ("mean", "{2026: 98, 2026-H2: 96, 2025: 7}", 3, 96.0),
        ("sum", "{2026: 120}", 3, 30.0),
        ("sum", "{2026: 120, 2026-H2: 90}", 3, 45.0),
        # 4: the latest earlier entry, of a sum its share in months
        ("last", "{2025: 70}", 4, 70.0),
        ("mean", "{2026-Q1: 70, 2026-Q2: 80, 2026-Q4: 90}", 4, 80.0),
        ("sum", "{2025: 120}", 4, 30.0),
        ("sum", "{2026-06: 10}", 4, 30.0),
        ("sum", "{2026-H1: 120}", 4, 60.0),
    ],
)
def test_the_first_rule_that_applies_gives_the_target(
    aggregate: str, target: str, rule: int, amount: float
) -> None:
    score = score_of(f"aggregate: {aggregate}, target: {target}, {COMPLETE}")
    assert rule_and_target(score) == (LevelRule(rule), amount)


@pytest.mark.parametrize(
    ("frequency", "period", "target", "amount"),
    [
        ("weekly", "2026-W31", "{2026: 365}", 7.0),
        ("weekly", "2026-W31", "{2026-07: 31}", 7.0),
        ("weekly", "2026-W31", "{2026-Q3: 92}", 7.0),
        ("weekly", "2026-W31", "{2026-W30: 5}", 5.0),
        ("daily", "2026-07-14", "{2026-W29: 70}", 10.0),
        ("daily", "2026-07-14", "{2024: 366}", 1.0),
        ("daily", "2026-W29", "{2026: 365}", 7.0),
        ("monthly", "2026-02", "{2026: 120}", 10.0),
        ("monthly", "2026-H2", "{2026: 120}", 60.0),
        ("quarterly", "2026-H2", "{2026: 120}", 60.0),
    ],
)
def test_a_share_counts_months_and_days_where_a_week_or_a_day_is_involved(
    frequency: str, period: str, target: str, amount: float
) -> None:
    kpi = f"frequency: {frequency}, aggregate: sum, target: {target}"
    score = score_of(kpi, period=period)
    assert part_and_whole(score)[1] == amount


def test_fiscal_quarters_take_their_share_of_the_fiscal_year() -> None:
    score = score_of(
        f"{SUM}, target: {{2026: 120}}, actuals: {{2025-04: 1, 2025-05: 1, 2025-06: 1}}",
        "calendar: {fiscal_year_starts: april}",
        period="2026-Q1",
    )
    assert rule_and_target(score) == (LevelRule.CONTAINING_ENTRY, 30)


@pytest.mark.parametrize(
    ("kpi", "period", "amount"),
    [
        ("aggregate: sum", "2026-Q3", 30.0),
        ("aggregate: mean", "2026-Q3", 10.0),
        ("aggregate: last", "2026-Q3", 10.0),
        ("aggregate: sum", "2026-07", 10.0),
        ("aggregate: sum", "2026", 120.0),
        ("aggregate: sum, frequency: weekly", "2026-07", 50.0),
        ("aggregate: sum, frequency: weekly", "2026-08", 40.0),
        ("aggregate: sum, frequency: quarterly", "2026-Q3", 10.0),
        ("aggregate: sum, frequency: quarterly", "2026", 40.0),
        ("aggregate: sum, frequency: yearly, actuals: {2025: 1}", "2026-Q3", 10.0),
    ],
)
def test_a_plain_number_is_the_target_of_each_period_of_the_kpi(
    kpi: str, period: str, amount: float
) -> None:
    assert part_and_whole(score_of(f"{kpi}, target: 10", period=period))[1] == amount


@pytest.mark.parametrize(
    ("baseline", "target", "period", "amount"),
    [
        ("{2025: 90}", "{2027: 98}", "2026", 94.0),
        ("{2025: 90}", "{2027: 98}", "2026-Q3", 93.0),
        ("{2025: 90}", "{2027: 98, 2028: 200}", "2026-H1", 92.0),
        ("{2025-12: 90}", "{2026-12: 102}", "2026-07", 97.0),
        ("{2024: 10, 2025: 90}", "{2027: 98}", "2026", 94.0),
        ("{2025: 90}", "{2027: 82}", "2026", 86.0),
        ("{2026-Q2: 90}", "{2026-Q4: 98}", "2026-Q3", 94.0),
    ],
)
def test_before_the_first_target_stands_the_straight_line_from_the_baseline(
    baseline: str, target: str, period: str, amount: float
) -> None:
    score = score_of(f"{MEAN}, baseline: {baseline}, target: {target}", period=period)
    assert rule_and_target(score) == (LevelRule.STRAIGHT_LINE, amount)


@pytest.mark.parametrize("baseline", ["", "baseline: 90,", "baseline: {2027: 90},"])
def test_without_a_dated_earlier_baseline_it_is_unscored_and_the_next_target_is_shown(
    baseline: str,
) -> None:
    score = score_of(f"{MEAN}, {baseline} target: {{2028: 99, 2027: 98}}, {COMPLETE}")
    assert (score.target, score.score, score.status) == (None, None, Status.UNSCORED)
    assert score.next_target is not None
    assert (score.next_target.key, score.next_target.value) == ("2027", 98)


def test_no_next_target_is_shown_where_there_is_a_target() -> None:
    assert score_of(f"target: {{2026: 5, 2027: 6}}, {COMPLETE}").next_target is None


def test_a_carried_target_is_told_and_others_are_not() -> None:
    carried = codes_of(kpi_scorecard("target: {2025: 10}, red: 5, actuals: {2026-09: 6}"))
    current = codes_of(kpi_scorecard("target: {2026: 10}, red: 5, actuals: {2026-09: 6}"))
    assert ("BSC709" in carried, "BSC709" in current) == (True, False)


@pytest.mark.parametrize(
    ("target", "actuals", "part", "whole"),
    [
        ("{2026-Q3: 90}", "2026-07: 1", 30, 90),
        ("{2026-Q3: 90}", "2026-07: 1, 2026-08: 1", 60, 90),
        ("{2026-Q3: 90}", "2026-07: 1, 2026-09: 1", 60, 90),
        ("{2026-Q3: 90}", "2026-07: 1, 2026-08: 1, 2026-09: 1", 90, 90),
        ("{2026: 360}", "2026-07: 1, 2026-08: 1", 60, 90),
        ("{2025: 360}", "2026-07: 1, 2026-08: 1", 60, 90),
        ("30", "2026-07: 1, 2026-08: 1", 60, 90),
        ("{2026-07: 10, 2026-08: 20, 2026-09: 60}", "2026-07: 1, 2026-08: 1", 30, 90),
        ("{2026-07: 10, 2026-08: 20, 2026-09: 60}", "2026-08: 1, 2026-09: 1", 80, 90),
        ("{2026-07: 10, 2026: 480}", "2026-07: 1, 2026-08: 1", 50, 90),
    ],
)
def test_a_sum_with_gaps_is_compared_with_the_part_of_the_target_that_it_can_reach(
    target: str, actuals: str, part: float, whole: float
) -> None:
    score = score_of(f"{SUM}, target: {target}, actuals: {{{actuals}}}")
    assert part_and_whole(score) == (part, whole)


def test_the_months_that_are_not_yet_due_belong_to_the_full_target() -> None:
    score = score_of(
        f"{SUM}, target: {{2026-Q3: 90}}, actuals: {{2026-07: 30}}", as_of=date(2026, 8, 5)
    )
    assert part_and_whole(score) == (30, 90)
    assert score.score == pytest.approx(20 / 3)
    assert score.status is Status.GREEN


@pytest.mark.parametrize("aggregate", ["last", "mean", "min", "max"])
def test_only_sums_have_a_part_of_a_target(aggregate: str) -> None:
    score = score_of(f"aggregate: {aggregate}, target: {{2026-Q3: 90}}, actuals: {{2026-07: 30}}")
    assert part_and_whole(score) == (90, 90)


@pytest.mark.parametrize(
    ("aggregate", "target", "actuals", "part", "whole"),
    [
        ("sum", "{2026-Q3: 90}", "2026-07: 1, 2026-08: n/a, 2026-09: 1", 60, 60),
        ("sum", "{2026-Q3: 90}", "2026-07: 1, 2026-08: n/a", 30, 60),
        ("sum", "{2026: 360}", "2026-07: 1, 2026-08: n/a, 2026-09: n/a", 30, 30),
        ("sum", "30", "2026-07: 1, 2026-08: n/a, 2026-09: 1", 60, 60),
        (
            "sum",
            "{2026-07: 10, 2026-08: 20, 2026-09: 60}",
            "2026-07: 1, 2026-08: n/a, 2026-09: 1",
            70,
            70,
        ),
        (
            "sum",
            "{2026-07: 10, 2026-08: 20, 2026-09: 60}",
            "2026-07: 1, 2026-08: n/a",
            10,
            70,
        ),
        (
            "mean",
            "{2026-07: 10, 2026-08: 20, 2026-09: 60}",
            "2026-07: 1, 2026-08: n/a, 2026-09: 1",
            35,
            35,
        ),
        (
            "last",
            "{2026-07: 10, 2026-08: 20, 2026-09: 60}",
            "2026-07: 1, 2026-08: 1, 2026-09: n/a",
            20,
            20,
        ),
        ("mean", "{2026-Q3: 90}", "2026-07: 1, 2026-08: n/a, 2026-09: 1", 90, 90),
    ],
)
def test_periods_that_are_not_applicable_leave_the_target(
    aggregate: str, target: str, actuals: str, part: float, whole: float
) -> None:
    score = score_of(f"aggregate: {aggregate}, target: {target}, actuals: {{{actuals}}}")
    assert part_and_whole(score) == (part, whole)


@pytest.mark.parametrize(
    ("levels", "amount"),
    [
        ("{2026-Q3: 90}", 90.0),
        ("{2026-07: 10, 2026-08: 20, 2026-09: 60}", 90.0),
        ("{2026: 360}", 90.0),
        ("{2025: 360}", 90.0),
        ("30", 90.0),
    ],
    ids=["own", "finer", "around", "carried", "plain"],
)
@pytest.mark.parametrize("key", ["red", "baseline"])
def test_red_line_and_baseline_follow_the_rules_of_the_target(
    key: str, levels: str, amount: float
) -> None:
    score = score_of(
        f"{SUM}, target: {{2026-Q3: 300}}, {key}: {levels}, "
        "actuals: {2026-07: 30, 2026-08: 30, 2026-09: 30}"
    )
    level = score.red if key == "red" else score.baseline
    assert level is not None
    assert level.amount == pytest.approx(amount)
    assert score.score == pytest.approx(10 / 3)


@pytest.mark.parametrize("key", ["red", "baseline"])
def test_red_line_and_baseline_of_a_sum_with_gaps_are_cut_like_the_target(key: str) -> None:
    score = score_of(f"{SUM}, target: 30, {key}: {{2026: 120}}, actuals: {{2026-07: 20}}")
    assert score.red_edge == pytest.approx(10)
    assert score.score == pytest.approx(5)


def test_a_red_line_before_its_first_entry_lies_on_the_line_from_the_baseline() -> None:
    score = score_of(
        f"{MEAN}, baseline: {{2025: 80}}, target: 100, red: {{2027: 96}}, actuals: {{2026-09: 80}}"
    )
    assert score.red_edge == pytest.approx(86)


def test_the_baseline_never_lies_on_a_line_from_itself() -> None:
    score = score_of(f"target: 100, baseline: {{2027: 80}}, {COMPLETE}")
    assert score.baseline is None


@pytest.mark.parametrize(
    ("aggregate", "target", "low", "high"),
    [
        ("last", "{from: 40, to: 60}", 40, 60),
        ("last", "{2026: {from: 40, to: 60}}", 40, 60),
        ("last", "{2025: {from: 40, to: 60}}", 40, 60),
        ("sum", "{from: 40, to: 60}", 120, 180),
        ("sum", "{2026: {from: 120, to: 240}}", 30, 60),
        ("sum", "{2025: {from: 120, to: 240}}", 30, 60),
        ("mean", "{2026-07: {from: 0, to: 10}, 2026-08: {from: 30, to: 40}}", 20, 30),
    ],
)
def test_the_limits_of_a_range_follow_the_same_rules(
    aggregate: str, target: str, low: float, high: float
) -> None:
    score = score_of(f"better: within, aggregate: {aggregate}, target: {target}, {COMPLETE}")
    assert part_and_whole(score) == (Range(low, high), Range(low, high))


def test_a_range_of_a_sum_with_gaps_is_cut_at_both_ends() -> None:
    score = score_of(
        f"better: within, {SUM}, target: {{2026-Q3: {{from: 90, to: 120}}}}, "
        "actuals: {2026-07: 35}"
    )
    assert part_and_whole(score) == (Range(30, 40), Range(90, 120))


@pytest.mark.parametrize(
    ("target", "week"),
    [("{2026-06: 10}", "2026-W27"), ("{2025: 10}", "2026-W01"), ("{2026-W26: 10}", "2026-W27")],
)
def test_the_target_before_a_week_across_two_months_is_carried_into_it(
    target: str, week: str
) -> None:
    kpi = f"frequency: weekly, target: {target}, actuals: {{{week}: 1}}"
    assert rule_and_target(score_of(kpi, period=week)) == (LevelRule.CARRIED_FORWARD, 10)


@pytest.mark.parametrize(
    ("aggregate", "target", "period", "amount"),
    [
        ("mean", "{2025: 10, 2026-W03: 4}", "2026-01", 6.4),
        ("mean", "{2026-06: 10, 2026-W29: 4}", "2026-07", 6.4),
        ("min", "{2025: 1, 2026-W02: 4}", "2026-01", 1),
    ],
)
def test_a_week_across_two_months_takes_part_in_the_target_of_its_month(
    aggregate: str, target: str, period: str, amount: float
) -> None:
    kpi = f"frequency: weekly, aggregate: {aggregate}, target: {target}"
    assert rule_and_target(score_of(kpi, period=period)) == (LevelRule.FINER_ENTRIES, amount)


@pytest.mark.parametrize(
    ("target", "week", "period"),
    [("2026-08", "2026-W31", "2026-W31"), ("2026-W27", "2026-W26", "2026-06")],
)
def test_the_target_after_a_week_across_two_months_is_the_next_one(
    target: str, week: str, period: str
) -> None:
    kpi = f"frequency: weekly, target: {{{target}: 10}}, actuals: {{{week}: 1}}"
    score = score_of(kpi, period=period)
    assert score.status is Status.UNSCORED
    assert score.next_target is not None
    assert score.next_target.key == target
