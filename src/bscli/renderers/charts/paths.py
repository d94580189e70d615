"""Lines through points, written as short as a path can be."""

from __future__ import annotations

from collections.abc import Iterable

Point = tuple[int, int]


def path_of(lines: Iterable[Iterable[Point]]) -> str:
    """The path of several lines through whole-numbered points; a line of one point is a dot."""
    return "".join(map(_line, lines))


def _line(points: Iterable[Point]) -> str:
    (x, y), *rest = points
    written = [f"M{x} {y}"]
    before = ""
    for next_x, next_y in rest:
        command, step = _step(next_x - x, next_y - y)
        joint = " " if command == before and step[0] != "-" else ""
        written.append(joint + step if command == before else command + step)
        before, x, y = command, next_x, next_y
    return "".join(written) if rest else f"M{x} {y}h0"


def _step(right: int, down: int) -> tuple[str, str]:
    """The command of one step and its numbers."""
    if not down:
        return "h", f"{right}"
    if not right:
        return "v", f"{down}"
    return "l", f"{right}{'' if down < 0 else ' '}{down}"
