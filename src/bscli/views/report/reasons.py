"""Why an objective matters: what it drives and what drives it, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from bscli.graph.strategy_graph import StrategyGraph
from bscli.model.objective import Link, Objective
from bscli.views.strategy_map import LinkStyle, style_of
from bscli.views.text import one_line

LONGEST_REASON = 1000

_ONWARD = {
    LinkStyle.RAISES: "drives",
    LinkStyle.LOWERS: "lowers",
    LinkStyle.ADDS_UP: "adds up to",
    LinkStyle.FEEDS_BACK: "feeds back into",
}
_BACK = {
    LinkStyle.RAISES: "driven by",
    LinkStyle.LOWERS: "lowered by",
    LinkStyle.ADDS_UP: "made up of",
    LinkStyle.FEEDS_BACK: "fed back from",
}

PLAIN_VERBS = (_ONWARD[LinkStyle.RAISES], _BACK[LinkStyle.RAISES])
"""What a cause that raises its effect does, seen from either end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One link seen from one of its ends: the objective at the ``other`` end, and how it is tied.

    ``lag`` says when, as in: after 2 quarters.
    """

    verb: str
    other: str
    name: str
    lag: str
    because: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """What an objective drives, and what drives it."""

    drives: tuple[Reason, ...]
    driven_by: tuple[Reason, ...]


def reasons_by_objective(graph: StrategyGraph) -> dict[str, Reasons]:
    """The links of every objective, in the order of the file."""
    onward, back = defaultdict[str, list[Reason]](list), defaultdict[str, list[Reason]](list)
    for cause, link, effect in graph.links:
        onward[cause.id].append(_reason(_ONWARD, link, effect))
        back[effect.id].append(_reason(_BACK, link, cause))
    return {
        part.id: Reasons(tuple(onward[part.id]), tuple(back[part.id]))
        for part in graph.scorecard.objectives
    }


def _reason(verbs: dict[LinkStyle, str], link: Link, other: Objective) -> Reason:
    style = style_of(link)
    return Reason(
        verb=verbs[style],
        other=other.id,
        name=one_line(other.name),
        lag=f"after {link.lag}" if link.lag else "",
        because=one_line(link.because or "", LONGEST_REASON),
    )
