"""Circles in anything that leads on to something else: the groups in them, and the way around."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any, TypeVar

N = TypeVar("N", bound=Any)


def in_order(before: Mapping[N, Iterable[N]]) -> tuple[N, ...] | None:
    """Every node after all that come before it; None where there is a circle."""
    try:
        return tuple(TopologicalSorter(before).static_order())
    except CycleError:
        return None


def tangled_groups(pairs: Iterable[tuple[N, N]]) -> list[set[N]]:
    """The groups of nodes that lead on to each other, and each node that leads to itself."""
    # The dearest import of all, for the rare scorecard that does have a circle.
    import networkx

    graph: networkx.DiGraph[N] = networkx.DiGraph(list(pairs))
    groups = networkx.strongly_connected_components(graph)
    return [group for group in groups if len(group) > 1 or graph.has_edge(*group, *group)]


def shortest_circle(start: N, group: set[N], onward: Mapping[N, Iterable[N]]) -> tuple[N, ...]:
    """The shortest way around from a member of such a group back to it."""
    came_from: dict[N, N] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for end in sorted(set(onward.get(here, ())) & group):
            if end == start:
                return _walk_back(came_from, start, here)
            if end not in came_from:
                came_from[end] = here
                waiting.append(end)
    raise AssertionError("every member of the group leads back to itself in the end")


def _walk_back(came_from: dict[N, N], start: N, last: N) -> tuple[N, ...]:
    steps = [last]
    while steps[-1] != start:
        steps.append(came_from[steps[-1]])
    return tuple(reversed(steps))
