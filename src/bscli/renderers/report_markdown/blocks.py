"""The pieces that Markdown is made of, safe for whatever texts they hold."""

from __future__ import annotations

from collections.abc import Iterable

from bscli.renderers.status_markdown import escaped
from bscli.scoring.status import Status, Trend
from bscli.views.report.period_notes import Note
from bscli.views.status import Row
from bscli.views.tokens import STATUS_TOKENS, TREND_TOKENS


def text_of(text: str) -> str:
    """A text that Markdown shows on one line as it is; it must not stand first on its line."""
    return escaped(" ".join(text.split()))


def list_of(lines: Iterable[str]) -> str:
    """A list of lines that are Markdown already."""
    return "\n".join(f"- {line}" for line in lines)


def fact(term: str, text: str) -> list[str]:
    """A line that gives a text after its term; no line where there is no text."""
    return [f"{term}: {text_of(text)}"] if text else []


def sign(status: Status) -> str:
    """The sign of a status."""
    return STATUS_TOKENS[status].symbol


def status_of(status: Status | None) -> str:
    """Sign and word of a status; empty where there is none."""
    return "" if status is None else f"{sign(status)} {STATUS_TOKENS[status].word}"


def trend_of(trend: Trend) -> str:
    """The word of a trend; empty where it is unknown."""
    return "" if trend is Trend.UNKNOWN else TREND_TOKENS[trend].word


def standing(row: Row) -> str:
    """Score, status, trend and coverage of something above KPIs."""
    facts = (row.score, status_of(row.status), trend_of(row.trend), row.coverage, row.remark)
    return ", ".join(fact for fact in facts if fact)


def described(description: str, see: tuple[str, ...]) -> list[str]:
    """A description, and what to read beside it, as lines."""
    return [
        *fact("Description", description),
        *(line for link in see for line in fact("See", link)),
    ]


def notes_of(notes: tuple[Note, ...]) -> list[str]:
    """A line for each note."""
    return [f"Note on {text_of(note.period)}: {text_of(note.text)}" for note in notes]
