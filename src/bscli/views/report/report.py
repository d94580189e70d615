"""The whole review report of one scorecard, section by section in the order of a meeting."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bscli.analysis import Analysis
from bscli.model.scorecard import Scorecard
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from bscli.views.filters import Filters
from bscli.views.headline import notes_of
from bscli.views.report.cards import Card, Lane, lanes_of
from bscli.views.report.header import LONGEST_SENTENCE, Header, header_of
from bscli.views.report.initiatives import Initiatives, initiatives_of
from bscli.views.report.method import Method, method_of
from bscli.views.report.reviews import ReviewMinutes, last_review
from bscli.views.status import status_table
from bscli.views.text import one_line
from bscli.views.tokens import STATUS_TOKENS

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the scorecard says of itself; ``description`` and ``see`` are Markdown."""

    mission: str
    description: str
    source: str
    see: tuple[str, ...]
    themes: tuple[tuple[str, str], ...]

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        texts = (self.mission, self.description, self.source)
        return not any((*texts, self.see, self.themes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything on the page but the drawing of the map.

    ``language`` is that of the names; it is empty where that is English or no language at all.
    """

    language: str
    header: Header
    lanes: tuple[Lane, ...]
    initiatives: Initiatives | None
    review: ReviewMinutes | None
    method: Method
    about: About

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody who owns an objective or a KPI, in the order of the alphabet."""
        return tuple(sorted({owner for card in self.cards for owner in card.owners}))

    @property
    def statuses(self) -> tuple[tuple[Status, int], ...]:
        """The statuses that occur, with the number of cards in which each of them does."""
        found = Counter(status for card in self.cards for status in card.statuses)
        return tuple((status, found[status]) for status in STATUS_TOKENS if found[status])

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every objective's card, perspective by perspective."""
        return tuple(card for lane in self.lanes for card in lane.cards)


def report_of(analysis: Analysis, scores: ScorecardScore, engine: str = "") -> Report:
    """The report of one scorecard of an analysis; ``engine`` is what has laid out its map."""
    files = [each.file for each in analysis.project.files if each.scorecard is not None]
    place = next(place for place, each in enumerate(analysis.scores) if each is scores)
    file, graph = files[place], analysis.graphs[place]
    table = status_table(scores, notes=notes_of(analysis, file, Filters()))
    initiatives = initiatives_of(scores)
    lines = {line.row.id: line for line in initiatives.lines} if initiatives else {}
    return Report(
        language=_language(scores.scorecard),
        header=header_of(scores, table),
        lanes=lanes_of(scores, graph, table, lines),
        initiatives=initiatives,
        review=last_review(scores.scorecard, analysis.as_of),
        method=method_of(analysis, file, scores, engine),
        about=_about(scores.scorecard),
    )


def _language(scorecard: Scorecard) -> str:
    language = scorecard.language
    is_sound = _LANGUAGE.fullmatch(language) is not None
    return language if is_sound and language.lower() != "en" else ""


def _about(scorecard: Scorecard) -> About:
    return About(
        mission=one_line(scorecard.mission or "", LONGEST_SENTENCE),
        description=scorecard.description or "",
        source=one_line(scorecard.source or "", LONGEST_SENTENCE),
        see=scorecard.see,
        themes=tuple((one_line(theme.name), theme.description or "") for theme in scorecard.themes),
    )
