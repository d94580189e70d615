"""Objectives as nodes, cause-and-effect links as edges, and what can be asked of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx

from bscli.model.objective import Link, LinkKind, Objective
from bscli.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class StrategyGraph:
    """One scorecard's cause-and-effect graph; links to what does not exist are left out."""

    scorecard: Scorecard
    _links: networkx.DiGraph[str]
    _onward: networkx.DiGraph[str]

    @classmethod
    def of(cls, scorecard: Scorecard) -> StrategyGraph:
        """The graph of a scorecard."""
        links: networkx.DiGraph[str] = networkx.DiGraph()
        links.add_nodes_from(objective.id for objective in scorecard.objectives)
        onward = links.copy()
        for cause, link in _sound_links(scorecard, set(links)):
            links.add_edge(cause.id, link.effect_id)
            if link.kind is not LinkKind.FEEDBACK:
                onward.add_edge(cause.id, link.effect_id)
        return cls(scorecard, links, onward)

    def links(self) -> Iterator[tuple[Objective, Link, Objective]]:
        """Every link between two objectives, with both, in the order of the file."""
        by_id = {objective.id: objective for objective in self.scorecard.objectives}
        for cause, link in _sound_links(self.scorecard, by_id):
            yield cause, link, by_id[link.effect_id]

    def is_unlinked(self, objective: str) -> bool:
        """Whether it is neither cause nor effect of anything."""
        return not self.number_of_causes(objective) and not self._links.out_degree(objective)

    def number_of_causes(self, objective: str) -> int:
        """How many links lead into it."""
        return int(self._links.in_degree(objective))

    def drives_nothing(self, objective: str) -> bool:
        """Whether no link leads on from it; a feedback link leads back."""
        return not self._onward.out_degree(objective)

    def upstream(self, objective: str) -> frozenset[str]:
        """Everything that drives it, directly or not."""
        return frozenset(networkx.ancestors(self._onward, objective))

    def is_reached_otherwise(self, cause: str, effect: str) -> bool:
        """Whether a chain of more than one link leads from the cause to the effect."""
        steps = set(self._onward.successors(cause)) - {effect}
        return any(networkx.has_path(self._onward, step, effect) for step in steps)

    def circles(self) -> list[tuple[str, ...]]:
        """One circle for each group of objectives that drive each other, from its smallest id."""
        groups = networkx.strongly_connected_components(self._onward)
        found = [self._circle(min(group), group) for group in groups if len(group) > 1]
        return sorted(found)

    def _circle(self, start: str, group: Iterable[str]) -> tuple[str, ...]:
        """The shortest way around from a member of the group back to it."""
        members = set(group)
        came_from: dict[str, str] = {}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for effect in sorted(set(self._onward.successors(here)) & members):
                if effect == start:
                    return _walk_back(came_from, start, here)
                if effect not in came_from:
                    came_from[effect] = here
                    waiting.append(effect)
        raise AssertionError("every member of the group drives itself in the end")


def _sound_links(scorecard: Scorecard, known: Iterable[str]) -> Iterator[tuple[Objective, Link]]:
    ids = set(known)
    for objective in scorecard.objectives:
        for link in objective.drives:
            if link.effect_id in ids and link.effect_id != objective.id:
                yield objective, link


def _walk_back(came_from: dict[str, str], start: str, last: str) -> tuple[str, ...]:
    steps = [last]
    while steps[-1] != start:
        steps.append(came_from[steps[-1]])
    return tuple(reversed(steps))
