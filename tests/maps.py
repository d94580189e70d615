"""Strategy maps to draw: a small one, any one, and texts that would like to be markup."""

from __future__ import annotations

from hypothesis import strategies as st

from bscli.layout.layers import Layers, layers_of
from bscli.layout.rows import rows_of
from bscli.views.strategy_map import (
    EVERYTHING,
    Card,
    Lane,
    LinkStyle,
    MapChoice,
    MapLink,
    StrategyMap,
    strategy_map,
)
from tests.builders import analysis_of

BAKERY = """
    bsc: 1
    name: Millbrook Bakery (fictional)
    vision: The bread people cross the street for.
    map: {engine: built-in}
    themes: {money: {name: Money}, people: {name: People}, pets: {name: Pets}}
    perspectives:
      financial: {}
      customer: {}
      learning: {}
    objectives:
      earn-more:
        name: Earn more from regulars
        perspective: financial
        owner: Ada
        themes: [money]
        drives: {train-bakers: {because: Profit pays for courses., kind: feedback}}
        kpis: {profit: {name: Profit, target: 10, red: 5, actuals: {2026-09: 11}}}
      waste-less:
        name: Throw away less
        perspective: financial
        themes: [money]
        drives: {earn-more: {because: It is our money., kind: logical}}
        kpis:
          waste: {name: Waste, better: lower, target: 5, red: 9, actuals: {2026-09: 7}}
          bins: {name: Bins, target: 5, red: 3, actuals: {}}
      keep-regulars:
        name: Keep the regulars
        perspective: customer
        drives: {earn-more: {because: They buy every day., lag: 2 quarters}}
      train-bakers:
        name: Train every baker
        perspective: learning
        owner: Jo
        themes: [people]
        drives:
          keep-regulars: {because: Good bread brings them back.}
          waste-less: {because: Learners spoil dough., effect: negative}
        kpis: {courses: {name: Courses, target: 5, red: 3, actuals: {2026-09: 1}}}
"""

UGLY_TEXTS = (
    "</title><script>alert(1)</script>",
    "</text></svg><img src=x onerror=alert(1)>",
    "]]>",
    "<!-- -->",
    "AT&T &amp; &lt;b&gt; &#60;i&#62;",
    "<b>bold</b>",
    "<<b>bold</b>>",
    "\"quoted\" 'too'",
    "ends with a backslash\\",
    "\\N \\G \\n \\l",
    "{a|b} <port>",
    "%%{init: {'theme': 'dark'}}%%",
    "```",
    "`code` **bold** _slanted_",
    "end",
    "click card0 callback",
    "subgraph x",
    "Turn direction TB now",
    "style card0: #f00;",
    "#35; #quot;",
    "a --> b | c",
    ":::red",
    "1. First",
    "- dash",
    "> 5%",
    "{{ 7 * 7 }} ${x}",
    "\u0627\u0644\u0646\u0645\u0648 \u0627\u0644\u0645\u0633\u062a\u062f\u0627\u0645",
    "\u05e6\u05de\u05d9\u05d7\u05d4",
    "\u53ef\u6301\u7eed\u589e\u957f",
    "\u0e01\u0e32\u0e23\u0e40\u0e15\u0e34\u0e1a\u0e42\u0e15",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea \U0001f44d\U0001f3fd",
    "e\u0301\u0301\u0301 \u0301",
    "\u200b",
    "\ufffe\uffff",
    "\U0010ffff \ue000",
    "\u202eright to left",
    "W" * 400,
    "long " * 80,
)
"""What somebody could write as a name, in the hope that a drawing obeys it or breaks."""


def short(text: str) -> str:
    """A text as the name of a test."""
    return ascii(text[:30])


def map_of(text: str, choice: MapChoice = EVERYTHING) -> StrategyMap:
    """The map of one scorecard."""
    analysis = analysis_of(text)
    return strategy_map(analysis.scores[0], analysis.graphs[0], choice)


def view_of(lanes: list[list[str]], links: list[tuple[str, str]]) -> StrategyMap:
    """A map with cards by their ids, lane by lane, and links from cause to effect."""
    pairs = [link(cause, effect) for cause, effect in links]
    return drawn_up([[card(id) for id in lane] for lane in lanes], pairs)


def drawn_up(lanes: list[list[Card]], links: list[MapLink]) -> StrategyMap:
    """A map of these cards and links."""
    return StrategyMap(
        title="Map (fictional)",
        vision="",
        review="",
        shown="",
        lanes=tuple(
            Lane(id=f"lane{number}", name=f"Lane {number}", question="", cards=tuple(cards))
            for number, cards in enumerate(lanes)
        ),
        links=tuple(links),
    )


def card(id: str, name: str = "") -> Card:
    """A card without results."""
    return Card(id=id, name=name or f"Objective {id}", owner="", status=None, score="", known="")


def link(cause: str, effect: str, style: LinkStyle = LinkStyle.RAISES) -> MapLink:
    """A link that says no more than what it does."""
    return MapLink(cause=cause, effect=effect, style=style, description=f"{cause} {style} {effect}")


def layers(view: StrategyMap) -> Layers:
    """The nodes of a map in their rows, in the order of the file."""
    return layers_of(view, rows_of(view))


@st.composite
def views(draw: st.DrawFn, cards: int = 14) -> StrategyMap:
    """Any map: lanes may be empty, links may run down, in circles and both ways."""
    lane_of = draw(st.lists(st.integers(0, 3), min_size=1, max_size=cards))
    ids = [f"o{number}" for number in range(len(lane_of))]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(
        lambda pair: len({*pair}) == 2
    )
    pairs = draw(st.lists(ends, unique=True, max_size=2 * cards)) if len(ids) > 1 else []
    styles = st.sampled_from(LinkStyle)
    lanes = [
        [card(id) for id, own in zip(ids, lane_of, strict=True) if own == lane] for lane in range(4)
    ]
    return drawn_up(lanes, [link(*pair, draw(styles)) for pair in pairs])
