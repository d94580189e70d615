"""The scale of a bullet graph: where between its left and right end an amount lies."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.scoring.status import are_equal, is_at_most

MARGIN = 0.1
"""The share of free room at an end of a scale that only has to hold certain amounts."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from its left to its right end; the larger amount may stand at either."""

    left: float
    right: float

    def place(self, amount: float) -> float:
        """The fraction of the width at which an amount lies, held to the ends."""
        return min(1.0, max(0.0, (amount - self.left) / (self.right - self.left)))

    def holds(self, amount: float) -> bool:
        """Whether the amount lies between the ends, or counts as equal to one of them."""
        low, high = sorted((self.left, self.right))
        return is_at_most(low, amount) and is_at_most(amount, high)


def scale_around(worst: float, best: float, amount: float, *, is_down: bool = False) -> Scale:
    """The scale from worst to best; where the two coincide, one with room for the amount."""
    if not are_equal(worst, best):
        return Scale(worst, best)
    room = 2 * abs(amount - worst) or abs(worst) or 1.0
    return Scale(worst + room, best - room) if is_down else Scale(worst - room, best + room)


def scale_of_values(amounts: tuple[float, ...], *, is_down: bool) -> Scale:
    """A scale that shows zero and all the amounts, with some room beside them."""
    low, high = min(0.0, *amounts), max(0.0, *amounts)
    room = MARGIN * (high - low) or 1.0
    low, high = (low - room if low else low), (high + room if high or not low else high)
    return Scale(high, low) if is_down else Scale(low, high)
