"""Logistics: skill in routing becomes punctuality and then business, and costs experience."""

from __future__ import annotations

from tests.stories.reading import course, falls, first_green_quarter, objectives, rises


def test_training_comes_first_and_business_last() -> None:
    """Training -> GPS tracking used -> shorter delivery -> on time -> repeat business."""
    assert rises(course("logistics", "drivers-certified"))
    assert rises(course("logistics", "gps-loads"))
    assert falls(course("logistics", "delivery-hours"))
    assert rises(course("logistics", "on-time-rate"))
    assert course("logistics", "on-time-rate")[0] < 92
    assert 96 <= course("logistics", "on-time-rate")[-1] < 98
    revenue = course("logistics", "repeat-revenue")
    assert rises(revenue[2:])  # the year's end is always its peak
    assert revenue[-1] > revenue[0]


def test_revenue_follows_punctuality_with_its_lag() -> None:
    on_time = first_green_quarter("logistics", "on-time-rate")
    assert first_green_quarter("logistics", "repeat-revenue") > on_time


def test_it_is_paid_for_with_drivers() -> None:
    parts = objectives("logistics")
    assert parts["shorten-delivery-time"]["status"] == "green"
    assert parts["keep-experienced-drivers"]["trend"] == "worsening"
