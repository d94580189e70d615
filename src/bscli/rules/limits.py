"""How many is too many: every count that a rule compares with, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The counts that rules compare with; each default is a rule of thumb of the field."""

    fewest_objectives: int = 10
    most_objectives: int = 15
    most_kpis_per_objective: int = 3
    most_kpis: int = 30
    most_links_per_objective: int = 2
    most_causes_of_one_objective: int = 5
    most_objectives_per_owner: int = 5
    fewest_perspectives_to_balance: int = 3
    largest_share_of_one_perspective: float = 0.5
