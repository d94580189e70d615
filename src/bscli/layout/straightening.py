"""Long links made to run upright, wherever their neighbours leave the room for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bscli.layout.layers import Layers, Ranking

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class _Room:
    """How far a node may move to either side."""

    low: float
    high: float

    def within(self, other: _Room) -> _Room:
        return _Room(max(self.low, other.low), min(self.high, other.high))

    def nearest(self, place: float) -> float:
        return min(max(place, self.low), self.high)


def straighten(layers: Layers, ranking: Ranking, x: list[float]) -> None:
    """Moves the passages of each link onto as few uprights as there is room for."""
    beside = _neighbours(layers, ranking)
    sheet = _extent(layers, x)
    chains = [chain[1:-1] for chain in layers.chains if len(chain) > 3]
    for _ in range(ROUNDS):
        for chain in sorted(chains, key=len, reverse=True):
            for run, room in _runs(chain, beside, x, sheet):
                upright = room.nearest(sum(x[node] for node in run) / len(run))
                for node in run:
                    x[node] = upright


def _extent(layers: Layers, x: Sequence[float]) -> _Room:
    """From the leftmost edge of all nodes to the rightmost one: the map grows no wider."""
    halves = [layers.width(node) / 2 for node in range(len(x))]
    return _Room(
        min((place - half for place, half in zip(x, halves, strict=True)), default=0.0),
        max((place + half for place, half in zip(x, halves, strict=True)), default=0.0),
    )


Beside = dict[int, tuple[tuple[int, float] | None, tuple[int, float] | None]]
"""The neighbours of each node to the left and right, with the distances to keep."""


def _neighbours(layers: Layers, ranking: Ranking) -> Beside:
    found: Beside = {}
    for row in ranking:
        for place, node in enumerate(row):
            left = row[place - 1] if place else None
            right = row[place + 1] if place + 1 < len(row) else None
            found[node] = (
                None if left is None else (left, layers.distance(left, node)),
                None if right is None else (right, layers.distance(node, right)),
            )
    return found


def _runs(
    chain: Sequence[int], beside: Beside, x: Sequence[float], sheet: _Room
) -> Iterator[tuple[list[int], _Room]]:
    """The chain in stretches that can each stand on one upright."""
    run: list[int] = []
    common = _Room(0.0, 0.0)
    for node in chain:
        own = _room(node, beside, x, sheet)
        narrowed = common.within(own) if run else own
        if run and narrowed.low > narrowed.high:
            yield run, common
            run, narrowed = [], own
        run.append(node)
        common = narrowed
    yield run, common


def _room(node: int, beside: Beside, x: Sequence[float], sheet: _Room) -> _Room:
    left, right = beside[node]
    low = x[left[0]] + left[1] if left else sheet.low
    high = x[right[0]] - right[1] if right else sheet.high
    return _Room(min(low, x[node]), max(high, x[node]))
