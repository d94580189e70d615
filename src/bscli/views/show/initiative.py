"""An initiative's page: time, money, milestones, and the objectives that it should move."""

from __future__ import annotations

from bscli.insight.subject import InitiativeSubject
from bscli.views.charts.milestones import MilestoneMark
from bscli.views.charts.timeline import TimelineRow, timeline_of
from bscli.views.show.page import Facts, Lines, Page, Standing, Standings, dated, filled, passage
from bscli.views.show.ties import brief_of, ties_of_initiative
from bscli.views.text import one_line


def initiative_page(subject: InitiativeSubject) -> Page:
    """Everything that is known of an initiative on the day."""
    own, scores = subject.initiative, subject.scores
    timeline = timeline_of((own,), scores.as_of)
    assert timeline is not None
    row = timeline.rows[0]
    return Page(
        title=f"Initiative {one_line(own.name)}",
        answer=brief_of(row),
        place=f"{subject.id}, {scores.period} as of {scores.as_of}",
        sections=filled(
            Lines("", (passage(own.description),) if own.description else ()),
            Facts("Plan", tuple(_plan(row))),
            Standings("Milestones", tuple(map(_milestone, row.milestones))),
            *ties_of_initiative(subject),
            Facts("Notes", dated(own.notes, scores.as_of)),
            Lines("See", tuple(map(one_line, own.see))),
        ),
    )


def _plan(row: TimelineRow) -> list[tuple[str, str]]:
    terms = (("Dates", row.dates), ("Money", row.money), ("Owner", row.owner))
    return [(term, text) for term, text in terms if text]


def _milestone(mark: MilestoneMark) -> Standing:
    due = f"due {mark.due}"
    tie = f"{mark.done}, {due}" if mark.done else due
    return Standing(mark.look, "", mark.name, tie, word=mark.state)
