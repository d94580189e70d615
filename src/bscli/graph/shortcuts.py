"""Which links of a graph without circles leap over a longer chain between the same ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

Edge = tuple[str, str]


def shortcuts(effects: Mapping[str, Sequence[str]], causes_first: Sequence[str]) -> frozenset[Edge]:
    """The links whose effect a longer chain reaches, too; every node stands after its causes.

    Sets of nodes are numbers with one bit a node, which keeps thousands of them quick and small.
    """
    found: set[Edge] = set()
    place = {node: number for number, node in enumerate(reversed(causes_first))}
    uses = Counter(end for ends in effects.values() for end in ends)
    reached: dict[str, int] = {}  # what each node leads to, as long as a cause of it is to come
    for cause in reversed(causes_first):
        ends = effects.get(cause, ())
        beyond = reduce(or_, (reached[end] for end in ends), 0)
        found.update((cause, end) for end in ends if beyond >> place[end] & 1)
        reached[cause] = reduce(or_, (1 << place[end] for end in ends), beyond)
        for end in ends:
            uses[end] -= 1
            if not uses[end]:
                del reached[end]
    return frozenset(found)
