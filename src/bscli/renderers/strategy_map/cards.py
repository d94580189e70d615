"""Lanes and cards: who is asked what, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.layout import boxes
from bscli.layout.measure import LINE_SPACE, fitted, text_width
from bscli.layout.placed import PlacedCard, PlacedLane
from bscli.renderers import svg
from bscli.renderers.paint import painted
from bscli.renderers.signs import SIZE, mark_at
from bscli.views.palette import STATUS_PAINTS

LANE_INSET = 3.0
ASCENT = 0.93
"""How far the base line of a text lies below its top, in font sizes."""


def lane(placed: PlacedLane, width: float) -> str:
    """A band across the map with the name and the question of a perspective at its left."""
    band = svg.element(
        "rect",
        x=0.0,
        y=placed.y + LANE_INSET,
        width=width,
        height=placed.height - 2 * LANE_INSET,
        rx=8.0,
        **painted(fill="ground"),
    )
    x, y = boxes.MARGIN_PADDING, placed.y + boxes.MARGIN_PADDING
    name = lines(placed.name_lines, x, y, boxes.LANE_NAME_SIZE, "ink", bold=True)
    y += len(placed.name_lines) * boxes.LANE_NAME_SIZE * LINE_SPACE + boxes.QUESTION_GAP
    question = lines(placed.question_lines, x, y, boxes.QUESTION_SIZE, "quiet")
    return band + name + question


def lines(
    texts: tuple[str, ...], x: float, y: float, size: float, colour: str, *, bold: bool = False
) -> str:
    """Lines of text below each other, the top of the first one at ``y``."""
    return "".join(
        svg.text(
            text,
            x=x,
            y=y + size * (ASCENT + LINE_SPACE * number),
            font_size=size,
            font_weight="bold" if bold else None,
            **painted(fill=colour),
        )
        for number, text in enumerate(texts)
    )


def card(placed: PlacedCard) -> str:
    """An objective: its name, how it stands, how much of that is known, and who owns it."""
    return svg.title(placed.card.description) + _box(placed) + "".join(_texts(placed))


def _box(placed: PlacedCard) -> str:
    status = placed.card.status
    name = STATUS_PAINTS[status].name if status is not None else None
    colours = painted(fill=f"{name}-tint", stroke=name) if name else _plain()
    return svg.element(
        "rect",
        x=placed.x,
        y=placed.y,
        width=placed.width,
        height=placed.height,
        rx=6.0,
        stroke_width=1.2,
        **colours,
    )


def _plain() -> dict[str, str]:
    return painted(fill="surface", stroke="quiet")


def _texts(placed: PlacedCard) -> Iterator[str]:
    x = placed.x + boxes.CARD_PADDING
    y = placed.y + boxes.CARD_PADDING
    yield lines(placed.lines, x, y, boxes.NAME_SIZE, "ink", bold=True)
    line_height = boxes.DETAIL_SIZE * LINE_SPACE
    y = placed.y + placed.height - boxes.CARD_PADDING - placed.card.number_of_details * line_height
    if placed.card.status is not None:
        yield _result(placed, y)
        y += line_height
    if placed.card.owner:
        room = placed.width - 2 * boxes.CARD_PADDING
        owner = fitted(placed.card.owner, room, boxes.DETAIL_SIZE)
        yield lines((owner,), x, y, boxes.DETAIL_SIZE, "quiet")


def _result(placed: PlacedCard, y: float) -> str:
    """Sign, word and score at the left, coverage at the right."""
    own, size = placed.card, boxes.DETAIL_SIZE
    assert own.status is not None
    left, right = placed.x + boxes.CARD_PADDING, placed.x + placed.width - boxes.CARD_PADDING
    symbol = mark_at(own.status, left + SIZE / 2, y + size * LINE_SPACE / 2)
    paint = STATUS_PAINTS[own.status].name
    result = lines((own.standing,), left + SIZE + 5, y, size, paint, bold=True)
    start = right - text_width(own.known, size)
    return symbol + result + lines((own.known,), start, y, size, "quiet")
