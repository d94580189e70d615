"""Objectives as nodes, cause-and-effect links as edges, and what can be asked of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bscli.graph.circles import in_order, shortest_circle, tangled_groups
from bscli.graph.shortcuts import shortcuts
from bscli.model.objective import Link, LinkKind, Objective
from bscli.model.scorecard import Scorecard

Neighbours = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class StrategyGraph:
    """One scorecard's cause-and-effect graph; links to what does not exist are left out."""

    scorecard: Scorecard

    @cached_property
    def links(self) -> tuple[tuple[Objective, Link, Objective], ...]:
        """Every link between two objectives, with both, in the order of the file."""
        ends = (
            (cause, link, self.scorecard.objective(link.effect_id))
            for cause in self.scorecard.objectives
            for link in cause.drives
            if link.effect_id != cause.id
        )
        return tuple((cause, link, effect) for cause, link, effect in ends if effect is not None)

    @cached_property
    def has_broken_links(self) -> bool:
        """Whether some link names an objective that does not exist: it may have meant any."""
        known = self.scorecard.objective
        causes = self.scorecard.objectives
        return any(known(link.effect_id) is None for cause in causes for link in cause.drives)

    @cached_property
    def heights(self) -> Mapping[str, int]:
        """How high each perspective stands on the map; the lowest one at 1."""
        ids = [perspective.id for perspective in self.scorecard.perspectives]
        return {id: height for height, id in enumerate(reversed(ids), start=1)}

    def is_unlinked(self, objective: str) -> bool:
        """Whether it is neither cause nor effect of anything."""
        return objective not in self._linked

    def number_of_causes(self, objective: str) -> int:
        """How many links lead into it."""
        return self._number_of_causes[objective]

    def drives_nothing(self, objective: str) -> bool:
        """Whether no link leads on from it; a feedback link leads back."""
        return not self._effects.get(objective)

    def is_driven(self, objective: str) -> bool:
        """Whether any link leads on to it."""
        return objective in self._causes

    def upstream(self, objective: str) -> frozenset[str]:
        """Everything that drives it, directly or not."""
        return _reached(self._causes.get(objective, ()), self._causes) - {objective}

    def downstream_of(self, objectives: Iterable[str]) -> frozenset[str]:
        """Everything that some objectives drive, directly or not."""
        starts = (effect for cause in objectives for effect in self._effects.get(cause, ()))
        return _reached(starts, self._effects)

    def surroundings(self, objective: str, depth: int | None = None) -> frozenset[str]:
        """The objective with all that drives it and all that it drives, so many links away."""
        found = {objective}
        for neighbours in (self._causes, self._effects):
            found |= _reached((objective,), neighbours, depth)
        return frozenset(found)

    def is_shortcut(self, cause: str, effect: str) -> bool:
        """Whether a longer chain leads from the cause of a link to its effect, too.

        Nothing is known of that where objectives drive each other in a circle.
        """
        return (cause, effect) in self._shortcuts

    def is_part_of_circle(self, cause: str, effect: str) -> bool:
        """Whether the effect of a link drives its cause, directly or not."""
        group = self._group_in_circle.get(cause)
        return group is not None and group == self._group_in_circle.get(effect)

    def circles(self) -> list[tuple[str, ...]]:
        """One circle for each group of objectives that drive each other, from its smallest id."""
        return sorted(
            shortest_circle(min(group), group, self._effects) for group in self._tangled_groups
        )

    @cached_property
    def _number_of_causes(self) -> Counter[str]:
        return Counter(effect.id for _, _, effect in self.links)

    @cached_property
    def _linked(self) -> frozenset[str]:
        return frozenset(end.id for cause, _, effect in self.links for end in (cause, effect))

    @cached_property
    def _effects(self) -> Neighbours:
        return _neighbours((cause.id, effect.id) for cause, _, effect in self._onward())

    @cached_property
    def _causes(self) -> Neighbours:
        return _neighbours((effect.id, cause.id) for cause, _, effect in self._onward())

    def _onward(self) -> Iterator[tuple[Objective, Link, Objective]]:
        """The links that lead from cause to effect, not back."""
        return (ends for ends in self.links if ends[1].kind is not LinkKind.FEEDBACK)

    @cached_property
    def _causes_first(self) -> tuple[str, ...] | None:
        """Every linked objective after all that drive it; None where there is a circle."""
        return in_order(self._causes)

    @cached_property
    def _shortcuts(self) -> frozenset[tuple[str, str]]:
        return shortcuts(self._effects, self._causes_first or ())

    @cached_property
    def _group_in_circle(self) -> Mapping[str, int]:
        """The number of the group of objectives that drive each other, for each of its members."""
        groups = enumerate(self._tangled_groups)
        return {member: number for number, group in groups for member in group}

    @cached_property
    def _tangled_groups(self) -> list[set[str]]:
        """The groups of objectives that drive each other."""
        if self._causes_first is not None:
            return []
        return tangled_groups((cause.id, effect.id) for cause, _, effect in self._onward())


def _neighbours(pairs: Iterable[tuple[str, str]]) -> Neighbours:
    found: dict[str, list[str]] = {}
    for start, end in pairs:
        found.setdefault(start, []).append(end)
    return {start: tuple(ends) for start, ends in found.items()}


def _reached(
    start: Iterable[str], neighbours: Neighbours, depth: int | None = None
) -> frozenset[str]:
    """Everything that can be reached from some nodes in so many steps, with these."""
    seen = set(start)
    here, steps = list(seen), 0
    while here and steps != depth:
        beyond = {end for each in here for end in neighbours.get(each, ())} - seen
        seen |= beyond
        here, steps = list(beyond), steps + 1
    return frozenset(seen)
