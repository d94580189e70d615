"""What a strategy map shows: cards in words, links by what they say, and what was chosen."""

from __future__ import annotations

import pytest

from bscli.errors import NotFoundError
from bscli.model.objective import Effect, Link, LinkKind
from bscli.model.reading import KEY
from bscli.scoring.status import Status
from bscli.views.strategy_map import Card, LinkStyle, MapChoice, style_of
from tests.maps import BAKERY, map_of

CHAIN = """
    bsc: 1
    name: Chain (fictional)
    objectives:
      a: {name: A, perspective: financial}
      b: {name: B, perspective: customer, drives: [a]}
      c: {name: C, perspective: internal, drives: [b]}
      d: {name: D, perspective: learning, drives: [c]}
      e: {name: E, perspective: learning}
"""


def shown_ids(choice: MapChoice, text: str = BAKERY) -> list[str]:
    return [card.id for card in map_of(text, choice).cards]


def test_lanes_come_from_the_top_down_with_their_questions() -> None:
    lanes = [(lane.id, lane.name, lane.question) for lane in map_of(BAKERY).lanes]
    assert lanes == [
        ("financial", "Financial", "How do we look to shareholders?"),
        ("customer", "Customer", "How do customers see us?"),
        (
            "learning",
            "Learning & Growth",
            "How will we sustain our ability to change and improve?",
        ),
    ]


def test_a_card_says_how_its_objective_stands_how_much_is_known_and_who_owns_it() -> None:
    assert map_of(BAKERY).cards == (
        Card(
            id="earn-more",
            name="Earn more from regulars",
            owner="Ada",
            status=Status.GREEN,
            score="7.3",
            known="1 of 1 KPI",
        ),
        Card(
            id="waste-less",
            name="Throw away less",
            owner="",
            status=Status.AMBER,
            score="5.0",
            known="1 of 2 KPIs",
        ),
        Card(
            id="keep-regulars",
            name="Keep the regulars",
            owner="",
            status=Status.NO_DATA,
            score="",
            known="no KPIs",
        ),
        Card(
            id="train-bakers",
            name="Train every baker",
            owner="Jo",
            status=Status.RED,
            score="0.0",
            known="1 of 1 KPI",
        ),
    )


def test_a_card_is_one_sentence() -> None:
    assert [card.description for card in map_of(BAKERY).cards] == [
        "Earn more from regulars: green, score 7.3, 1 of 1 KPI; owner Ada",
        "Throw away less: amber, score 5.0, 1 of 2 KPIs",
        "Keep the regulars: no data, no KPIs",
        "Train every baker: red, score 0.0, 1 of 1 KPI; owner Jo",
    ]


def test_a_link_is_one_sentence() -> None:
    assert [link.description for link in map_of(BAKERY).links] == [
        "Earn more from regulars feeds back into Train every baker: Profit pays for courses.",
        "Throw away less adds up to Earn more from regulars: It is our money.",
        "Keep the regulars raises Earn more from regulars (after 2 quarters): They buy every day.",
        "Train every baker raises Keep the regulars: Good bread brings them back.",
        "Train every baker lowers Throw away less: Learners spoil dough.",
    ]


@pytest.mark.parametrize(
    ("kind", "effect", "style"),
    [
        (LinkKind.CAUSAL, Effect.POSITIVE, LinkStyle.RAISES),
        (LinkKind.CAUSAL, Effect.NEGATIVE, LinkStyle.LOWERS),
        (LinkKind.LOGICAL, Effect.POSITIVE, LinkStyle.ADDS_UP),
        (LinkKind.LOGICAL, Effect.NEGATIVE, LinkStyle.LOWERS),
        (LinkKind.FEEDBACK, Effect.POSITIVE, LinkStyle.FEEDS_BACK),
        (LinkKind.FEEDBACK, Effect.NEGATIVE, LinkStyle.FEEDS_BACK),
    ],
)
def test_a_link_looks_like_what_it_says(kind: LinkKind, effect: Effect, style: LinkStyle) -> None:
    link = Link.model_validate({KEY: "b", "kind": kind.value, "effect": effect.value})
    assert style_of(link) is style


def test_the_legend_knows_what_occurs_in_a_fixed_order() -> None:
    view = map_of(BAKERY)
    assert view.statuses == (Status.GREEN, Status.AMBER, Status.RED, Status.NO_DATA)
    assert view.styles == tuple(LinkStyle)


def test_the_heading_says_whose_map_it_is_and_of_which_review() -> None:
    view = map_of(BAKERY)
    assert (view.title, view.vision, view.review, view.shown) == (
        "Millbrook Bakery (fictional)",
        "The bread people cross the street for.",
        "2026-Q3, as of 2026-10-15",
        "",
    )


