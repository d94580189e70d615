"""The built-in layout: passages, order, places and routes, each with its law, on any map."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bscli.layout.boxes import CARD_WIDTH
from bscli.layout.built_in import place
from bscli.layout.coordinates import middles
from bscli.layout.lanes import NARROWEST_FIELD, field_for
from bscli.layout.layers import Layers
from bscli.layout.ordering import crossings, ordered
from bscli.layout.placed import PlacedLink
from bscli.layout.routes import ARROW
from bscli.layout.rows import rows_of
from bscli.layout.straightening import straighten
from bscli.views.strategy_map import LinkStyle, StrategyMap
from tests.maps import card, drawn_up, layers, link, map_of, view_of, views
from tests.random_scorecards import random_scorecard

EXACT = 1e-6


def too_close(layers: Layers, ranking: tuple[tuple[int, ...], ...], x: list[float]) -> list[object]:
    return [
        (left, right)
        for row in ranking
        for left, right in pairwise(row)
        if x[right] - x[left] < layers.distance(left, right) - EXACT
    ]


@given(views())
def test_a_chain_has_a_node_in_every_row_from_its_upper_end_to_its_lower_one(
    view: StrategyMap,
) -> None:
    found = layers(view)
    for chain in found.chains:
        rows = [found.row_of[node] for node in chain]
        assert rows == list(range(rows[0], rows[-1] + 1))
        assert [found.is_card(node) for node in chain[1:-1]] == [False] * (len(chain) - 2)
        assert found.is_card(chain[0])
        assert found.is_card(chain[-1])


@given(views())
def test_neighbours_above_and_below_are_the_same_links(view: StrategyMap) -> None:
    found = layers(view)
    down = Counter((node, end) for node, ends in enumerate(found.below) for end in ends)
    up = Counter((end, node) for node, ends in enumerate(found.above) for end in ends)
    assert down == up


@given(views())
def test_ordering_moves_nodes_only_within_their_rows(view: StrategyMap) -> None:
    found = layers(view)
    assert [sorted(row) for row in ordered(found)] == [sorted(row) for row in found.first]


@given(views(cards=24))
def test_an_order_never_crosses_more_than_that_of_the_file(view: StrategyMap) -> None:
    found = layers(view)
    assert crossings(found, ordered(found)) <= crossings(found, found.first)


@given(st.permutations(range(5)), st.permutations(range(5)))
def test_links_that_can_run_side_by_side_do(upper: list[int], lower: list[int]) -> None:
    tops, ends = [f"a{number}" for number in upper], [f"b{number}" for number in lower]
    found = layers(view_of([tops, ends], [(f"b{n}", f"a{n}") for n in range(5)]))
    assert crossings(found, ordered(found)) == 0


def test_crossings_are_counted() -> None:
    crossed = layers(view_of([["a", "b"], ["c", "d"]], [("c", "b"), ("d", "a")]))
    assert crossings(crossed, crossed.first) == 1
    assert crossings(crossed, [[1, 0], [2, 3]]) == 0


@given(views(cards=24))
def test_neighbours_keep_their_distance_and_their_order(view: StrategyMap) -> None:
    found = layers(view)
    ranking = ordered(found)
    x = middles(found, ranking)
    assert too_close(found, ranking, x) == []
    assert abs(min(place - found.width(node) / 2 for node, place in enumerate(x))) < EXACT


@given(views(cards=24), st.data())
def test_straightening_keeps_order_and_distances_and_moves_no_card(
    view: StrategyMap, data: st.DataObject
) -> None:
    found = layers(view)
    x = [0.0] * len(found.row_of)
    for row in found.first:
        least = 0.0
        for node, following in pairwise((*row, row[-1] if row else 0)):
            x[node] = least + data.draw(st.floats(0.0, 300.0))
            least = x[node] + found.distance(node, following)
    before = list(x)
    straighten(found, found.first, x)
    assert too_close(found, found.first, x) == []
    assert x[: found.number_of_cards] == before[: found.number_of_cards]
    assert max(x) - min(x) <= max(before) - min(before) + CARD_WIDTH + EXACT


def test_a_long_link_with_room_beside_it_is_one_upright() -> None:
    lanes = [["a"], ["b", "c"], ["d"], ["e", "f", "g"], ["h"]]
    links = [("d", "b"), ("e", "d"), ("f", "d"), ("g", "d"), ("b", "a"), ("h", "e"), ("a", "h")]
    found = layers(view_of(lanes, links))
    x = middles(found, ordered(found))
    assert len({round(x[node], 6) for node in found.chains[-1][1:-1]}) == 1


@given(views(cards=24))
def test_a_link_leaves_the_edge_of_its_cause_and_arrives_at_that_of_its_effect(
    view: StrategyMap,
) -> None:
    placed = place(view)
    boxes = {each.card.id: each for each in placed.cards}
    for line in placed.links:
        cause, effect = boxes[line.link.cause], boxes[line.link.effect]
        rises = cause.y > effect.y
        start, end = line.curve[0], line.curve[-1]
        assert start[1] == (cause.y if rises else cause.y + cause.height)
        assert line.tip[1] == (effect.y + effect.height if rises else effect.y)
        assert end == (line.tip[0], line.tip[1] + (ARROW if rises else -ARROW))
        assert cause.x < start[0] < cause.x + cause.width
        assert effect.x < line.tip[0] < effect.x + effect.width


@given(views(cards=24))
def test_links_bend_only_between_rows(view: StrategyMap) -> None:
    placed = place(view)
    rows = [
        (min(box.y for box in held), max(box.y + box.height for box in held))
        for row in rows_of(view)
        if (held := [box for box in placed.cards if box.card in row.cards])
    ]
    bent_in_a_row = [
        (line.link.description, row)
        for line in placed.links
        for stretch in stretches(line)
        if len({round(x, 6) for x, _ in stretch}) > 1
        for row in rows
        if min(y for _, y in stretch) < row[1] - EXACT
        and max(y for _, y in stretch) > row[0] + EXACT
    ]
    assert bent_in_a_row == []


def stretches(line: PlacedLink) -> list[tuple[tuple[float, float], ...]]:
    return [line.curve[start : start + 4] for start in range(0, len(line.curve) - 1, 3)]


@given(views())
def test_a_layout_is_the_same_each_time(view: StrategyMap) -> None:
    assert place(view) == place(view)


@given(views())
def test_no_two_links_touch_a_card_at_the_same_place(view: StrategyMap) -> None:
    placed = place(view)
    ends = Counter(
        (id, round(x, 3), y)
        for line in placed.links
        for id, (x, y) in ((line.link.cause, line.curve[0]), (line.link.effect, line.tip))
    )
    assert [end for end, times in ends.items() if times > 1] == []


def test_two_links_between_the_same_cards_run_side_by_side() -> None:
    both = [link("b", "a"), link("a", "b", LinkStyle.FEEDS_BACK)]
    up, down = place(drawn_up([[card("a")], [card("b")]], both)).links
    assert len({x for x, _ in up.curve}) == len({x for x, _ in down.curve}) == 1
    assert up.tip[0] != down.tip[0]


@given(views())
def test_lanes_follow_each_other_and_hold_their_cards(view: StrategyMap) -> None:
    placed = place(view)
    edges = [(lane.y, lane.y + lane.height) for lane in placed.lanes]
    assert edges[0][0] == 0
    assert abs(edges[-1][1] - placed.height) < EXACT
    assert all(abs(above[1] - below[0]) < EXACT for above, below in pairwise(edges))
    lane_of = {each.id: number for number, lane in enumerate(view.lanes) for each in lane.cards}
    for box in placed.cards:
        top, bottom = edges[lane_of[box.card.id]]
        assert top <= box.y
        assert box.y + box.height <= bottom + EXACT


def test_cards_of_one_row_are_equally_high() -> None:
    placed = place(map_of(random_scorecard(3)))
    heights: dict[float, set[float]] = {}
    for box in placed.cards:
        heights.setdefault(box.y, set()).add(box.height)
    assert [each for each in heights.values() if len(each) > 1] == []


def test_a_small_map_stands_in_the_middle_of_a_wide_field() -> None:
    (box,) = place(view_of([["a"]], [])).cards
    assert box.x + box.width / 2 == field_for(0.0).left
    assert field_for(NARROWEST_FIELD + 100).left == field_for(NARROWEST_FIELD).left
