"""How the strategy stands, as Markdown: the header, the map in words, perspectives and KPIs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bscli.renderers.report_markdown.blocks import (
    described,
    fact,
    list_of,
    notes_of,
    sign,
    standing,
    status_of,
    text_of,
    trend_of,
)
from bscli.views.report.cards import Card, Lane
from bscli.views.report.changes import Changes
from bscli.views.report.header import Header
from bscli.views.report.initiatives import InitiativeLine
from bscli.views.report.kpi_lines import KpiLine
from bscli.views.report.reasons import Reason

_HEAD = "| KPI | Value | Target | Score | Status | Trend |"
_RULE = "| :--- | ---: | ---: | ---: | :--- | :--- |"


def header(view: Header) -> Iterator[str]:
    """Whose review this is, how the whole stands, and what changed."""
    yield f"# {text_of(view.name)}"
    yield f"Strategy review {view.period}, as of {view.as_of}"
    score = f"{view.total.score} of 10" if view.total.score else ""
    parts = (score, status_of(view.total.status), view.movement)
    yield list_of(
        [
            *fact("Vision", view.vision),
            f"Overall score: {', '.join(part for part in parts if part)}",
            f"Coverage: {view.known}",
            *([f"KPIs: {view.counts.text}"] if view.counts.text else []),
            *(line for warning in view.warnings for line in fact("Attention", warning)),
            *notes_of(view.notes),
        ]
    )
    yield f"## Changed since {view.changes.since}" if view.changes.since else "## Changes"
    yield _changes(view.changes)


def _changes(changes: Changes) -> str:
    shown = [f"{sign(each.now)} {text_of(each.name)} {each.text}" for each in changes.shown]
    more = [f"and {changes.more} more"] if changes.more else []
    return changes.instead or list_of([*shown, *more])


def map_in_words(lanes: Iterable[Lane]) -> Iterator[str]:
    """Perspectives, their objectives, and what each of these drives, as one nested list."""
    yield "## Strategy map"
    yield "\n".join(line for lane in lanes for line in _map_lines(lane))


def _map_lines(lane: Lane) -> Iterator[str]:
    yield f"- **{text_of(lane.row.name)}**"
    for card in lane.cards:
        yield f"  - *{text_of(card.row.name)}*: {standing(card.row)}"
        yield from (f"    - {_reason(reason)}" for reason in card.drives)


def _reason(reason: Reason) -> str:
    lag = f" {reason.lag}" if reason.lag else ""
    because = f", because: {text_of(reason.because)}" if reason.because else ""
    return f"{reason.verb} {text_of(reason.name)}{lag}{because}"


def perspective(lane: Lane) -> Iterator[str]:
    """A perspective with its objectives."""
    yield f"## {text_of(lane.row.name)}"
    stands = [f"Standing: {standing(lane.row)}"] if lane.row.status else []
    yield list_of(
        [
            *fact("Question", lane.question),
            *fact("Owner", lane.row.owner),
            *(stands or ["No objectives yet."]),
            *described(lane.description, lane.see),
            *notes_of(lane.notes),
        ]
    )
    for card in lane.cards:
        yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    yield f"### {text_of(card.row.name)}"
    yield list_of(
        [
            f"Standing: {standing(card.row)}",
            *fact("Owner", card.row.owner),
            *fact("Themes", ", ".join(card.themes)),
            *described(card.description, card.see),
            *(f"It {_reason(reason)}" for reason in card.drives),
            *(f"It is {_reason(reason)}" for reason in card.driven_by),
            *(f"Initiative: {_initiative(line)}" for line in card.initiatives),
        ]
    )
    if card.kpis:
        yield "\n".join([_HEAD, _RULE, *map(_kpi, card.kpis)])
    below = [*_notes_on_kpis(card), *notes_of(card.notes), *map(_measured, card.kpis)]
    if below:
        yield list_of(below)


def _notes_on_kpis(card: Card) -> Iterator[str]:
    for kpi in card.kpis:
        for note in kpi.notes:
            about = f"{text_of(kpi.row.name)}, {text_of(note.period)}"
            yield f"Note on {about}: {text_of(note.text)}"


def _measured(kpi: KpiLine) -> str:
    meaning = kpi.meaning
    facts = f"{meaning.facts[:1].upper()}{meaning.facts[1:]}."
    source = [f"Source: {meaning.source.rstrip('.')}."] if meaning.source else []
    see = [f"See {'; '.join(meaning.see)}."] if meaning.see else []
    texts = (meaning.description, facts, *source, *see)
    return f"How {text_of(meaning.name)} is measured: {text_of(' '.join(texts))}"


def _initiative(line: InitiativeLine) -> str:
    facts = (line.row.status.value, line.row.pace, line.late)
    return f"{text_of(line.row.name)} ({', '.join(fact for fact in facts if fact)})"


def _kpi(kpi: KpiLine) -> str:
    row = kpi.row
    details = f" ({text_of(', '.join(kpi.details))})" if kpi.details else ""
    cells = (
        f"{text_of(row.name)}{details}",
        text_of(row.value),
        text_of(row.target),
        row.score,
        status_of(row.status),
        trend_of(row.trend),
    )
    return f"| {' | '.join(cells)} |"
