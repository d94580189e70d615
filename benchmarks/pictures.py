"""What map and report cost beside a check: ``uv run python -m benchmarks.pictures``.

The yardstick of the map is a check and Graphviz, as a person would run them one after the other.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.pairs import BSC, Commands, Measure, seconds, show

EXAMPLE = "examples/logistics"
DAY = ("--as-of", "2026-10-15")
WHEN = ("--period", "2026-Q3", *DAY)


def main() -> None:
    """Prints both ratios."""
    with tempfile.TemporaryDirectory() as folder:
        dot, svg, page = (str(Path(folder) / name) for name in ("map.dot", "map.svg", "page.html"))
        check = (BSC, "validate", EXAMPLE, *DAY)
        seconds((_draw(dot),))
        graphviz: Commands = (check, ("dot", "-Tsvg", dot, "-o", svg))
        report = (BSC, "report", EXAMPLE, "-q", "-o", page, *WHEN)
        show(
            (
                Measure("bsc map / bsc validate and dot -Tsvg", (_draw(svg),), graphviz, 1.5),
                Measure("bsc report / bsc validate", (report,), (check,), 1.8),
            )
        )


def _draw(file: str) -> tuple[str, ...]:
    return (BSC, "map", EXAMPLE, "-q", "-o", file, *WHEN)


if __name__ == "__main__":
    main()
