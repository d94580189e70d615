"""Rows hold every card once, keep linked cards apart, and stay narrow."""

from __future__ import annotations

from hypothesis import given

from bscli.layout.rows import MOST_IN_A_ROW, rows_of
from bscli.views.strategy_map import LinkStyle, StrategyMap
from tests.maps import card, drawn_up, link, view_of, views


def ids_of(view: StrategyMap) -> list[list[str]]:
    return [[card.id for card in row.cards] for row in rows_of(view)]


@given(views())
def test_every_card_stands_once_and_in_its_own_lane(view: StrategyMap) -> None:
    for number, lane in enumerate(view.lanes):
        held = [card for row in rows_of(view) if row.lane == number for card in row.cards]
        assert sorted(card.id for card in held) == sorted(card.id for card in lane.cards)


@given(views())
def test_rows_go_from_the_top_lane_down_and_each_lane_has_one(view: StrategyMap) -> None:
    lanes = [row.lane for row in rows_of(view)]
    assert lanes == sorted(lanes)
    assert set(lanes) == set(range(len(view.lanes)))


@given(views(cards=24))
def test_linked_cards_never_share_a_row(view: StrategyMap) -> None:
    place = {id: number for number, row in enumerate(ids_of(view)) for id in row}
    assert [link for link in view.links if place[link.cause] == place[link.effect]] == []


@given(views(cards=24))
def test_no_row_is_longer_than_can_be_read(view: StrategyMap) -> None:
    assert max(map(len, ids_of(view))) <= MOST_IN_A_ROW


def test_a_cause_stands_below_its_effect_in_one_lane() -> None:
    assert ids_of(view_of([["a", "b", "c"]], [("a", "b"), ("b", "c")])) == [["c"], ["b"], ["a"]]


def test_what_feeds_back_stands_above_what_it_feeds() -> None:
    fed_back = link("a", "b", LinkStyle.FEEDS_BACK)
    assert ids_of(drawn_up([[card("b"), card("a")]], [fed_back])) == [["a"], ["b"]]


def test_of_a_circle_one_link_leads_down() -> None:
    circle = view_of([["a", "b", "c"]], [("a", "b"), ("b", "c"), ("c", "a")])
    assert ids_of(circle) == [["c"], ["b"], ["a"]]


def test_many_cards_of_one_level_are_parted_evenly_in_the_order_of_the_file() -> None:
    ids = [f"o{number}" for number in range(14)]
    assert ids_of(view_of([ids], [])) == [ids[:4], ids[4:9], ids[9:]]


def test_of_many_cards_those_that_drive_a_higher_lane_stand_higher() -> None:
    ids = [f"o{number}" for number in range(8)]
    rows = ids_of(view_of([["top"], ids], [("o6", "top"), ("o7", "top")]))
    assert rows == [["top"], ["o0", "o1", "o6", "o7"], ["o2", "o3", "o4", "o5"]]


def test_an_empty_lane_has_a_row_without_cards() -> None:
    assert ids_of(view_of([["a"], [], ["b"]], [])) == [["a"], [], ["b"]]
