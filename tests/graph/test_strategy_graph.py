"""The questions about cause and effect, on graphs that are small enough to see the answer."""

from __future__ import annotations

import random

import pytest

from bscli.graph.strategy_graph import StrategyGraph
from tests.builders import scorecard_of


def graph_of(links: str) -> StrategyGraph:
    """Objectives linked as in ``a>b b>c``; ``a~b`` is a feedback link."""
    drives: dict[str, list[str]] = {}
    for link in links.split():
        kind = "feedback" if "~" in link else "causal"
        cause, effect = link.replace("~", ">").split(">")
        drives.setdefault(cause, []).append(f"{effect}: {{kind: {kind}}}")
        drives.setdefault(effect, [])
    objectives = "".join(
        f"  {id}: {{name: {id}, perspective: financial, drives: {{{', '.join(effects)}}}}}\n"
        for id, effects in drives.items()
    )
    return StrategyGraph(scorecard_of(f"bsc: 1\nname: Test\nobjectives:\n{objectives}"))


@pytest.mark.parametrize(
    ("links", "circles"),
    [
        ("a>b b>c", []),
        ("a>b a>c b>d c>d", []),
        ("a>b b>a", [("a", "b")]),
        ("c>a a>b b>c", [("a", "b", "c")]),
        ("a>b b~a", []),
        ("a>b b>c c~a", []),
        ("a>b b>a b~c c>a", [("a", "b")]),
        ("a>a", []),
        ("a>a a>b b>a", [("a", "b")]),
        ("c>d d>c a>b b>a b>c", [("a", "b"), ("c", "d")]),
        ("a>b b>c c>d d>a b>a", [("a", "b")]),
        ("x>a a>b b>a b>y", [("a", "b")]),
    ],
)
def test_each_group_shows_its_shortest_circle_from_its_smallest_id(
    links: str, circles: list[tuple[str, ...]]
) -> None:
    assert graph_of(links).circles() == circles


def test_a_link_is_part_of_a_circle_where_its_effect_leads_back() -> None:
    graph = graph_of("a>b b>a b>c c>d d>c x~a")
    pairs = [("a", "b"), ("b", "a"), ("c", "d"), ("b", "c"), ("x", "a")]
    assert [graph.is_part_of_circle(*pair) for pair in pairs] == [True, True, True, False, False]


def test_upstream_is_all_that_leads_to_an_objective() -> None:
    graph = graph_of("a>b b>c x>c c>d c~a")
    found = {id: "".join(sorted(graph.upstream(id))) for id in "abcdx"}
    assert found == {"a": "", "b": "a", "c": "abx", "d": "abcx", "x": ""}


def test_an_objective_is_not_upstream_of_itself() -> None:
    assert graph_of("a>b b>a").upstream("a") == {"b"}


def test_downstream_is_all_that_some_objectives_lead_to() -> None:
    graph = graph_of("a>b b>c x>y y>z c~x")
    assert graph.downstream_of(["a"]) == {"b", "c"}
    assert graph.downstream_of(["b", "x"]) == {"c", "y", "z"}
    assert graph.downstream_of([]) == frozenset()


def test_what_is_driven_drives_and_is_linked() -> None:
    graph = graph_of("a>b b~c d>d")
    assert [graph.is_driven(id) for id in "abcd"] == [False, True, False, False]
    assert [graph.drives_nothing(id) for id in "abcd"] == [False, True, True, True]
    assert [graph.is_unlinked(id) for id in "abcd"] == [False, False, False, True]
    assert [graph.number_of_causes(id) for id in "abcd"] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("links", "shortcuts"),
    [
        ("a>b b>c", []),
        ("a>b b>c a>c", ["ac"]),
        ("a>b b>c c>d a>d", ["ad"]),
        ("a>b a>c b>d c>d", []),
        ("a>b b>c a>c c~a", ["ac"]),
        ("a>b b~c a>c", []),
    ],
)
def test_a_shortcut_leaps_over_a_longer_chain(links: str, shortcuts: list[str]) -> None:
    graph = graph_of(links)
    found = [
        f"{cause.id}{effect.id}"
        for cause, _, effect in graph.links
        if graph.is_shortcut(cause.id, effect.id)
    ]
    assert found == shortcuts


def test_shortcuts_are_those_that_a_search_from_each_link_finds() -> None:
    dice = random.Random(7)
    for _ in range(40):
        pairs = {tuple(sorted(dice.sample("abcdefgh", 2))) for _ in range(14)}
        graph = graph_of(" ".join(f"{cause}>{effect}" for cause, effect in sorted(pairs)))
        for cause, effect in pairs:
            others = [end for start, end in pairs if start == cause and end != effect]
            assert graph.is_shortcut(cause, effect) == (effect in graph.downstream_of(others))


def test_links_to_what_does_not_exist_are_no_links() -> None:
    text = "bsc: 1\nname: Test\nobjectives: {a: {name: A, perspective: financial, drives: [b]}}"
    graph = StrategyGraph(scorecard_of(text))
    assert (graph.links, graph.has_broken_links) == ((), True)
    assert not graph_of("a>b b>b").has_broken_links


def test_perspectives_stand_higher_the_earlier_they_come() -> None:
    heights = {"financial": 4, "customer": 3, "internal": 2, "learning": 1}
    assert graph_of("a>b").heights == heights


def test_a_chain_of_thousands_is_followed_to_its_end() -> None:
    size = 1500
    graph = graph_of(" ".join(f"s{step}>s{step + 1} s{step}>t{step}" for step in range(size)))
    assert not graph.is_shortcut("s0", "t0")
    assert len(graph.downstream_of(["s0"])) == 2 * size
    assert len(graph.upstream(f"s{size}")) == size
    assert graph.circles() == []
