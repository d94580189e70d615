"""From a map to positions: which engine lays it out, and what is said where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bscli.cli.streams import note
from bscli.model.settings import Engine
from bscli.views.text import inline

if TYPE_CHECKING:
    from bscli.graph.strategy_graph import StrategyGraph
    from bscli.layout.placed import PlacedMap
    from bscli.scoring.scores import ScorecardScore
    from bscli.views.strategy_map import StrategyMap


@dataclass(frozen=True, slots=True)
class InlineMap:
    """A map for a page: its SVG, and the name of the engine that laid it out."""

    svg: str
    engine: str


def inline_map(scores: ScorecardScore, graph: StrategyGraph) -> InlineMap | None:
    """The map of a scorecard as part of a page; None where there is nothing to draw or too much."""
    from bscli.layout.limits import TooLargeError
    from bscli.renderers.strategy_map.drawing import render_inline
    from bscli.views.strategy_map import strategy_map

    view = strategy_map(scores, graph)
    if not view.cards:
        return None
    try:
        placed = placed_map(view, scores.scorecard.map.engine)
    except TooLargeError as error:
        note(inline(f"note: the report has no picture of the map: {error}"))
        return None
    return InlineMap(render_inline(placed), placed.engine)


def placed_map(view: StrategyMap, engine: Engine | None) -> PlacedMap:
    """The positions that the wanted engine gives, by default Graphviz where it is installed.

    The built-in layout stands in for a Graphviz that is missing, fails or takes too long. Raises
    TooLargeError for a map that no picture could show.
    """
    from bscli.layout import built_in
    from bscli.layout.limits import refuse_too_large

    refuse_too_large(view)
    placed = None if engine is Engine.BUILT_IN else _by_graphviz(view, engine)
    return placed or built_in.place(view)


def _by_graphviz(view: StrategyMap, engine: Engine | None) -> PlacedMap | None:
    from bscli.layout import graphviz

    if not graphviz.is_installed():
        if engine is Engine.GRAPHVIZ:
            note("note: Graphviz is not installed; the map has the built-in layout instead")
        return None
    try:
        return graphviz.place(view)
    except graphviz.GraphvizError as error:
        note(inline(f"note: {error}; the map has the built-in layout instead"))
        return None
