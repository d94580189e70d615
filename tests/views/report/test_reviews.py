"""The last review: which one it is, and how its promises stand on a day."""

from __future__ import annotations

from datetime import date

import pytest

from bscli.views.report.reviews import ActionState, last_review
from tests.builders import AS_OF, scorecard_of
from tests.views.report.bakery import BAKERY

CARD = scorecard_of(BAKERY)


@pytest.mark.parametrize(
    ("as_of", "of"),
    [
        (date(2026, 4, 9), None),
        (date(2026, 7, 8), "2026-Q1"),
        (date(2026, 7, 9), "2026-Q2"),
        (date(2026, 11, 1), "2026-Q2"),
        (date(2026, 11, 2), "2026-Q3"),
    ],
)
def test_it_is_the_latest_that_was_held_by_the_day(as_of: date, of: str | None) -> None:
    review = last_review(CARD, as_of)
    assert (review.of if review else None) == of


def test_a_review_without_a_day_was_held_after_its_period() -> None:
    card = scorecard_of("bsc: 1\nname: T\nreviews: {2026-Q2: {summary: Fine.}}\n")
    held = [last_review(card, day) is not None for day in (date(2026, 6, 29), date(2026, 6, 30))]
    assert held == [False, True]


def test_a_review_of_which_nothing_is_written_is_none() -> None:
    card = scorecard_of("bsc: 1\nname: T\nreviews: {2026-Q2: {}}\n")
    assert last_review(card, AS_OF) is None


def test_open_promises_come_first_and_the_overdue_before_them() -> None:
    review = last_review(CARD, AS_OF)
    assert review is not None
    assert [(line.what, line.state, line.timing) for line in review.actions] == [
        ("Sell the old oven", ActionState.OVERDUE, "overdue since 2026-09-30"),
        ("Repaint the shop", ActionState.OPEN, "due 2026-12-01"),
        ("Think it over", ActionState.OPEN, "without a date"),
        ("Ask the regulars", ActionState.DONE, "done 2026-08-05, due 2026-08-01"),
    ]
    assert review.standing == "3 actions open, 1 of them overdue; 1 done"


def test_what_was_done_later_is_open_on_the_day() -> None:
    review = last_review(CARD, date(2026, 7, 31))
    assert review is not None
    assert {line.what: line.state for line in review.actions}["Ask the regulars"] == "open"


def test_a_promise_is_not_overdue_on_its_day() -> None:
    review = last_review(CARD, date(2026, 9, 30))
    assert review is not None
    assert {line.what: line.state for line in review.actions}["Sell the old oven"] == "open"
