"""A page for one thing: headline, answer, and sections of a few kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bscli.model.series import Series
from bscli.scoring.status import Status
from bscli.views.show.chart import Chart
from bscli.views.status import Row
from bscli.views.text import one_line

LONGEST_LINE = 2000
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, each of which begins a line of its own."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with what is true of each; a text may have several lines."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Something beside the subject, how it stands, and what ties the two together.

    ``word`` stands beside the sign of the status where the status has another word for it.
    """

    status: Status
    score: str
    name: str
    tie: str = ""
    because: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Standings:
    """Things beside the subject."""

    title: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPeriod:
    """One of a KPI's own periods; a text is empty where there is nothing to say."""

    period: str
    value: str
    target: str
    red: str
    score: str
    status: Status
    signal: str
    note: str


@dataclass(frozen=True, slots=True)
class Past:
    """A KPI's own periods, latest last; ``more`` says how many earlier ones there are."""

    title: str
    periods: tuple[PastPeriod, ...]
    more: str


@dataclass(frozen=True, slots=True)
class KpiRows:
    """The KPIs of an objective, as the status table shows them."""

    title: str
    rows: tuple[Row, ...]


Section = Lines | Facts | Standings | Past | KpiRows | Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is shown of one thing; ``place`` says where it stands, and for which period."""

    title: str
    answer: str
    place: str
    sections: tuple[Section, ...]


def passage(text: str | None) -> str:
    """A longer text as it was written, line by line, without what a terminal would obey."""
    lines = (text or "").strip().splitlines()[:MOST_LINES]
    return "\n".join(one_line(line, LONGEST_LINE) for line in lines)


def dated(notes: Series[str], as_of: date) -> tuple[tuple[str, str], ...]:
    """Notes under their periods, latest last; none about what lies ahead."""
    return tuple(
        (entry.key, passage(entry.value)) for entry in notes if entry.period.first <= as_of
    )


def filled(*sections: Section) -> tuple[Section, ...]:
    """The sections that hold something."""
    return tuple(section for section in sections if _holds_anything(section))


def _holds_anything(section: Section) -> bool:
    match section:
        case Lines(lines=content) | Facts(facts=content) | Standings(standings=content):
            return bool(content)
        case Past(periods=content) | KpiRows(rows=content) | Chart(points=content):
            return bool(content)