def test_a_plain_map_has_no_results() -> None:
    view = map_of(BAKERY, MapChoice(plain=True))
    assert view.review == ""
    assert view.statuses == ()
    assert [card.description for card in view.cards] == [
        "Earn more from regulars; owner Ada",
        "Throw away less",
        "Keep the regulars",
        "Train every baker; owner Jo",
    ]
    assert view.links == map_of(BAKERY).links


def test_a_theme_shows_its_objectives_with_the_links_and_lanes_that_are_left() -> None:
    view = map_of(BAKERY, MapChoice(theme="money"))
    assert [card.id for card in view.cards] == ["earn-more", "waste-less"]
    assert [(link.cause, link.effect) for link in view.links] == [("waste-less", "earn-more")]
    assert [lane.id for lane in view.lanes] == ["financial"]
    assert view.shown == "Shown: theme Money"


def test_a_focus_shows_what_drives_it_and_what_it_drives_but_not_what_feeds_back() -> None:
    assert shown_ids(MapChoice(focus="keep-regulars")) == [
        "earn-more",
        "keep-regulars",
        "train-bakers",
    ]
    assert shown_ids(MapChoice(focus="earn-more")) == [
        "earn-more",
        "waste-less",
        "keep-regulars",
        "train-bakers",
    ]
    assert shown_ids(MapChoice(focus="waste-less")) == ["earn-more", "waste-less", "train-bakers"]


@pytest.mark.parametrize(
    ("depth", "ids", "words"),
    [
        (1, ["a", "b", "c"], " within 1 link"),
        (2, ["a", "b", "c", "d"], " within 2 links"),
        (9, ["a", "b", "c", "d"], " within 9 links"),
        (None, ["a", "b", "c", "d"], ""),
    ],
)
def test_depth_counts_links_from_the_focus(depth: int | None, ids: list[str], words: str) -> None:
    view = map_of(CHAIN, MapChoice(focus="b", depth=depth))
    assert [card.id for card in view.cards] == ids
    assert view.shown == f"Shown: what drives B and what it drives{words}"


def test_a_theme_and_a_focus_narrow_the_map_together() -> None:
    view = map_of(BAKERY, MapChoice(theme="money", focus="train-bakers"))
    assert [card.id for card in view.cards] == ["earn-more", "waste-less"]
    assert view.shown == (
        "Shown: theme Money, and what drives Train every baker and what it drives"
    )


def test_an_empty_perspective_keeps_its_lane_where_all_is_shown() -> None:
    text = "bsc: 1\nname: T\nobjectives: {a: {name: A, perspective: financial}}"
    assert [(lane.id, len(lane.cards)) for lane in map_of(text).lanes] == [
        ("financial", 1),
        ("customer", 0),
        ("internal", 0),
        ("learning", 0),
    ]


@pytest.mark.parametrize(
    ("choice", "message", "hint"),
    [
        (
            MapChoice(theme="monee"),
            'there is no theme "monee"',
            'did you mean "money"?',
        ),
        (
            MapChoice(theme="zzz"),
            'there is no theme "zzz"',
            "known: money, people, pets",
        ),
        (
            MapChoice(focus="keep-regular"),
            'there is no objective "keep-regular"',
            'did you mean "keep-regulars"?',
        ),
        (
            MapChoice(focus="profit"),
            'there is no objective "profit"',
            "known: earn-more, waste-less, keep-regulars, train-bakers",
        ),
    ],
)
def test_an_unknown_id_is_told_with_what_there_is(
    choice: MapChoice, message: str, hint: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        map_of(BAKERY, choice)
    assert (str(caught.value), caught.value.hint) == (message, hint)


def test_a_link_to_what_does_not_exist_is_left_out() -> None:
    text = """
        bsc: 1
        name: T
        objectives:
          a: {name: A, perspective: financial}
          b: {name: B, perspective: customer, drives: [a, nowhere]}
    """
    assert [(link.cause, link.effect) for link in map_of(text).links] == [("b", "a")]


def test_long_texts_are_cut_and_stay_on_one_line() -> None:
    text = f"""
        bsc: 1
        name: "{"long name " * 40}"
        owner: "{"o" * 90}"
        objectives: {{a: {{name: "{"w" * 400}", perspective: financial}}}}
    """
    view = map_of(text)
    assert view.title == ("long name " * 40)[:159].rstrip() + "…"
    assert (view.cards[0].name, view.cards[0].owner) == ("w" * 159 + "…", "o" * 39 + "…")
