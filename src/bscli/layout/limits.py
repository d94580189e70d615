"""How much one picture can hold: beyond that nobody can read it, and it takes too long to make."""

from __future__ import annotations

from bscli.errors import UsageError
from bscli.layout.rows import row_numbers, rows_of
from bscli.views.strategy_map import StrategyMap

MOST_CARDS = 200
MOST_PASSAGES = 20_000
"""Links, counted once for each row of cards that they lead through."""


class TooLargeError(UsageError):
    """The map holds more than one picture can show."""


def refuse_too_large(view: StrategyMap) -> None:
    """Raises TooLargeError for a map that nobody could read."""
    cards, links = len(view.cards), len(view.links)
    if cards > MOST_CARDS or links > MOST_PASSAGES or _passages(view) > MOST_PASSAGES:
        message = f"{cards} objectives with {links} links are too many for one picture"
        raise TooLargeError(message, "narrow it with --focus or --theme")


def _passages(view: StrategyMap) -> int:
    numbers = row_numbers(rows_of(view))
    return sum(abs(numbers[link.cause] - numbers[link.effect]) for link in view.links)
