"""How many is too many: every count that a rule compares with, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The counts that rules compare with; each default is a rule of thumb of the field.

    Where all things of a kind lack the same, ``fewest_to_tell_as_one`` of them or more are told
    by one finding at the head, and fewer one by one.
    """

    fewest_objectives: int = 10
    most_objectives: int = 15
    most_kpis_per_objective: int = 3
    most_kpis: int = 30
    most_links_per_objective: int = 2
    most_causes_of_one_objective: int = 5
    most_objectives_per_owner: int = 5
    fewest_perspectives_to_balance: int = 3
    fewest_objectives_to_balance: int = 4
    largest_share_of_one_perspective: float = 0.5
    fewest_to_tell_as_one: int = 4
    most_days_to_report: int = 45
