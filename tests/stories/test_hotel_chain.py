"""Hotel chain: a fifth more revenue, taken from the rate, the rooms and the name."""

from __future__ import annotations

from calendar import monthrange

import pytest

from bscli.model.objective import Effect, LinkKind
from tests.stories.reading import (
    QUARTERS,
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

HOTELS = "hotel-chain"
ROOMS = 1640
MONTHS = (
    *(f"2025-{month:02}" for month in range(1, 13)),
    *(f"2026-{month:02}" for month in range(1, 10)),
)


def value(kpi: str, period: str) -> float:
    found: float = kpis(HOTELS, period)[kpi]["value"]
    return found


def growth(kpi: str, quarter: int) -> float:
    """How a quarter of 2026 compares with the same quarter of 2025, so that seasons cancel out."""
    return value(kpi, f"2026-Q{quarter}") / value(kpi, f"2025-Q{quarter}")


def links(**wanted: object) -> set[tuple[str, str]]:
    """The causes and effects of the links that are of this kind or direction."""
    return {
        (part.id, found.effect_id)
        for part in model(HOTELS).objectives
        for found in part.drives
        if all(getattr(found, key) is value for key, value in wanted.items())
    }


def guards_of(id: str) -> tuple[str, ...]:
    return next(kpi.guarded_by for _, kpi in model(HOTELS).kpis() if kpi.id == id)


@pytest.mark.parametrize(
    ("kpi", "colours"),
    [
        ("average-daily-rate", "amber amber red red red"),
        ("nights-below-floor", "green amber red red red"),
        ("direct-share", "amber green red red red"),
        ("room-revenue", "amber amber amber green green"),
        ("occupancy", "amber amber amber green green"),
        ("commission-share", "amber amber amber red red"),
        ("review-score", "green green green amber amber"),
        ("stays-with-complaint", "green green green amber amber"),
        ("rooms-per-shift", "green green green amber amber"),
        ("brand-preference", "amber green amber amber red"),
    ],
)
def test_the_rate_falls_first_then_houses_fill_then_the_name_suffers(
    kpi: str, colours: str
) -> None:
    assert statuses(HOTELS, kpi) == colours.split()


def test_revenue_is_a_fifth_above_last_year_by_guests_and_not_by_rate() -> None:
    for quarter in (2, 3):
        assert 1.20 <= growth("room-revenue", quarter) < 1.21
        assert growth("occupancy", quarter) > 4 / 3
        assert growth("average-daily-rate", quarter) < 0.9
    assert growth("room-revenue", 1) < 1.15


def test_the_target_is_twenty_percent_above_the_baseline() -> None:
    revenue = kpis(HOTELS, "2026")["room-revenue"]
    baseline = value("room-revenue", "2025")
    quarters = [kpis(HOTELS, f"2026-Q{n}")["room-revenue"]["full_target"] for n in (1, 2, 3, 4)]
    assert baseline == pytest.approx(40.86)
    assert revenue["full_target"] == pytest.approx(1.2 * baseline, abs=0.005)
    assert sum(quarters) == pytest.approx(revenue["full_target"])


def test_nothing_of_it_is_kept() -> None:
    assert growth("revenue-per-room", 3) > 1.2
    assert growth("profit-per-room", 3) < 1
    assert objectives(HOTELS)["grow-room-revenue"]["status"] == "green"
    assert objectives(HOTELS)["keep-more-of-each-night"]["status"] == "red"


def test_the_green_outcome_stands_on_drivers_that_are_red_or_worsening() -> None:
    causes = {
        cause for cause, effect in links(kind=LinkKind.CAUSAL) if effect == "grow-room-revenue"
    }
    found = objectives(HOTELS)
    assert (found["grow-room-revenue"]["status"], found["grow-room-revenue"]["trend"]) == (
        "green",
        "improving",
    )
    assert {id: (found[id]["status"], found[id]["trend"]) for id in causes} == {
        "be-worth-the-rate": ("red", "worsening"),
        "be-first-choice": ("red", "worsening"),
        "win-guests-back": ("amber", "worsening"),
        "win-midweek-companies": ("green", "improving"),
    }


def test_the_results_are_borrowed_for_as_long_as_the_links_say() -> None:
    """Red or worsening now and in both quarters before, which is the lag of the two links."""
    drivers = ("be-worth-the-rate", "be-first-choice")
    lags = {id: str(link(HOTELS, id, "grow-room-revenue").lag) for id in drivers}
    assert lags == dict.fromkeys(drivers, "2 quarters")
    for quarter in QUARTERS[-3:]:
        parts = objectives(HOTELS, quarter)
        assert parts["be-worth-the-rate"]["status"] == "red"
        assert [parts[id]["trend"] for id in drivers] == ["worsening", "worsening"]


def test_what_guards_occupancy_was_given_up_for_it() -> None:
    found = kpis(HOTELS)
    assert found["occupancy"]["trend"] == "improving"
    assert {id: found[id]["trend"] for id in guards_of("occupancy")} == {
        "average-daily-rate": "worsening",
        "review-score": "worsening",
    }
    guards = {id: found[id]["trend"] for id in guards_of("room-revenue")}
    assert [id for id, trend in guards.items() if trend == "worsening"] == [
        "average-daily-rate",
        "brand-preference",
    ]


def test_the_map_says_what_full_houses_cost() -> None:
    assert links(effect=Effect.NEGATIVE) == {
        ("fill-quiet-nights", "be-worth-the-rate"),
        ("fill-quiet-nights", "hand-over-faultless-rooms"),
    }
    assert links(kind=LinkKind.FEEDBACK) == {
        ("be-worth-the-rate", "be-first-choice"),
        ("renew-from-own-cash", "hand-over-faultless-rooms"),
    }


def test_fuller_houses_wear_out_rooms_and_teams_and_then_reviews() -> None:
    assert rises(course(HOTELS, "rooms-per-shift")[1:])
    assert rises(course(HOTELS, "attendants-left")[1:])
    assert rises(course(HOTELS, "open-faults")[1:])
    assert falls(course(HOTELS, "rooms-passed")[2:])
    reviews = [value("review-score", month) for month in MONTHS[6:]]
    assert falls(course(HOTELS, "review-score")[2:])
    assert max(reviews[-3:]) < min(reviews[:-3])
    assert rises(course(HOTELS, "stays-with-complaint")[1:])


def test_the_hosts_are_not_to_blame() -> None:
    assert rises(course(HOTELS, "hosts-trained"))
    assert rises(course(HOTELS, "welcome-marks"))


def test_guests_of_the_cheap_rates_do_not_come_back() -> None:
    """The first of them complete their six months in 2026-07; until then nothing is to be seen."""
    before, after = MONTHS[6:18], MONTHS[18:]
    usual = [value("rebooking-rate", month) for month in before]
    cheap = [value("rebooking-rate", month) for month in after]
    assert min(usual) >= 11.2
    assert falls(cheap)
    assert max(cheap) < min(usual)


def test_all_growth_comes_through_others_doors() -> None:
    """Direct nights stay where they were, of a third more nights."""
    direct = [
        sum(nights_sold(month) * value("direct-share", month) / 100 for month in months)
        for months in (MONTHS[6:9], MONTHS[18:21])
    ]
    assert direct[1] == pytest.approx(direct[0], rel=0.01)
    assert kpis(HOTELS)["site-conversion"]["status"] == "green"


def days_in(month: str) -> int:
    year, number = map(int, month.split("-"))
    return monthrange(year, number)[1]


def nights_sold(month: str) -> float:
    return value("occupancy", month) / 100 * ROOMS * days_in(month)


@pytest.mark.parametrize("month", MONTHS)
def test_the_figures_of_a_month_fit_each_other(month: str) -> None:
    rate, per_room = value("average-daily-rate", month), value("revenue-per-room", month)
    occupancy, direct = value("occupancy", month), value("direct-share", month)
    assert per_room == pytest.approx(occupancy / 100 * rate, abs=0.051)
    assert value("room-revenue", month) == pytest.approx(
        nights_sold(month) * rate / 1e6, abs=0.0051
    )
    assert value("commission-share", month) == pytest.approx(0.175 * (100 - direct), abs=0.2)
    assert value("contract-nights", month) < nights_sold(month) * direct / 100
    weekend = (7 * occupancy - 4 * value("sunday-to-wednesday", month)) / 3
    assert occupancy < weekend <= 95


def test_four_perspectives_with_results_on_top() -> None:
    lanes = {lane["id"]: lane["status"] for lane in card(HOTELS)["perspectives"]}
    assert lanes == dict.fromkeys(("financial", "customer", "internal", "learning"), "amber")
