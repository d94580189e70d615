"""Nonprofit: money is a means, depth comes before reach, and those who wait pay for it."""

from __future__ import annotations

from bscli.model.perspective import CLASSIC
from tests.stories.reading import card, course, kpis, objectives, rises


def test_the_mission_is_on_top_and_money_at_the_bottom() -> None:
    lanes = [lane["id"] for lane in card("nonprofit")["perspectives"]]
    assert lanes[0] == "mission"
    assert lanes[-1] == "stewardship"
    assert not set(lanes) & set(CLASSIC)


def test_money_reaches_the_mission_through_people() -> None:
    assert rises(course("nonprofit", "unrestricted-share")[2:])  # winter appeals come before
    assert rises(course("nonprofit", "tutor-retention"))
    assert rises(course("nonprofit", "completion-rate"))
    assert rises(course("nonprofit", "goal-reached-rate"))


def test_waits_grow_because_tutors_lack() -> None:
    parts = objectives("nonprofit")
    assert parts["shorten-wait"]["status"] == "red"
    assert parts["attract-tutors"]["status"] == "red"
    assert rises(course("nonprofit", "waiting-list"))


def test_it_says_what_is_missing() -> None:
    hours = kpis("nonprofit")["tuition-hours"]
    assert hours["values"] == {"present": 2, "expected": 3}
    assert (hours["target"], hours["full_target"]) == (2100, 3450)
