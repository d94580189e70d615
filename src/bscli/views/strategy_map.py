"""The strategy map as people see it: lanes of cards and the links between them, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bscli.errors import NotFoundError
from bscli.graph.strategy_graph import StrategyGraph
from bscli.model.objective import Effect, Link, LinkKind, Objective
from bscli.model.suggestions import did_you_mean
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore
from bscli.scoring.status import Status
from bscli.views.coverage import coverage_text
from bscli.views.numbers import score_text
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS

LONGEST_OWNER = 40
LONGEST_VISION = 400


class LinkStyle(StrEnum):
    """What a link says, and so how it is drawn."""

    RAISES = "raises"
    LOWERS = "lowers"
    ADDS_UP = "adds up to"
    FEEDS_BACK = "feeds back into"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An objective on the map; without results, ``status`` is missing and the texts are empty."""

    id: str
    name: str
    owner: str
    status: Status | None
    score: str
    known: str

    @property
    def standing(self) -> str:
        """How it stands, in a word and a score; empty on a map without results."""
        word = "" if self.status is None else STATUS_TOKENS[self.status].word
        return " ".join(filter(None, (word, self.score)))

    @property
    def number_of_details(self) -> int:
        """How many lines stand below its name: its result, and its owner."""
        return bool(self.standing) + bool(self.owner)

    @property
    def description(self) -> str:
        """The card in one sentence."""
        standing = ""
        if self.status is not None:
            score = f", score {self.score}" if self.score else ""
            known = f", {self.known}" if self.known else ""
            standing = f": {STATUS_TOKENS[self.status].word}{score}{known}"
        owner = f"; owner {self.owner}" if self.owner else ""
        return f"{self.name}{standing}{owner}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A perspective with the objectives that are shown of it."""

    id: str
    name: str
    question: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLink:
    """A link between two cards that are shown, by their ids; ``description`` says it in full."""

    cause: str
    effect: str
    style: LinkStyle
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyMap:
    """Everything there is to draw; lanes from the top down, ``shown`` says what was chosen."""

    title: str
    vision: str
    review: str
    shown: str
    lanes: tuple[Lane, ...]
    links: tuple[MapLink, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card, lane by lane."""
        return tuple(card for lane in self.lanes for card in lane.cards)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that occur, best first."""
        found = {card.status for card in self.cards}
        return tuple(status for status in STATUS_TOKENS if status in found)

    @property
    def styles(self) -> tuple[LinkStyle, ...]:
        """The kinds of link that occur."""
        found = {link.style for link in self.links}
        return tuple(style for style in LinkStyle if style in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChoice:
    """What of the map to show: one theme, or what surrounds one objective; ``plain`` hides results.

    ``depth`` is the number of links to follow from the ``focus``; None follows all of them.
    """

    theme: str | None = None
    focus: str | None = None
    depth: int | None = None
    plain: bool = False


EVERYTHING = MapChoice()


def strategy_map(
    scores: ScorecardScore, graph: StrategyGraph, choice: MapChoice = EVERYTHING
) -> StrategyMap:
    """The map of a scorecard; raises NotFoundError for a theme or objective that it lacks."""
    card = scores.scorecard
    chosen = _chosen(graph, choice)
    lanes = tuple(_lane(lane, chosen, choice.plain) for lane in scores.perspectives)
    is_narrowed = len(chosen) < len(card.objectives)
    shown_lanes = tuple(lane for lane in lanes if lane.cards or not is_narrowed)
    ids = {each.id for lane in shown_lanes for each in lane.cards}
    review = "" if choice.plain else f"{scores.period.name}, as of {scores.as_of.isoformat()}"
    return StrategyMap(
        title=one_line(card.name),
        vision=one_line(card.vision or "", LONGEST_VISION),
        review=review,
        shown=_shown_text(graph, choice),
        lanes=shown_lanes,
        links=tuple(_link(*ends) for ends in graph.links if {ends[0].id, ends[2].id} <= ids),
    )


def _chosen(graph: StrategyGraph, choice: MapChoice) -> frozenset[str]:
    """The ids of the objectives to show."""
    chosen = {part.id for part in graph.scorecard.objectives}
    if choice.theme is not None:
        themes = [theme.id for theme in graph.scorecard.themes]
        _require("theme", choice.theme, themes)
        chosen = {part.id for part in graph.scorecard.objectives if choice.theme in part.themes}
    if choice.focus is not None:
        _require("objective", choice.focus, [part.id for part in graph.scorecard.objectives])
        chosen &= graph.surroundings(choice.focus, choice.depth)
    return frozenset(chosen)


def _require(noun: str, wanted: str, known: Iterable[str]) -> None:
    ids = list(known)
    if wanted not in ids:
        hint = did_you_mean(wanted, ids) or (f"known: {', '.join(ids[:12])}" if ids else None)
        raise NotFoundError(f'there is no {noun} "{wanted[:80]}"', hint)


def _shown_text(graph: StrategyGraph, choice: MapChoice) -> str:
    parts = []
    if choice.theme is not None:
        names = [theme.name for theme in graph.scorecard.themes if theme.id == choice.theme]
        parts.append(f"theme {one_line(names[0])}")
    if choice.focus is not None:
        focus = graph.scorecard.objective(choice.focus)
        assert focus is not None
        steps = "" if choice.depth is None else f" within {choice.depth} links"
        steps = steps.removesuffix("s") if choice.depth == 1 else steps
        parts.append(f"what drives {one_line(focus.name)} and what it drives{steps}")
    return f"Shown: {', and '.join(parts)}" if parts else ""


def _lane(lane: PerspectiveScore, chosen: frozenset[str], plain: bool) -> Lane:
    own = lane.perspective
    return Lane(
        id=own.id,
        name=one_line(own.name),
        question=one_line(own.question or ""),
        cards=tuple(_card(part, plain) for part in lane.objectives if part.objective.id in chosen),
    )


def _card(part: ObjectiveScore, plain: bool) -> Card:
    return Card(
        id=part.objective.id,
        name=one_line(part.objective.name),
        owner=one_line(part.owner or "", LONGEST_OWNER),
        status=None if plain else part.rolled_up.status,
        score="" if plain else score_text(part.rolled_up.score),
        known="" if plain else _known(part),
    )


def _known(part: ObjectiveScore) -> str:
    return coverage_text(part.rolled_up.coverage) or ("none due" if part.kpis else "no KPIs")


def _link(cause: Objective, link: Link, effect: Objective) -> MapLink:
    style = style_of(link)
    reason = f": {one_line(link.because, LONGEST_VISION)}" if link.because else ""
    lag = f" (after {link.lag})" if link.lag else ""
    sentence = f"{one_line(cause.name)} {style} {one_line(effect.name)}{lag}{reason}"
    return MapLink(cause=cause.id, effect=effect.id, style=style, description=sentence)


def style_of(link: Link) -> LinkStyle:
    """What a link says: its kind, and for a hypothesis whether it raises or lowers."""
    if link.kind is LinkKind.FEEDBACK:
        return LinkStyle.FEEDS_BACK
    if link.effect is Effect.NEGATIVE:
        return LinkStyle.LOWERS
    return LinkStyle.ADDS_UP if link.kind is LinkKind.LOGICAL else LinkStyle.RAISES
