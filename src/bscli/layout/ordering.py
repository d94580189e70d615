"""Which node stands left of which: the order of each row that crosses few links.

After Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs" (1993): each row
in turn is sorted by the weighted medians of its neighbours' places, then neighbours change places
where that crosses less, and every other time where it crosses as much, to get out of dead ends.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import deque
from collections.abc import Iterable, Sequence

from bscli.layout.layers import Layers, Ranking

ROUNDS = 24
PATIENCE = 8
"""So many rounds without a better order end the search."""

EXCHANGES = 30
MOST_WORK = 60_000
"""Links between rows times rounds: a large map gets fewer rounds, so that the time is bounded."""

Orders = list[list[int]]


def ordered(layers: Layers) -> Ranking:
    """The order that crosses least of all that were met, the first of equals."""
    segments = sum(map(len, layers.above)) or 1
    rounds = max(2, min(ROUNDS, MOST_WORK // segments))
    found = [_improved(layers, start, rounds) for start in _starts(layers)]
    found.append([list(row) for row in layers.first])
    fewest = min(found, key=lambda orders: crossings(layers, orders))
    return tuple(map(tuple, fewest))


def crossings(layers: Layers, orders: Sequence[Sequence[int]]) -> int:
    """How often links between neighbouring rows cross."""
    places = _places(orders)
    total = 0
    for row in orders[1:]:
        seen: list[int] = []
        for node in row:
            tops = sorted(places[end] for end in layers.above[node])
            total += sum(len(seen) - bisect_right(seen, top) for top in tops)
            for top in tops:
                insort(seen, top)
    return total


def _starts(layers: Layers) -> Iterable[Orders]:
    """Orders to begin with, in which linked nodes are near: from the top down and the bottom up."""
    yield _breadth_first(layers, [node for row in layers.first for node in row])
    yield _breadth_first(layers, [node for row in reversed(layers.first) for node in row])


def _breadth_first(layers: Layers, nodes: Sequence[int]) -> Orders:
    orders: Orders = [[] for _ in layers.first]
    seen: set[int] = set()
    for start in nodes:
        waiting = deque([] if start in seen else [start])
        seen.add(start)
        while waiting:
            here = waiting.popleft()
            orders[layers.row_of[here]].append(here)
            beyond = [end for end in (*layers.below[here], *layers.above[here]) if end not in seen]
            seen.update(beyond)
            waiting.extend(dict.fromkeys(beyond))
    return orders


def _improved(layers: Layers, orders: Orders, rounds: int) -> Orders:
    """The best order met on the way from this one."""
    best, fewest, since = [list(row) for row in orders], crossings(layers, orders), 0
    for number in range(rounds):
        if fewest == 0 or since == PATIENCE:
            break
        _sort_by_medians(layers, orders, downward=number % 2 == 0, mirrored=number % 4 >= 2)
        _exchange(layers, orders, ties=number % 4 < 2)
        count = crossings(layers, orders)
        since += 1
        if count < fewest:
            best, fewest, since = [list(row) for row in orders], count, 0
    return best


def _sort_by_medians(layers: Layers, orders: Orders, *, downward: bool, mirrored: bool) -> None:
    """Sorts row after row by where their neighbours stand; ``mirrored`` turns around equals."""
    neighbours = layers.above if downward else layers.below
    rows = range(1, len(orders)) if downward else range(len(orders) - 2, -1, -1)
    for row in rows:
        beside = orders[row - 1] if downward else orders[row + 1]
        places = {node: place for place, node in enumerate(beside)}
        medians = {
            node: _median(sorted(places[end] for end in neighbours[node]))
            for node in orders[row]
            if neighbours[node]
        }
        free = list(reversed(medians)) if mirrored else list(medians)
        ranked = iter(sorted(free, key=medians.__getitem__))
        orders[row] = [next(ranked) if node in medians else node for node in orders[row]]


def _median(places: Sequence[int]) -> float:
    """The middle place; between two of them, nearer to the side where places are denser."""
    half = len(places) // 2
    if len(places) % 2:
        return places[half]
    left, right = places[half - 1] - places[0], places[-1] - places[half]
    if left == right:
        return (places[half - 1] + places[half]) / 2
    return (places[half - 1] * right + places[half] * left) / (left + right)


def _exchange(layers: Layers, orders: Orders, *, ties: bool) -> None:
    """Lets neighbours change places as long as that crosses less."""
    places = _places(orders)
    for _ in range(EXCHANGES):
        if sum(_exchange_in(layers, row, places, ties) for row in orders) == 0:
            return


def _exchange_in(layers: Layers, row: list[int], places: list[int], ties: bool) -> int:
    """How many crossings less a row has once each two neighbours were tried both ways."""
    saved = 0
    for place in range(len(row) - 1):
        left, right = row[place], row[place + 1]
        now, then = _crossed(layers, left, right, places), _crossed(layers, right, left, places)
        if then < now or (ties and now == then > 0):
            row[place], row[place + 1] = right, left
            places[left], places[right] = place + 1, place
            saved += now - then
    return saved


def _crossed(layers: Layers, left: int, right: int, places: list[int]) -> int:
    """How often the links of two neighbours cross each other in this order."""
    return sum(
        places[end] > places[other]
        for neighbours in (layers.above, layers.below)
        for end in neighbours[left]
        for other in neighbours[right]
    )


def _places(orders: Sequence[Sequence[int]]) -> list[int]:
    places = [0] * sum(map(len, orders))
    for row in orders:
        for place, node in enumerate(row):
            places[node] = place
    return places
