"""Which cards stand in one row: a lane has more than one where its cards drive each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from bscli.views.strategy_map import Card, Lane, LinkStyle, MapLink, StrategyMap

MOST_IN_A_ROW = 6


@dataclass(frozen=True, slots=True)
class Row:
    """Cards side by side; ``lane`` counts the lanes from the top."""

    lane: int
    cards: tuple[Card, ...]
    is_first_of_lane: bool


def rows_of(view: StrategyMap) -> tuple[Row, ...]:
    """All rows from the top down: two cards with a link between them never share one."""
    pull = _pull(view)
    return tuple(
        Row(number, cards, place == 0)
        for number, lane in enumerate(view.lanes)
        for place, cards in enumerate(_rows_in(lane, _above(view, lane), pull))
    )


def row_numbers(rows: Sequence[Row]) -> dict[str, int]:
    """The number of the row that each card stands in, by its id, from the top down."""
    return {card.id: number for number, row in enumerate(rows) for card in row.cards}


def rises(link: MapLink, numbers: Mapping[str, int]) -> bool:
    """Whether a link leads upward, as most do."""
    return numbers[link.cause] > numbers[link.effect]


def _rows_in(
    lane: Lane, above: Mapping[str, list[str]], pull: Mapping[str, int]
) -> Iterator[tuple[Card, ...]]:
    """The lane's rows from the top down; an empty lane has one without cards."""
    levels = _levels([card.id for card in lane.cards], above)
    if not lane.cards:
        yield ()
    for level in sorted(set(levels.values()), reverse=True):
        yield from _parted([card for card in lane.cards if levels[card.id] == level], pull)


def _parted(cards: list[Card], pull: Mapping[str, int]) -> Iterator[tuple[Card, ...]]:
    """Cards of one level in rows of about one length: what leads upward stands higher."""
    rows = ceil(len(cards) / MOST_IN_A_ROW)
    ranked = sorted(cards, key=lambda card: -pull[card.id])
    for number in range(rows):
        chosen = ranked[len(cards) * number // rows : len(cards) * (number + 1) // rows]
        ids = {card.id for card in chosen}
        yield tuple(card for card in cards if card.id in ids)


def _pull(view: StrategyMap) -> Counter[str]:
    """How many more links lead from a card to a higher lane or a lower one come from there."""
    lane_of = {card.id: number for number, lane in enumerate(view.lanes) for card in lane.cards}
    found: Counter[str] = Counter(dict.fromkeys(lane_of, 0))
    for link in view.links:
        rise = lane_of[link.cause] - lane_of[link.effect]
        found[link.cause] += (rise > 0) - (rise < 0)
        found[link.effect] -= (rise > 0) - (rise < 0)
    return found


def _above(view: StrategyMap, lane: Lane) -> dict[str, list[str]]:
    """For each card of a lane, those that must stand above it: its effects in the same lane."""
    found: dict[str, list[str]] = {card.id: [] for card in lane.cards}
    for link in view.links:
        low, high = link.cause, link.effect
        if link.style is LinkStyle.FEEDS_BACK:
            low, high = high, low
        if low in found and high in found:
            found[low].append(high)
    return found


def _levels(ids: list[str], above: Mapping[str, list[str]]) -> dict[str, int]:
    """How many rows from the bottom each card stands; of a circle one link leads down."""
    finished = _depth_first(ids, above)
    place = {id: number for number, id in enumerate(reversed(finished))}
    levels = dict.fromkeys(place, 0)
    for low in place:
        for high in above[low]:
            if place[high] > place[low]:
                levels[high] = max(levels[high], levels[low] + 1)
    return levels


def _depth_first(ids: list[str], above: Mapping[str, list[str]]) -> list[str]:
    """The ids in the order in which a search through all that stands above them ends."""
    seen: set[str] = set()
    finished: list[str] = []
    for start in ids:
        waiting = [] if start in seen else [(start, iter(above[start]))]
        seen.add(start)
        while waiting:
            here, ends = waiting[-1]
            beyond = next((end for end in ends if end not in seen), None)
            if beyond is None:
                finished.append(here)
                waiting.pop()
            else:
                seen.add(beyond)
                waiting.append((beyond, iter(above[beyond])))
    return finished
