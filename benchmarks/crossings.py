"""How many links cross in the built-in layout, beside Graphviz, on the same maps.

Run it with ``uv run python -m benchmarks.crossings``. Both layouts draw every map, and crossings
are counted in the drawings. The built-in layout should cross at most 1.15 times as often.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.random_scorecards import random_scorecard
from tests.renderers.strategy_map.geometry import crossings, picture

from bscli.analysis import analyse
from bscli.layout import built_in, graphviz
from bscli.layout.placed import PlacedMap
from bscli.loading import StandardInput, load
from bscli.renderers.strategy_map.drawing import render_inline
from bscli.views.strategy_map import StrategyMap, strategy_map

ROOT = Path(__file__).parent.parent
RANDOM_MAPS = 30
LIMIT = 1.15


def maps() -> dict[str, StrategyMap]:
    """Every example and thirty random maps of forty objectives, by name."""
    examples = sorted((ROOT / "examples").glob("*/scorecard.yaml"))
    texts = {path.parent.name: path.read_text("utf-8") for path in examples}
    texts |= {f"random {seed}": random_scorecard(seed) for seed in range(RANDOM_MAPS)}
    return {name: _map_of(text) for name, text in texts.items()}


def _map_of(text: str) -> StrategyMap:
    analysis = analyse(load(StandardInput(text.encode())), as_of=date(2026, 10, 15))
    return strategy_map(analysis.scores[0], analysis.graphs[0])


def crossings_in(placed: PlacedMap) -> int:
    """How often links cross in the drawing."""
    return crossings(picture(render_inline(placed)).lines)


def main() -> None:
    """Prints the crossings of each map in both layouts, and of all maps together."""
    ours = theirs = 0
    for name, view in maps().items():
        own, other = crossings_in(built_in.place(view)), crossings_in(graphviz.place(view))
        ours, theirs = ours + own, theirs + other
        print(f"{name}: {own} built-in, {other} Graphviz")
    ratio = ours / theirs
    verdict = "within" if ratio <= LIMIT else "OVER"
    print(f"together: {ours} / {theirs} = {ratio:.2f} ({verdict} {LIMIT})")


if __name__ == "__main__":
    main()
