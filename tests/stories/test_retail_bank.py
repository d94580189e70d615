"""Retail bank: a speed target without its guard buys minutes and sells trust."""

from __future__ import annotations

import pytest

from bscli.model.durations import Duration
from bscli.model.objective import Effect
from bscli.model.perspective import CLASSIC
from tests.stories.reading import (
    QUARTERS,
    actuals,
    card,
    course,
    falls,
    kpis,
    link,
    model,
    objectives,
    rises,
    statuses,
)

LARKFIELD = "retail-bank"
SINCE_THE_BONUS = QUARTERS[1:]


def guards(kpi: str) -> tuple[str, ...]:
    return next(part.guarded_by for _, part in model(LARKFIELD).kpis() if part.id == kpi)


def first_quarter_not_green(kpi: str) -> int:
    return next(place for place, colour in enumerate(statuses(LARKFIELD, kpi)) if colour != "green")


def test_the_wait_turns_green_and_the_answers_turn_red() -> None:
    green_from_the_bonus_on = ["amber", "green", "green", "green", "green"]
    assert statuses(LARKFIELD, "call-wait") == green_from_the_bonus_on
    assert statuses(LARKFIELD, "advice-quality") == ["green", "green", "amber", "red", "red"]
    assert falls(course(LARKFIELD, "call-wait"))
    assert falls(course(LARKFIELD, "advice-quality"))


def test_the_wait_falls_from_six_minutes_to_two() -> None:
    wait = course(LARKFIELD, "call-wait")
    assert 360 <= wait[0] <= 390
    assert 100 <= wait[-1] <= 120


@pytest.mark.parametrize("quarter", SINCE_THE_BONUS)
def test_the_guard_is_breached_in_every_quarter_of_the_bonus(quarter: str) -> None:
    assert guards("call-wait") == ("advice-quality",)
    found = kpis(LARKFIELD, quarter)
    assert found["call-wait"]["trend"] == "improving"
    assert found["advice-quality"]["trend"] == "worsening"


def test_satisfaction_stays_where_it_was() -> None:
    satisfaction = course(LARKFIELD, "satisfaction")
    assert satisfaction[-1] == satisfaction[0] == 72
    assert max(satisfaction) - min(satisfaction) <= 1.5
    assert statuses(LARKFIELD, "satisfaction") == ["amber"] * 5
    assert kpis(LARKFIELD)["satisfaction"]["trend"] == "steady"


def test_satisfaction_is_the_mean_of_two_halves_that_part() -> None:
    wait = actuals(LARKFIELD, "satisfaction-with-wait")
    answer = actuals(LARKFIELD, "satisfaction-with-answer")
    halves = {quarter: (wait[quarter] + answer[quarter]) / 2 for quarter in wait}
    assert actuals(LARKFIELD, "satisfaction") == halves
    assert rises(course(LARKFIELD, "satisfaction-with-wait"))
    assert falls(course(LARKFIELD, "satisfaction-with-answer"))


def test_haste_lowers_quality_after_its_lag() -> None:
    haste = link(LARKFIELD, "answer-soon", "advise-rightly")
    assert (haste.effect, haste.lag) == (Effect.NEGATIVE, Duration(1, "quarter"))
    bonus = statuses(LARKFIELD, "call-wait").index("green")
    assert first_quarter_not_green("advice-quality") == bonus + 1


def test_complaints_and_their_cost_follow_the_answers_after_their_lag() -> None:
    lag = link(LARKFIELD, "advise-rightly", "send-nobody-away-worse-off").lag
    assert lag == Duration(1, "quarter")
    one_quarter_later = ["green", *statuses(LARKFIELD, "advice-quality")[:-1]]
    assert statuses(LARKFIELD, "complaints-upheld") == one_quarter_later
    assert statuses(LARKFIELD, "complaint-cost") == one_quarter_later
    assert rises(course(LARKFIELD, "complaints-upheld")[1:])
    assert rises(course(LARKFIELD, "complaint-cost")[1:])


def test_a_complaint_costs_what_the_map_says() -> None:
    costs = course(LARKFIELD, "complaint-cost")
    cases = course(LARKFIELD, "complaints-upheld")
    assert all(
        400 <= 1000 * cost / number <= 450 for cost, number in zip(costs, cases, strict=True)
    )


def test_the_minutes_bought_are_worth_less_than_the_complaints_they_cost() -> None:
    """The sums in the note to the cost of complaints, at 24 pounds for an adviser's hour."""
    calls, minutes = course(LARKFIELD, "calls-taken"), course(LARKFIELD, "call-minutes")
    cost = course(LARKFIELD, "complaint-cost")
    hours_saved = (calls[0] * minutes[0] - calls[-1] * minutes[-1]) / 60
    assert hours_saved == pytest.approx(5000, abs=50)
    assert cost[-1] - cost[0] == 149
    assert 24 * hours_saved / 1000 < cost[-1] - cost[0]


def test_calls_rise_because_questions_are_asked_twice() -> None:
    assert rises(course(LARKFIELD, "calls-taken"))
    assert falls(course(LARKFIELD, "settled-in-one-call")[1:])


def test_trust_is_sold_last() -> None:
    """Salaries leave two quarters after the answers became worse."""
    salaries = course(LARKFIELD, "salary-customers")
    assert rises(salaries[:3])
    assert falls(salaries[2:])
    assert kpis(LARKFIELD)["salary-customers"]["trend"] == "worsening"


def test_speed_that_is_guarded_from_the_first_day_sells_nothing() -> None:
    assert guards("days-to-loan-offer") == ("early-arrears",)
    assert falls(course(LARKFIELD, "days-to-loan-offer"))
    assert falls(course(LARKFIELD, "early-arrears"))
    assert objectives(LARKFIELD)["decide-home-loans"]["status"] == "green"


def test_the_cure_has_begun_and_is_still_red() -> None:
    training = kpis(LARKFIELD)["training-hours"]
    assert (training["status"], training["trend"]) == ("red", "improving")
    assert falls(course(LARKFIELD, "training-hours")[:-1])


def test_the_rest_of_the_bank_does_well() -> None:
    found = card(LARKFIELD)
    assert {lane["status"] for lane in found["perspectives"]} == {"amber"}
    green = {id for id, part in objectives(LARKFIELD).items() if part["status"] == "green"}
    assert green == {
        "earn-steady-income",
        "keep-capital",
        "answer-soon",
        "decide-home-loans",
        "need-no-call",
        "keep-systems-up",
    }


def test_its_perspectives_are_its_own() -> None:
    lanes = [lane["id"] for lane in card(LARKFIELD)["perspectives"]]
    assert lanes == ["sound-bank", "customers-trust", "service-and-advice", "people-and-systems"]
    assert not set(lanes) & set(CLASSIC)


def test_the_audit_hears_500_calls_a_month() -> None:
    shares = actuals(LARKFIELD, "advice-quality")
    assert {month: 5 * share for month, share in shares.items()} == pytest.approx(
        {month: round(5 * share) for month, share in shares.items()}
    )
