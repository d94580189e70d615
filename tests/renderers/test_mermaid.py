"""The Mermaid text: the small map as a golden file, and a language that no name can speak."""

from __future__ import annotations

import re

import pytest
import yaml
from syrupy.assertion import SnapshotAssertion

from bscli.renderers.mermaid import render
from bscli.scoring.status import Status
from bscli.views.strategy_map import Card, MapChoice, StrategyMap
from bscli.views.text import one_line
from tests.maps import BAKERY, UGLY_TEXTS, drawn_up, link, map_of, short

LABEL = r"""\["((?:[\w ,.'()/+<>-]|[^\x00-\x7f]|\#\d+;)*)"\]"""
LINES = re.compile(
    rf"""
      \ \ subgraph\ lane\d+{LABEL}
    | \ \ \ \ card\d+{LABEL}(?::::[a-z]+)?
    | \ \ end
    | \ \ card\d+\ (?:-->|(?:-\.-x|---o|-\.->)\|"[a-z ]+"\|)\ card\d+
    | \ \ classDef\ [a-z]+\ fill:\#[0-9a-f]{{6}},stroke:\#[0-9a-f]{{6}},color:\#[0-9a-f]{{6}}
    """,
    re.VERBOSE | re.ASCII,
)


def ugly(text: str) -> StrategyMap:
    """A map in which everything that can be named is called so."""
    name = one_line(text)
    cards = [
        [Card(id=id, name=name, owner=name, status=Status.RED, score="0.0", known="no KPIs")]
        for id in ("a", "b")
    ]
    view = drawn_up(cards, [link("b", "a")])
    lanes = tuple(
        type(lane)(id=lane.id, name=name, question=name, cards=lane.cards) for lane in view.lanes
    )
    return StrategyMap(title=name, vision=name, review="", shown="", lanes=lanes, links=view.links)


def decoded(label: str) -> list[str]:
    """The lines of a label as they are shown."""
    lines = label.removeprefix("#8203;").split("<br/>")
    return [re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), line) for line in lines]


def body(source: str) -> list[str]:
    """The lines behind the heading."""
    return source.split("flowchart BT\n", 1)[1].splitlines()


def test_the_mermaid_text_of_a_small_map(golden: SnapshotAssertion) -> None:
    assert render(map_of(BAKERY)) == golden


def test_a_plain_map_has_no_colours() -> None:
    source = render(map_of(BAKERY, MapChoice(plain=True)))
    assert "classDef" not in source
    assert ":::" not in source
    assert '    card0["Earn more from regulars<br/>Ada"]\n' in source


@pytest.mark.parametrize("text", UGLY_TEXTS, ids=short)
def test_every_line_is_one_of_the_few_that_are_meant(text: str) -> None:
    lines = body(render(ugly(text)))
    assert [line for line in lines if not LINES.fullmatch(line)] == []
    assert [line for line in lines if re.search(r"direction\s+(TB|BT|LR|RL|TD)", line)] == []


@pytest.mark.parametrize("text", UGLY_TEXTS, ids=short)
def test_labels_show_any_text_as_it_is(text: str) -> None:
    name = one_line(text)
    cards = re.findall(rf"    card\d+{LABEL}", render(ugly(text)), re.ASCII)
    assert [decoded(label) for label in cards] == 2 * [[name, "■ red 0.0, no KPIs", name]]


@pytest.mark.parametrize("text", UGLY_TEXTS, ids=short)
def test_the_heading_holds_any_title_and_nothing_that_older_versions_obey(text: str) -> None:
    source = render(ugly(text))
    first, heading, last, chart, *_ = source.split("\n")
    assert (first, last, chart) == ("---", "---", "flowchart BT")
    assert yaml.safe_load(heading) == {"title": one_line(text)}
    assert not re.search(r"[%{}<>&`]", heading)


@pytest.mark.parametrize(
    "name", ["1. Grow", "2) Grow", "- Grow", "+ Grow", "# Grow", "> 5%", "---"]
)
def test_a_name_does_not_begin_a_list_or_a_heading(name: str) -> None:
    assert '    card0["#8203;' in render(ugly(name))


def test_usual_names_stay_readable() -> None:
    source = render(ugly("Grow (in both directions), on time: 98%"))
    assert "Grow (in both directions), on time#58; 98#37;" in source


def test_lanes_without_cards_are_left_out() -> None:
    text = "bsc: 1\nname: T\nobjectives: {a: {name: A, perspective: customer}}"
    assert [line for line in body(render(map_of(text))) if "subgraph" in line] == [
        '  subgraph lane1["Customer"]'
    ]
