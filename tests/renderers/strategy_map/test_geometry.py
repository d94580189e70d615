"""Nothing on a map collides or is clipped: every example and thirty random maps, both layouts."""

from __future__ import annotations

from itertools import combinations

import pytest

from bscli.layout import built_in, graphviz
from bscli.layout.dot_program import is_installed
from bscli.renderers.strategy_map.drawing import drawing, render_inline
from bscli.views.strategy_map import StrategyMap, strategy_map
from tests.builders import analysis_of
from tests.conftest import EXAMPLES
from tests.random_scorecards import random_scorecard
from tests.renderers.strategy_map.geometry import Picture, picture

LAYOUTS = {"built-in": built_in.place, "graphviz": graphviz.place}
SOURCES = {
    **{path.name: (path / "scorecard.yaml").read_text(encoding="utf-8") for path in EXAMPLES},
    **{f"random-{seed}": random_scorecard(seed) for seed in range(30)},
}


def map_of(text: str) -> StrategyMap:
    analysis = analysis_of(text)
    return strategy_map(analysis.scores[0], analysis.graphs[0])


@pytest.fixture(
    scope="module",
    params=[(layout, name) for layout in LAYOUTS for name in SOURCES],
    ids=lambda param: "-".join(param),
)
def drawn(request: pytest.FixtureRequest) -> tuple[StrategyMap, Picture]:
    layout, name = request.param
    if layout == "graphviz" and not is_installed():
        pytest.skip("Graphviz is not installed")
    view = map_of(SOURCES[name])
    placed = LAYOUTS[layout](view)
    assert picture(drawing(placed).svg).lanes
    return view, picture(render_inline(placed))


def test_every_objective_has_its_card_and_every_link_its_line(
    drawn: tuple[StrategyMap, Picture],
) -> None:
    view, found = drawn
    assert list(found.cards) == [card.id for card in view.cards]
    assert [(line.cause, line.effect) for line in found.lines] == [
        (link.cause, link.effect) for link in view.links
    ]


def test_no_two_cards_or_texts_meet(drawn: tuple[StrategyMap, Picture]) -> None:
    _, found = drawn
    boxes = list(found.cards.values())
    assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []
    assert [pair for pair in combinations(found.texts, 2) if pair[0].meets(pair[1])] == []


def test_words_stay_inside_their_cards(drawn: tuple[StrategyMap, Picture]) -> None:
    _, found = drawn
    outside = [
        box
        for id, boxes in found.texts_in_cards.items()
        for box in boxes
        if not found.cards[id].holds(box)
    ]
    assert outside == []


def test_no_link_crosses_a_foreign_card(drawn: tuple[StrategyMap, Picture]) -> None:
    _, found = drawn
    crossed = [
        (line.cause, line.effect, box.what)
        for line in found.lines
        for id, box in found.cards.items()
        if id not in (line.cause, line.effect) and any(map(box.has, line.points))
    ]
    assert crossed == []


def test_no_link_crosses_words_beside_the_cards(drawn: tuple[StrategyMap, Picture]) -> None:
    _, found = drawn
    inside = {box for boxes in found.texts_in_cards.values() for box in boxes}
    words = [box for box in found.texts if box not in inside]
    crossed = [
        (line.cause, line.effect, box.what)
        for line in found.lines
        for box in words
        if any(map(box.has, line.points))
    ]
    assert crossed == []


def test_links_begin_and_end_at_their_own_cards(drawn: tuple[StrategyMap, Picture]) -> None:
    _, found = drawn
    loose = [
        (line.cause, line.effect)
        for line in found.lines
        for id, point in ((line.cause, line.points[0]), (line.effect, line.points[-1]))
        if not _is_near(found, id, point)
    ]
    assert loose == []


def _is_near(found: Picture, id: str, point: tuple[float, float]) -> bool:
    return found.cards[id].has(point, by=-12.0)


def test_nothing_is_clipped(drawn: tuple[StrategyMap, Picture]) -> None:
    _, found = drawn
    boxes = [*found.cards.values(), *found.texts, *found.lanes]
    assert [box for box in boxes if not found.sheet.holds(box)] == []
    points = [point for line in found.lines for point in line.points]
    assert [point for point in points if not found.sheet.has(point, by=0.0)] == []


def test_lanes_hold_their_cards(drawn: tuple[StrategyMap, Picture]) -> None:
    view, found = drawn
    for lane, box in zip(view.lanes, found.lanes, strict=True):
        held = {id for id, card in found.cards.items() if box.holds(card)}
        assert held == {card.id for card in lane.cards}
