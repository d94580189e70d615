"""Where each node of an ordered row stands from left to right, so that links run straight.

A node wants to stand at the weighted mean of its neighbours. The places nearest to all wishes that
keep order and distance are an isotonic regression, which pooling adjacent violators solves exactly
(Ayer and others, 1955).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bscli.layout.layers import Layers, Ranking
from bscli.layout.straightening import straighten

ROUNDS = 16

STRAIGHT, BENT, LOOSE = 8.0, 2.0, 1.0
"""How much a link between two passages, a card and a passage, and two cards wants to be upright."""


def middles(layers: Layers, ranking: Ranking) -> list[float]:
    """The horizontal middle of each node; the leftmost edge of all nodes stands at 0."""
    x = [0.0] * len(layers.row_of)
    for row in ranking:
        _settle(layers, row, [0.0] * len(row), [1.0] * len(row), x)
    for number in range(ROUNDS):
        downward = number % 2 == 0
        for row in ranking if downward else reversed(ranking):
            _follow(layers, row, x, (layers.above if downward else layers.below,))
    for row in ranking:
        _follow(layers, row, x, (layers.above, layers.below))
    straighten(layers, ranking, x)
    leftmost = min((x[node] - layers.width(node) / 2 for row in ranking for node in row), default=0)
    return [middle - leftmost for middle in x]


def _follow(
    layers: Layers,
    row: Sequence[int],
    x: list[float],
    sides: tuple[Sequence[Sequence[int]], ...],
) -> None:
    """Moves a row to where its neighbours pull it."""
    wishes, weights = [], []
    for node in row:
        pulls = [(_weight(layers, node, end), x[end]) for side in sides for end in side[node]]
        total = sum(weight for weight, _ in pulls)
        wish = sum(weight * place for weight, place in pulls) / total if total else x[node]
        wishes.append(wish)
        weights.append(total or LOOSE / 4)
    _settle(layers, row, wishes, weights, x)


def _weight(layers: Layers, node: int, end: int) -> float:
    cards = layers.is_card(node) + layers.is_card(end)
    return (STRAIGHT, BENT, LOOSE)[cards]


def _settle(
    layers: Layers,
    row: Sequence[int],
    wishes: Sequence[float],
    weights: Sequence[float],
    x: list[float],
) -> None:
    """Puts the nodes of a row as near to their wishes as their distances allow."""
    offsets = [0.0]
    for left, right in pairwise(row):
        offsets.append(offsets[-1] + layers.distance(left, right))
    shifted = [wish - offset for wish, offset in zip(wishes, offsets, strict=False)]
    for node, offset, place in zip(row, offsets, _isotonic(shifted, weights), strict=False):
        x[node] = place + offset


def _isotonic(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The never falling numbers nearest to the wishes, by weighted squares."""
    blocks: list[tuple[float, float, int]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        mean, total, size = wish, weight, 1
        while blocks and blocks[-1][0] > mean:
            other_mean, other_total, other_size = blocks.pop()
            mean = (mean * total + other_mean * other_total) / (total + other_total)
            total, size = total + other_total, size + other_size
        blocks.append((mean, total, size))
    return [mean for mean, _, size in blocks for _ in range(size)]
