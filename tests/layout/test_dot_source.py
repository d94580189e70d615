"""The DOT text: the small map as a golden file, and labels that are shown, never obeyed."""

from __future__ import annotations

import json
import subprocess

import pytest
from syrupy.assertion import SnapshotAssertion

from bscli.layout.dot_program import is_installed
from bscli.layout.dot_source import dot_source
from bscli.views.strategy_map import LinkStyle, StrategyMap
from bscli.views.text import one_line
from tests.maps import BAKERY, UGLY_TEXTS, card, drawn_up, link, map_of, short

needs_graphviz = pytest.mark.skipif(not is_installed(), reason="Graphviz is not installed")


def test_the_dot_text_of_a_small_map(golden: SnapshotAssertion) -> None:
    assert dot_source(map_of(BAKERY)) == golden


def shown_by_graphviz(view: StrategyMap) -> list[str]:
    """Every line of text that Graphviz draws on a card, in order."""
    ended = subprocess.run(
        ["dot", "-Tjson"], input=dot_source(view).encode(), capture_output=True, check=True
    )
    nodes = json.loads(ended.stdout)["objects"]
    cards = sorted((node for node in nodes if node["name"].startswith("card")), key=_number)
    return [drawn["text"] for node in cards for drawn in node["_ldraw_"] if drawn.get("op") == "T"]


def _number(node: dict[str, str]) -> int:
    return int(node["name"].removeprefix("card"))


@needs_graphviz
@pytest.mark.parametrize("text", UGLY_TEXTS, ids=short)
def test_graphviz_shows_any_text_as_it_is(text: str) -> None:
    name = one_line(text)
    view = drawn_up([[card("a", name)], [card("b", "plain")]], [link("b", "a")])
    *lines, plain = shown_by_graphviz(view)
    assert ("".join("".join(lines).split()), plain) == ("".join(name.split()), "plain")


@needs_graphviz
def test_ids_cannot_be_taken_for_ports_or_words_of_the_language() -> None:
    ids = ["graph", "node", "edge", "subgraph", "strict", "a-b", "n1"]
    links = [link(cause, "graph") for cause in ids[1:]]
    view = drawn_up([[card("graph")], [card(id) for id in ids[1:]]], links)
    assert shown_by_graphviz(view) == [f"Objective {id}" for id in ids]


def test_every_link_runs_from_its_upper_end_to_its_lower_one() -> None:
    links = [link("b", "a"), link("a", "b", LinkStyle.FEEDS_BACK)]
    source = dot_source(drawn_up([[card("a")], [card("b")]], links))
    edges = [line.strip() for line in source.splitlines() if "card0 -> card1" in line]
    assert edges == [
        "card0 -> card1 [arrowtail=normal dir=back id=link0]",
        'card0 -> card1 [arrowhead=normal color="#1b5a8a" id=link1 style=dashed]',
    ]
