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


def inline_map(
    scores: ScorecardScore, graph: StrategyGraph, *, quiet: bool = False
) -> InlineMap | None:
    """The map of a scorecard as part of a page; None where there is nothing to draw or too much."""
    from bscli.layout.limits import TooLargeError, refuse_too_large
    from bscli.renderers.strategy_map.drawing import render_inline
    from bscli.views.strategy_map import strategy_map

    view = strategy_map(scores, graph)
    if not view.cards:
        return None
    try:
        refuse_too_large(view)
    except TooLargeError as error:
        _tell(f"the report has no picture of the map: {error}", quiet=quiet)
        return None
    placed = placed_map(view, scores.scorecard.map.engine, quiet=quiet)
    return InlineMap(render_inline(placed), placed.engine)


def placed_map(view: StrategyMap, engine: Engine | None, *, quiet: bool = False) -> PlacedMap:
    """The positions that the wanted engine gives, by default Graphviz where it is installed.

    The built-in layout stands in for a Graphviz that is missing, fails or takes too long.
    """
    from bscli.layout import built_in

    placed = None if engine is Engine.BUILT_IN else _by_graphviz(view, engine, quiet=quiet)
    return placed or built_in.place(view)


def _by_graphviz(view: StrategyMap, engine: Engine | None, *, quiet: bool) -> PlacedMap | None:
    from bscli.layout import graphviz
    from bscli.layout.dot_program import GraphvizError, is_installed

    if not is_installed():
        if engine is Engine.GRAPHVIZ:
            _tell("Graphviz is not installed; the map has the built-in layout instead", quiet=quiet)
        return None
    try:
        return graphviz.place(view)
    except GraphvizError as error:
        _tell(f"{error}; the map has the built-in layout instead", quiet=quiet)
        return None


def _tell(text: str, *, quiet: bool) -> None:
    if not quiet:
        note(inline(f"note: {text}"))
