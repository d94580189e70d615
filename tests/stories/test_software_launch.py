"""Software launch: what had to be true before the day, what begins with it, what is not known."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bscli.model.initiative import Milestone
from bscli.model.objective import LinkKind
from bscli.model.perspective import CLASSIC
from tests.stories.reading import card, course, falls, kpis, model, objectives, rises, statuses

LAUNCH = "software-launch"
DAY = date(2026, 6, 15)
MONTHS_SINCE = ("2026-06", "2026-07", "2026-08", "2026-09")
HOMES_IN_THE_MARKET = 3400
PRICE_OF_A_USER = 4.20


def milestone(initiative: str, id: str) -> Milestone:
    steps = {part.id: part.milestones for part in model(LAUNCH).initiatives}[initiative]
    return next(step for step in steps if step.id == id)


def reached(initiative: str, id: str) -> date:
    done = milestone(initiative, id).done
    assert done is not None
    return done


def value(kpi: str, period: str) -> float:
    found: float = kpis(LAUNCH, period)[kpi]["value"]
    return found


def since_launch(kpi: str) -> list[float]:
    return [value(kpi, month) for month in MONTHS_SINCE]


def test_the_launch_is_on_the_day() -> None:
    assert milestone("launch", "launched").due == DAY
    assert reached("launch", "launched") == DAY
    assert value("launch-scope", "2026-06") == 100


def test_bug_reports_are_thirty_percent_fewer_before_the_launch() -> None:
    last_month = kpis(LAUNCH, "2026-05")["bug-reports"]
    seventy_percent = 0.7 * value("bug-reports", "2025-Q4")
    assert last_month["target"] == pytest.approx(seventy_percent)
    assert last_month["value"] <= seventy_percent
    assert reached("fewer-bugs", "thirty-percent") < DAY
    assert falls(course(LAUNCH, "bug-reports")[:4])
    assert value("bug-reports", "2026-07") > value("bug-reports", "2026-05")  # new homes find more


def test_support_is_trained_two_weeks_before_the_launch() -> None:
    due = DAY - timedelta(weeks=2)
    assert milestone("support-school", "trained").due == due
    assert reached("support-school", "trained") <= due
    assert value("support-certified", "2026-05") == 100
    assert kpis(LAUNCH)["support-ready"]["value"] == "yes"
    assert statuses(LAUNCH, "support-ready") == ["not-due", "not-due", "not-due", "green", "green"]


def test_planners_score_fifty_within_three_months_of_the_launch() -> None:
    due = date(2026, 9, 15)
    assert milestone("launch", "three-months-on").due == due
    assert reached("launch", "three-months-on") <= due
    assert [value("user-nps", month) for month in MONTHS_SINCE[1:]] == [43, 47, 51]
    score = kpis(LAUNCH)["user-nps"]
    assert (score["target"], score["status"]) == (50, "green")


def test_a_tenth_of_the_market_and_ten_thousand_users_are_due_a_year_after_the_launch() -> None:
    last = {kpi.id: kpi.target.dated.entries[-1] for _, kpi in model(LAUNCH).kpis() if kpi.target}
    aims = ("market-penetration", "registered-users", "homes-live")
    assert {id: (last[id].key, last[id].value) for id in aims} == {
        "market-penetration": ("2027-Q2", 10),
        "registered-users": ("2027-Q2", 10000),
        "homes-live": ("2027-Q2", HOMES_IN_THE_MARKET / 10),
    }


@pytest.mark.parametrize(
    ("kpi", "words"),
    [
        ("launch-scope", "amber amber amber green not-applicable"),
        ("market-penetration", "no-data no-data no-data green amber"),
        ("registered-users", "no-data no-data no-data green green"),
        ("user-nps", "no-data no-data no-data not-applicable green"),
        ("days-to-first-rota", "no-data no-data no-data green red"),
        ("overtime-hours", "green green amber red amber"),
        ("crew-mood", "green green amber red amber"),
        ("days-beside-planners", "green green green amber red"),
        ("second-year-renewals", "not-due not-due not-due not-due not-due"),
    ],
)
def test_the_launch_divides_what_can_be_measured(kpi: str, words: str) -> None:
    assert statuses(LAUNCH, kpi) == words.split()


def test_nothing_is_counted_before_the_first_customer() -> None:
    before = kpis(LAUNCH, "2026-05")
    counted = [id for id, kpi in before.items() if kpi["status"] == "not-applicable"]
    assert counted == [
        "market-penetration",
        "homes-live",
        "monthly-subscriptions",
        "registered-users",
        "team-uses-it",
        "user-nps",
        "recommended-homes",
        "days-to-first-rota",
        "homes-waiting",
    ]


def test_every_kind_of_nothing_stands_in_one_quarter() -> None:
    nothing = {
        id: (kpi["value"], kpi["status"])
        for id, kpi in kpis(LAUNCH).items()
        if kpi["status"] not in ("green", "amber", "red")
    }
    assert nothing == {
        "second-year-renewals": (None, "not-due"),
        "planning-hours": (None, "no-data"),
        "launch-scope": (None, "not-applicable"),
    }
    assert card(LAUNCH)["coverage"] == {"scored": 22, "expected": 23}
    assert objectives(LAUNCH)["free-planners-evenings"]["status"] == "no-data"


def test_users_run_ahead_of_plan_and_homes_behind() -> None:
    assert kpis(LAUNCH)["registered-users"]["status"] == "green"
    assert kpis(LAUNCH)["market-penetration"]["status"] == "amber"
    users_a_home = [
        users / homes
        for users, homes in zip(
            since_launch("registered-users"), since_launch("homes-live"), strict=True
        )
    ]
    assert falls(users_a_home)
    assert users_a_home[-1] > 1.4 * 10000 / 340  # the largest homes came first


def test_homes_that_wait_are_what_the_market_target_lacks() -> None:
    target = kpis(LAUNCH)["market-penetration"]["target"]
    live, waiting = value("homes-live", "2026-Q3"), value("homes-waiting", "2026-Q3")
    assert live / HOMES_IN_THE_MARKET * 100 < target
    assert (live + waiting) / HOMES_IN_THE_MARKET * 100 > target


def test_the_set_up_is_the_bottleneck_and_support_is_not() -> None:
    found = objectives(LAUNCH)
    assert found["train-support-first"]["status"] == "green"
    assert found["solve-calls-for-good"]["status"] == "green"
    assert found["set-homes-up-fast"]["status"] == "red"
    assert rises(since_launch("days-to-first-rota"))
    assert rises(since_launch("homes-waiting"))
    assert falls([value("first-answer", month) for month in MONTHS_SINCE])


def test_sales_signs_more_homes_than_two_people_can_set_up() -> None:
    """Each of the two sets up one home a working day, and a month has about twenty-one."""
    live, waiting = since_launch("homes-live"), since_launch("homes-waiting")
    set_up = [after - before for before, after in pairwise(live)]
    more_waiting = [after - before for before, after in pairwise(waiting)]
    assert rises(set_up)
    assert max(set_up) <= 2 * 21
    assert all(more > 0 for more in more_waiting)
    assert set_up[-1] + more_waiting[-1] > 2 * 21


def test_the_crew_paid_for_the_day() -> None:
    assert rises(course(LAUNCH, "overtime-hours")[:4])
    assert objectives(LAUNCH, "2026-Q2")["keep-crew-rested"]["status"] == "red"
    assert falls(course(LAUNCH, "days-beside-planners")[2:])
    assert objectives(LAUNCH)["sit-beside-planners"]["status"] == "red"


@pytest.mark.parametrize("month", MONTHS_SINCE)
def test_homes_users_and_income_fit_each_other(month: str) -> None:
    homes, users = value("homes-live", month), value("registered-users", month)
    share = value("market-penetration", month)
    assert share == pytest.approx(homes / HOMES_IN_THE_MARKET * 100, abs=0.05)
    income = value("monthly-subscriptions", month)
    assert income == pytest.approx(users * PRICE_OF_A_USER / 1000, abs=0.05)


def test_the_perspectives_are_its_own() -> None:
    lanes = [lane["id"] for lane in card(LAUNCH)["perspectives"]]
    assert lanes == ["backers", "users", "product", "crew"]
    assert not set(lanes) & set(CLASSIC)


def test_the_first_income_pays_for_the_set_up() -> None:
    loops = {
        (part.id, link.effect_id)
        for part in model(LAUNCH).objectives
        for link in part.drives
        if link.kind is LinkKind.FEEDBACK
    }
    assert loops == {("stay-solvent", "set-homes-up-fast")}
