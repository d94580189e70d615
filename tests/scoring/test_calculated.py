"""Calculated KPIs: a ratio of sums over the periods in which every input has a value."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.analysis import Analysis, analyse
from bscli.loading import load
from bscli.scoring.calculated_series import CalculatedSeries
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.status import Status, Trend
from tests.builders import AS_OF, PERIOD, analysis_of

LATE = "late: {name: L, aggregate: sum, weight: 0, actuals: {%s}}"
ALL = "all: {name: A, aggregate: sum, weight: 0, actuals: {%s}}"
SHARE = "late / all * 100"


def card(formula: str, *inputs: str, settings: str = "") -> str:
    """A scorecard whose KPI ``k`` has the formula, with its inputs beside it."""
    rest = "".join(f"      {each}\n" for each in inputs)
    return (
        "bsc: 1\nname: Test\nowner: me\nobjectives:\n  o:\n    name: Do it\n"
        f"    perspective: internal\n    kpis:\n"
        f'      k: {{name: K, formula: "{formula}", {settings}}}\n{rest}'
    )


def kpi_of(analysis: Analysis, id: str = "k") -> KpiScore:
    return next(score for card in analysis.scores for score in card.kpis if score.kpi.id == id)


def calculated(
    formula: str, *inputs: str, settings: str = "", period: str = PERIOD, as_of: date = AS_OF
) -> KpiScore:
    return kpi_of(analysis_of(card(formula, *inputs, settings=settings), period, as_of))


def own_values(score: KpiScore) -> dict[str, float | str]:
    return {entry.key: entry.value for entry in score.kpi.actuals}


def counts(score: KpiScore) -> tuple[int, int]:
    return len(score.reading.present), len(score.reading.due)


def three(first: object, second: object, third: object) -> str:
    return f"2026-07: {first}, 2026-08: {second}, 2026-09: {third}"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a + b", 14.0),
        ("a - b", 6.0),
        ("a * b", 40.0),
        ("a / b", 2.5),
        ("-a", -10.0),
        ("a + b * 2", 18.0),
        ("(a + b) * 2", 28.0),
        ("sum(a, b, 1)", 15.0),
        ("mean(a, b)", 7.0),
        ("min(a, b)", 4.0),
        ("max(a, b)", 10.0),
        ("abs(b - a)", 6.0),
        ("test.a / b", 2.5),
    ],
)
def test_a_formula_gives_its_result(formula: str, value: float) -> None:
    a, b = "a: {name: A, actuals: {2026-09: 10}}", "b: {name: B, actuals: {2026-09: 4}}"
    text = card(formula, a, b).replace("name: Test", "id: test\nname: Test")
    assert kpi_of(analysis_of(text)).reading.value == value


def test_a_longer_period_is_a_ratio_of_sums_not_a_mean_of_ratios() -> None:
    inputs = LATE % three(1, 2, 30), ALL % three(10, 20, 60)
    score = calculated(SHARE, *inputs, settings="aggregate: mean")
    assert own_values(score) == {"2026-07": 10.0, "2026-08": 10.0, "2026-09": 50.0}
    assert score.reading.value == pytest.approx(33 / 90 * 100)
    assert counts(score) == (3, 3)


def test_only_periods_in_which_every_input_has_a_value_count() -> None:
    score = calculated(SHARE, LATE % "2026-07: 1, 2026-08: 2", ALL % three(10, 20, 60))
    assert own_values(score) == {"2026-07": 10.0, "2026-08": 10.0}
    assert (score.reading.value, counts(score)) == (10.0, (2, 3))


def test_only_periods_that_have_ended_count() -> None:
    inputs = LATE % three(1, 2, 30), ALL % three(10, 20, 60)
    score = calculated(SHARE, *inputs, as_of=date(2026, 9, 20))
    assert (score.reading.value, counts(score)) == (10.0, (2, 3))


def test_an_input_that_is_not_applicable_takes_its_period_out() -> None:
    score = calculated(SHARE, LATE % three(1, "n/a", 30), ALL % three(10, 20, 60))
    assert own_values(score) == {"2026-07": 10.0, "2026-08": "n/a", "2026-09": 50.0}
    assert counts(score) == (2, 2)
    assert score.reading.value == pytest.approx(31 / 70 * 100)


def test_without_any_input_there_is_no_data() -> None:
    score = calculated(SHARE, LATE % "", ALL % three(1, 2, 3), settings="target: 5")
    assert (own_values(score), score.status) == ({}, Status.NO_DATA)


def test_a_period_that_divides_by_zero_has_no_value() -> None:
    score = calculated(SHARE, LATE % three(0, 2, 30), ALL % three(0, 20, 60))
    assert own_values(score) == {"2026-08": 10.0, "2026-09": 50.0}
    assert (score.reading.value, counts(score)) == (40.0, (2, 3))


def test_a_whole_that_divides_by_zero_has_no_value_although_its_parts_have() -> None:
    score = calculated(SHARE, LATE % three(1, 2, 3), ALL % three(-1, 2, -1), settings="target: 5")
    assert (score.reading.value, score.status, counts(score)) == (None, Status.NO_DATA, (3, 3))


def test_a_negated_zero_is_zero_without_a_sign() -> None:
    assert str(calculated("-late", LATE % three(0, 0, 0)).reading.value) == "0.0"


def test_what_rounding_leaves_of_zero_is_zero() -> None:
    inputs = (
        "a: {name: A, actuals: {2026-09: 0.3}}",
        "b: {name: B, actuals: {2026-09: 0.1}}",
        "c: {name: C, actuals: {2026-09: 0.2}}",
    )
    assert calculated("1 / (a - (b + c))", *inputs).reading.value is None


@pytest.mark.parametrize("formula", ["a * a", "1 / (a * a)", "sum(a, a, a) * a", "-(a * a) + a"])
def test_a_result_beyond_every_number_is_none(formula: str) -> None:
    a = "a: {name: A, actuals: {2026-08: 2, 2026-09: 1e99}}"
    assert list(own_values(calculated(formula, a))) == ["2026-08"]


@pytest.mark.parametrize(
    ("aggregate", "value"), [("last", 30), ("sum", 33), ("mean", 11), ("min", 1), ("max", 30)]
)
def test_a_finer_input_is_aggregated_by_its_own_rule(aggregate: str, value: float) -> None:
    a = f"a: {{name: A, aggregate: {aggregate}, actuals: {{{three(1, 2, 30)}}}}}"
    score = calculated("a * 1", a, settings="frequency: quarterly")
    assert own_values(score) == {"2026-Q3": value}


def test_a_finer_input_needs_all_of_its_values() -> None:
    a = "a: {name: A, aggregate: sum, actuals: {2026-05: 1, 2026-06: 1, 2026-07: 1, 2026-08: 1}}"
    assert own_values(calculated("a * 1", a, settings="frequency: quarterly")) == {}


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    weeks = ", ".join(f"2026-W{week}: 1" for week in range(27, 41))
    a = f"a: {{name: A, frequency: weekly, aggregate: sum, actuals: {{{weeks}}}}}"
    assert own_values(calculated("a * 1", a)) == {"2026-07": 5, "2026-08": 4, "2026-09": 4}


def test_a_coarser_input_stands() -> None:
    staff = "staff: {name: S, frequency: quarterly, actuals: {2026-Q2: 5, 2026-Q3: 10}}"
    score = calculated("late / staff", LATE % three(10, 20, 30), staff, period="2026-08")
    assert own_values(score) == {"2026-07": 2.0, "2026-08": 4.0, "2026-09": 3.0}
    assert score.reading.value == 4.0


def test_a_coarser_input_counts_for_the_whole_of_a_period_that_holds_it() -> None:
    sales = (
        "sales: {name: S, frequency: quarterly, aggregate: sum, "
        "actuals: {2026-Q1: 50, 2026-Q2: 60, 2026-Q3: 90}}"
    )
    months = ", ".join(f"2026-{month:02}: 2" for month in range(4, 10))
    score = calculated("late / sales * 100", LATE % months, sales, period="2026-H2")
    assert score.reading.value == pytest.approx(6 / 90 * 100)
    score = calculated("late / sales * 100", LATE % months, sales, period="2026")
    assert score.reading.value == pytest.approx(12 / 150 * 100)


def test_a_coarser_input_that_is_too_old_stands_no_longer() -> None:
    staff = "staff: {name: S, frequency: quarterly, actuals: {2025-Q4: 5}}"
    months = "2026-05: 10, 2026-06: 20, 2026-07: 30"
    assert list(own_values(calculated("late / staff", LATE % months, staff))) == [
        "2026-05",
        "2026-06",
    ]


def test_inputs_that_are_all_coarser_give_a_value_where_they_have_one() -> None:
    a = "a: {name: A, frequency: quarterly, actuals: {2026-Q2: 5, 2026-Q3: 10}}"
    assert own_values(calculated("a * 2", a)) == {"2026-06": 10.0, "2026-09": 20.0}


def test_calculated_kpis_may_be_inputs_whatever_their_order() -> None:
    score = calculated(
        "share + 1",
        "share: {name: S, formula: late / all}",
        LATE % three(1, 2, 3),
        ALL % three(*"246"),
    )
    assert own_values(score) == {"2026-07": 1.5, "2026-08": 1.5, "2026-09": 1.5}
    assert score.reading.value == 1.5


def test_a_circle_has_no_values_and_takes_none_from_others() -> None:
    text = card(
        "a + late",
        "a: {name: A, formula: k}",
        LATE % three(1, 2, 3),
        "d: {name: D, formula: late * 2}",
    )
    analysis = analysis_of(text)
    assert own_values(kpi_of(analysis)) == own_values(kpi_of(analysis, "a")) == {}
    assert kpi_of(analysis, "d").reading.value == 12


def test_a_tangle_of_formulas_is_worked_out_once() -> None:
    """Each level takes in both KPIs of the level below, so the ways through them double."""
    tangle = ["x0: {name: X, formula: d}", "y0: {name: Y, formula: d}"]
    for level in range(1, 31):
        below = f"mean(x{level - 1}, y{level - 1})"
        tangle += [f"{side}{level}: {{name: Z, formula: '{below}'}}" for side in "xy"]
    numbers = "d: {name: D, aggregate: sum, actuals: {%s}}"
    score = calculated("x30 + y30", *tangle, numbers % three(1, 2, 4))
    assert score.reading.value == 14.0
    assert own_values(score) == {"2026-07": 2.0, "2026-08": 4.0, "2026-09": 8.0}


def test_a_tower_of_formulas_has_no_value_at_its_top() -> None:
    tower = [f"k{level}: {{name: K, formula: k{level - 1} + 1}}" for level in range(1, 200)]
    text = card("k199 + 1", "k0: {name: K, actuals: {2026-09: 0}}", *tower)
    analysis = analysis_of(text)
    values = [score.reading.value for score in analysis.scores[0].kpis[1:]]
    assert values == [*map(float, range(33)), *[None] * 167]
    told = [found.message for found in analysis.findings if found.code == "BSC313"]
    assert told == ['the formula of "k33" stands on 32 others, one upon another']


def test_words_are_no_numbers() -> None:
    assert (
        own_values(calculated("w + 1", "w: {name: W, unit: yes/no, actuals: {2026-09: yes}}")) == {}
    )


def test_a_partial_sum_is_compared_with_its_part_of_the_target() -> None:
    score = calculated(
        "late * 1",
        LATE % "2026-07: 4, 2026-08: 5",
        settings="aggregate: sum, target: {2026-Q3: 15}, red: {2026-Q3: 9}",
    )
    assert score.target is not None
    assert (score.reading.value, score.target.amount, score.target.full) == (9.0, 10.0, 15.0)


def test_the_trend_compares_the_same_months_by_the_formula() -> None:
    late = LATE % "2026-04: 1, 2026-05: 2, 2026-06: 90, 2026-07: 2, 2026-08: 2"
    whole = ALL % "2026-04: 10, 2026-05: 20, 2026-06: 90, 2026-07: 10, 2026-08: 20"
    assert calculated(SHARE, late, whole, settings="better: lower").trend is Trend.WORSENING


def test_a_kpi_without_a_formula_keeps_its_own_series() -> None:
    analysis = analysis_of(card(SHARE, LATE % three(1, 2, 3), ALL % three(1, 2, 3)))
    kinds = {score.kpi.id: type(score.kpi.actuals) for score in analysis.scores[0].kpis}
    assert [id for id, kind in kinds.items() if kind is CalculatedSeries] == ["k"]


def project(folder: Path, **cards: str) -> Analysis:
    """The analysis of several scorecards, each with one objective and these KPIs."""
    for id, kpis in cards.items():
        head, _, body = kpis.rpartition("\n---\n")
        (folder / f"{id}.yaml").write_text(
            f"bsc: 1\nname: {id}\n{head}\nobjectives:\n  o-{id}:\n    name: Do it\n"
            f"    perspective: internal\n    kpis:\n{body}\n"
        )
    return analyse(load(folder), as_of=AS_OF, period=PERIOD)


def test_operands_of_other_scorecards_and_of_all_children(tmp_path: Path) -> None:
    revenue = "      revenue: {name: R, aggregate: sum, actuals: {%s}}"
    analysis = project(
        tmp_path,
        group="      revenue: {name: R, formula: sum(children.revenue)}\n"
        "      k: {name: K, formula: north.revenue / revenue * 100}",
        north="parent: group\n---\n" + revenue % three(1, 2, 3),
        south="parent: group\n---\n" + revenue % three(3, 2, 13),
        other=revenue % three(100, 100, 100),
    )
    assert own_values(kpi_of(analysis)) == {"2026-07": 25.0, "2026-08": 50.0, "2026-09": 18.75}
    assert kpi_of(analysis).reading.value == 25.0


def test_a_child_without_a_value_leaves_the_whole_without_one(tmp_path: Path) -> None:
    analysis = project(
        tmp_path,
        group="      k: {name: K, formula: sum(children.revenue)}",
        north="parent: group\n---\n      revenue: {name: R, actuals: {2026-07: 1, 2026-08: 2}}",
        south="parent: group\n---\n      revenue: {name: R, actuals: {2026-08: 3}}",
        west="parent: group\n---\n      losses: {name: L, actuals: {2026-08: 3}}",
    )
    assert own_values(kpi_of(analysis)) == {"2026-08": 5.0}


def test_another_calendar_is_read_by_days(tmp_path: Path) -> None:
    analysis = project(
        tmp_path,
        group="      k: {name: K, frequency: quarterly, formula: fiscal.a + monthly.a}",
        fiscal="calendar: {fiscal_year_starts: april}\n---\n"
        "      a: {name: A, frequency: quarterly, actuals: {2027-Q2: 5}}",
        monthly=f"      a: {{name: A, aggregate: sum, actuals: {{{three(1, 2, 3)}}}}}",
    )
    assert own_values(kpi_of(analysis)) == {"2026-Q3": 11.0}


AMOUNTS = st.lists(st.integers(1, 10**6), min_size=3, max_size=3)


@given(AMOUNTS, AMOUNTS)
def test_a_share_of_sums_lies_between_its_smallest_and_largest_part(
    late: list[int], whole: list[int]
) -> None:
    score = calculated(SHARE, LATE % three(*late), ALL % three(*whole))
    parts = [value for value in own_values(score).values() if isinstance(value, float)]
    assert score.reading.value is not None
    assert min(parts) * (1 - 1e-12) <= score.reading.value <= max(parts) * (1 + 1e-12)


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_kpis_in_the_file_changes_nothing(order: list[str]) -> None:
    kpis = {
        "a": "a: {name: A, formula: b + c}",
        "b": "b: {name: B, formula: d * 2}",
        "c": "c: {name: C, formula: b + d}",
        "d": f"d: {{name: D, aggregate: sum, actuals: {{{three(1, 2, 4)}}}}}",
    }
    score = calculated("a * 1", *(kpis[id] for id in order))
    assert (own_values(score), score.reading.value) == (
        {"2026-07": 5.0, "2026-08": 10.0, "2026-09": 20.0},
        35.0,
    )
