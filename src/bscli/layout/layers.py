"""Rows of nodes with links only from row to row: a longer link passes each row at a node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bscli.layout.boxes import CARD_WIDTH
from bscli.layout.rows import Row
from bscli.views.strategy_map import MapLink, StrategyMap

PASSAGE_WIDTH = 0.0
CARD_GAP = 26.0
PASSAGE_GAP = 16.0
"""The room beside a link that passes a row."""

Ranking = tuple[tuple[int, ...], ...]
"""The nodes of each row from left to right, rows from the top down."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Nodes by number: the cards come first, then the passages of links through rows.

    ``chains`` has the nodes of each link from its upper end to its lower one; ``above`` and
    ``below`` have the neighbours of each node in the next row up and down.
    """

    number_of_cards: int
    first: Ranking
    row_of: tuple[int, ...]
    chains: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]
    below: tuple[tuple[int, ...], ...]

    def is_card(self, node: int) -> bool:
        """Whether the node is a card, not a passage."""
        return node < self.number_of_cards

    def width(self, node: int) -> float:
        """The room that the node itself takes."""
        return CARD_WIDTH if self.is_card(node) else PASSAGE_WIDTH

    def distance(self, left: int, right: int) -> float:
        """How far apart the middles of two neighbours must be at least."""
        gap = CARD_GAP if self.is_card(left) and self.is_card(right) else PASSAGE_GAP
        return (self.width(left) + self.width(right)) / 2 + gap


def layers_of(view: StrategyMap, rows: Sequence[Row]) -> Layers:
    """The cards of the rows as nodes, and a passage wherever a link crosses a row."""
    number = {card.id: node for node, card in enumerate(view.cards)}
    nodes = [[number[card.id] for card in row.cards] for row in rows]
    row_of = {node: place for place, row in enumerate(nodes) for node in row}
    chains = []
    for link in view.links:
        upper, lower = upper_first(link, number, row_of)
        passages = []
        for place in range(row_of[upper] + 1, row_of[lower]):
            passage = len(row_of)
            row_of[passage] = place
            nodes[place].append(passage)
            passages.append(passage)
        chains.append((upper, *passages, lower))
    above, below = _neighbours(chains, len(row_of))
    return Layers(
        number_of_cards=len(number),
        first=tuple(map(tuple, nodes)),
        row_of=tuple(row_of[node] for node in range(len(row_of))),
        chains=tuple(chains),
        above=above,
        below=below,
    )


def upper_first(link: MapLink, number: dict[str, int], row_of: dict[int, int]) -> tuple[int, int]:
    """The nodes at the ends of a link, the higher one first."""
    ends = (number[link.effect], number[link.cause])
    return ends if row_of[ends[0]] < row_of[ends[1]] else (ends[1], ends[0])


def _neighbours(
    chains: Sequence[tuple[int, ...]], nodes: int
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    above: list[list[int]] = [[] for _ in range(nodes)]
    below: list[list[int]] = [[] for _ in range(nodes)]
    for chain in chains:
        for upper, lower in pairwise(chain):
            above[lower].append(upper)
            below[upper].append(lower)
    return tuple(map(tuple, above)), tuple(map(tuple, below))
