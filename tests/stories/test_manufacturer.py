"""Manufacturer: each step of the circle is worst, and then recovers, one lag after its cause."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bscli.model.durations import Duration
from bscli.model.measures import Better
from bscli.model.objective import LinkKind
from tests.stories.reading import (
    QUARTERS,
    actuals,
    course,
    falls,
    first_green_quarter,
    kpis,
    link,
    model,
    objectives,
    rises,
    statuses,
)

BRINDLE = "manufacturer"
SEVEN = ("2025-Q1", "2025-Q2", *QUARTERS)

CIRCLE = (
    "fund-maintenance",
    "keep-mechanics",
    "keep-machines-running",
    "deliver-consistently",
    "earn-fewer-complaints",
    "restore-margin",
)

MEASURES = {
    "fund-maintenance": "maintenance-spending",
    "keep-mechanics": "mechanic-turnover",
    "maintain-before-failure": "planned-work",
    "bring-everyone-home": "lost-time-injuries",
    "keep-machines-running": "machine-downtime",
    "make-right-first-time": "first-pass-yield",
    "deliver-consistently": "in-promised-week",
    "stay-first-choice": "account-rating",
    "earn-fewer-complaints": "complaints",
    "lower-cost-of-failure": "failure-cost",
    "win-back-orders": "average-price",
    "restore-margin": "gross-margin",
}
"""The first measure of each objective that fell and rose again."""

HYPOTHESES = [
    (cause.id, found.effect_id)
    for cause in model(BRINDLE).objectives
    for found in cause.drives
    if found.kind is LinkKind.CAUSAL and {cause.id, found.effect_id} <= set(MEASURES)
]


def worst_quarter(objective: str) -> int:
    """The place in ``SEVEN`` of the objective's low point."""
    measure = MEASURES[objective]
    better = {kpi.id: kpi.better for _, kpi in model(BRINDLE).kpis()}[measure]
    sign = -1 if better is Better.LOWER else 1
    values = [kpis(BRINDLE, quarter)[measure]["value"] for quarter in SEVEN]
    known = {place: sign * value for place, value in enumerate(values) if value is not None}
    return min(known, key=lambda place: known[place])


@pytest.mark.parametrize(("cause", "effect"), HYPOTHESES)
def test_an_effect_is_at_its_worst_one_lag_after_its_cause(cause: str, effect: str) -> None:
    lag = link(BRINDLE, cause, effect).lag
    assert lag is not None
    assert lag.unit == "quarter"
    assert worst_quarter(effect) - worst_quarter(cause) == lag.count


def test_the_circle_turns_one_quarter_for_each_step() -> None:
    assert [worst_quarter(objective) for objective in CIRCLE] == [0, 1, 2, 3, 4, 5]


def test_the_circle_is_closed_by_the_only_feedback_link() -> None:
    feedback = [
        (cause.id, found.effect_id, found.lag)
        for cause in model(BRINDLE).objectives
        for found in cause.drives
        if found.kind is LinkKind.FEEDBACK
    ]
    assert feedback == [(CIRCLE[-1], CIRCLE[0], Duration(1, "quarter"))]
    assert set(pairwise(CIRCLE)) <= set(HYPOTHESES)


def test_the_thinnest_margin_is_answered_in_the_next_budget() -> None:
    spending = course(BRINDLE, "maintenance-spending", SEVEN)
    thinnest = worst_quarter("restore-margin")
    assert rises(spending[:4])
    assert min(spending[3 : thinnest + 1]) > 98
    assert spending[thinnest + 1] < 94


def test_what_follows_the_cut_first_is_seen_first() -> None:
    """Parts, repairs and overdue jobs warn while every result above them still improves."""
    now = kpis(BRINDLE)
    warnings = ("maintenance-spending", "critical-parts", "repair-hours", "overdue-jobs")
    assert {now[id]["trend"] for id in warnings} == {"worsening"}
    assert now["overdue-jobs"]["status"] == "red"
    results = ("machine-downtime", "in-promised-week", "complaints", "gross-margin")
    assert {now[id]["trend"] for id in results} == {"improving"}
    parts = objectives(BRINDLE)
    assert parts["keep-machines-running"]["status"] == "green"
    assert parts["keep-machines-running"]["trend"] == "worsening"
    assert parts["fund-maintenance"]["trend"] == "worsening"


def test_the_turnover_of_mechanics_goes_from_25_to_8_percent() -> None:
    turnover = course(BRINDLE, "mechanic-turnover", SEVEN)
    assert (turnover[1], turnover[-1]) == (25, 8)
    assert falls(turnover[1:])


def test_ten_points_of_downtime_go_within_six_months() -> None:
    downtime = actuals(BRINDLE, "machine-downtime")
    assert downtime["2025-09"] - downtime["2026-03"] >= 10
    assert falls(course(BRINDLE, "machine-downtime"))


def test_green_returns_in_the_order_of_the_circle() -> None:
    assert [first_green_quarter(BRINDLE, MEASURES[objective]) for objective in CIRCLE[:-1]] == [
        1,
        1,
        2,
        3,
        4,
    ]
    assert "green" not in statuses(BRINDLE, "gross-margin")


def test_the_margin_recovers_from_five_percent_below_plan() -> None:
    shortfall = [1 - margin / 31 for margin in course(BRINDLE, "gross-margin", SEVEN)]
    assert rises(shortfall[:6])
    assert 0.05 <= shortfall[5] < 0.055
    assert shortfall[6] < 0.03
    assert statuses(BRINDLE, "gross-margin")[-2:] == ["red", "amber"]


def test_the_price_of_a_quarter_is_its_sales_over_its_pieces() -> None:
    sales, pieces = course(BRINDLE, "sales"), course(BRINDLE, "valves-shipped")
    prices = [sold / count * 1e6 for sold, count in zip(sales, pieces, strict=True)]
    assert course(BRINDLE, "average-price") == pytest.approx(prices)


def test_the_same_volume_sells_for_less_than_a_year_before() -> None:
    before, now = kpis(BRINDLE, "2025-Q3"), kpis(BRINDLE)
    assert now["valves-shipped"]["value"] == pytest.approx(
        before["valves-shipped"]["value"], rel=0.001
    )
    assert before["sales"]["value"] - now["sales"]["value"] == pytest.approx(0.46)


def test_turnover_counts_whole_mechanics() -> None:
    turnover = actuals(BRINDLE, "mechanic-turnover")
    crew = actuals(BRINDLE, "mechanics-in-post")
    leavers = {month: turnover[month] * crew[month] / 400 for month in turnover}
    assert leavers == pytest.approx(
        {month: round(number) for month, number in leavers.items()}, abs=0.02
    )
    assert (round(leavers["2025-06"]), round(leavers["2026-09"])) == (6, 2)


def test_express_freight_is_a_part_of_what_failure_costs() -> None:
    freight, sales = actuals(BRINDLE, "express-freight"), actuals(BRINDLE, "sales")
    failure = actuals(BRINDLE, "failure-cost")
    assert all(freight[month] / sales[month] / 10 < failure[month] for month in freight)
