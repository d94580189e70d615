"""Lines of a sparkline: values in a row of periods as heights, and the points that join them."""

from __future__ import annotations

from collections.abc import Sequence

from bscli.scoring.status import are_equal

Point = tuple[float, float]
"""A place as fractions: of the width from the left, of the height from the bottom."""

Line = tuple[Point, ...]


def heights_of(
    amounts: Sequence[float | None], lowest: float, highest: float
) -> tuple[float | None, ...]:
    """How high each amount lies between two others: half-way where these are equal."""
    if are_equal(lowest, highest):
        return tuple(None if amount is None else 0.5 for amount in amounts)
    way = highest - lowest
    return tuple(None if amount is None else (amount - lowest) / way for amount in amounts)


def runs(heights: Sequence[float | None]) -> tuple[Line, ...]:
    """A line from period to period, broken where there is a gap."""
    found: list[list[Point]] = [[]]
    for place, height in enumerate(heights):
        if height is not None:
            found[-1].append((place / (len(heights) - 1), height))
        elif found[-1]:
            found.append([])
    return tuple(tuple(line) for line in found if line)


def steps(heights: Sequence[float | None]) -> tuple[Line, ...]:
    """A line that keeps its height through each period, broken where there is a gap."""
    found: list[list[Point]] = [[]]
    for place, height in enumerate(heights):
        if height is not None:
            _step(found[-1], height, *_edges(place, len(heights)))
        elif found[-1]:
            found.append([])
    return tuple(tuple(line) for line in found if line)


def _step(line: list[Point], height: float, start: float, end: float) -> None:
    """Carries the line on through one period, with as few points as it takes."""
    if line and line[-1][1] == height:
        line[-1] = (end, height)
    else:
        line += [(start, height), (end, height)]


def _edges(place: int, count: int) -> tuple[float, float]:
    """Where a period begins and ends, half-way to its neighbours."""
    last = count - 1
    return max(0.0, (place - 0.5) / last), min(1.0, (place + 0.5) / last)
