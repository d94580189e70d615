"""How large cards and lane titles are, measured with the bundled typeface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bscli.layout.measure import LINE_SPACE, wrapped
from bscli.views.strategy_map import Card, Lane

CARD_WIDTH = 196.0
CARD_PADDING = 12.0
NAME_SIZE = 13.0
DETAIL_SIZE = 11.0
DETAIL_GAP = 6.0

MARGIN_WIDTH = 178.0
"""The left margin of the lanes, which holds their names and questions."""

MARGIN_PADDING = 16.0
LANE_NAME_SIZE = 14.0
QUESTION_SIZE = 12.0
QUESTION_GAP = 5.0


@dataclass(frozen=True, slots=True)
class CardBox:
    """A card's name in lines, and the height that the card needs."""

    lines: tuple[str, ...]
    height: float


def card_box(card: Card) -> CardBox:
    """The room for the name and, below it, a line for the result and one for the owner."""
    lines = wrapped(card.name, CARD_WIDTH - 2 * CARD_PADDING, NAME_SIZE, bold=True)
    details = card.number_of_details
    below = DETAIL_GAP + details * DETAIL_SIZE * LINE_SPACE if details else 0.0
    height = 2 * CARD_PADDING + len(lines) * NAME_SIZE * LINE_SPACE + below
    return CardBox(lines, height)


def row_height(cards: Sequence[Card]) -> float:
    """The height of all cards in a row: that of the highest one."""
    return max((card_box(card).height for card in cards), default=0.0)


@dataclass(frozen=True, slots=True)
class LaneTitle:
    """A lane's name and question in lines, and the height that they need."""

    name_lines: tuple[str, ...]
    question_lines: tuple[str, ...]
    height: float


def lane_title(lane: Lane) -> LaneTitle:
    """The room for name and question in the left margin of a lane."""
    room = MARGIN_WIDTH - 2 * MARGIN_PADDING
    name = wrapped(lane.name, room, LANE_NAME_SIZE, bold=True)
    question = wrapped(lane.question, room, QUESTION_SIZE)
    lines = (len(name) * LANE_NAME_SIZE + len(question) * QUESTION_SIZE) * LINE_SPACE
    return LaneTitle(name, question, 2 * MARGIN_PADDING + lines + QUESTION_GAP)
