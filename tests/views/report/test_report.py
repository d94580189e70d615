"""The report as data: what it says, of what, and in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bscli.scoring.status import Status
from bscli.views.counts import counts_of
from bscli.views.report.changes import Change
from bscli.views.report.period_notes import Note
from bscli.views.report.report import Report, report_of
from bscli.views.status import status_table
from tests.builders import AS_OF, PERIOD, analysis_of, kpi_scorecard
from tests.conftest import EXAMPLES
from tests.views.report.bakery import BAKERY


def report(text: str = BAKERY, period: str = PERIOD, as_of: date = AS_OF) -> Report:
    analysis = analysis_of(text, period, as_of)
    return report_of(analysis, analysis.scores[0])


def replaced(old: str, new: str) -> str:
    assert old in BAKERY
    return BAKERY.replace(old, new)


def test_the_header_has_score_movement_and_coverage() -> None:
    header = report().header
    assert (header.total.score, header.movement, header.known) == (
        "4.7",
        "up from 3.4 in 2026-Q2",
        "2 of 3 KPIs known",
    )


@pytest.mark.parametrize(
    ("actuals", "movement"),
    [
        ("2026-06: 4, 2026-09: 3", "down from 6.7 in 2026-Q2"),
        ("2026-06: 4, 2026-09: 4", "steady, 6.7 in 2026-Q2"),
        ("2026-09: 4", "no score in 2026-Q2 to compare with"),
        ("2026-06: 4", ""),
    ],
)
def test_the_movement_is_told_in_words(actuals: str, movement: str) -> None:
    text = kpi_scorecard(f"target: 4, red: 2, actuals: {{{actuals}}}")
    assert report(text).header.movement == movement


SCORECARDS = {
    **{path.name: (path / "scorecard.yaml").read_text("utf-8") for path in EXAMPLES},
    "bakery": BAKERY,
    "not counted": replaced("            owner: Sam\n", "            weight: 0\n"),
    "no target": replaced("            target: 5\n", ""),
    "nothing": "bsc: 1\nname: New\n",
}


@pytest.mark.parametrize("name", SCORECARDS)
@pytest.mark.parametrize("as_of", [AS_OF, date(2026, 6, 20)], ids=str)
def test_the_pieces_of_the_bar_fill_it(name: str, as_of: date) -> None:
    scores = analysis_of(SCORECARDS[name], as_of=as_of).scores[0]
    counts = counts_of(scores)
    ends = [0.0, *(count.start + count.size for count in counts.counts)]
    assert [count.start for count in counts.counts] == pytest.approx(ends[:-1])
    assert ends[-1] == pytest.approx(1.0 if counts.counts else 0.0)


def test_what_changed_its_colour_is_named_worst_first() -> None:
    changes = report().header.changes
    assert (changes.since, changes.more, changes.instead) == ("2026-Q2", 0, "")
    assert changes.shown == (
        Change(
            kind="objective",
            name="Earn more from regular customers",
            objective="earn-from-regulars",
            now=Status.RED,
            then=Status.GREEN,
        ),
        Change(
            kind="KPI",
            name="Revenue",
            objective="earn-from-regulars",
            now=Status.RED,
            then=Status.GREEN,
        ),
        Change(
            kind="objective",
            name="Keep the shelves full",
            objective="keep-shelves-full",
            now=Status.GREEN,
            then=Status.RED,
        ),
        Change(
            kind="KPI",
            name="Hours with an empty shelf",
            objective="keep-shelves-full",
            now=Status.GREEN,
            then=Status.RED,
        ),
    )
    assert [change.text for change in changes.shown[1:3]] == [
        "turned red from green",
        "recovered to green from red",
    ]


def test_no_more_than_six_changes_are_named() -> None:
    kpis = ", ".join(
        f"k{n}: {{name: K{n}, target: 2, red: 1, actuals: {{2026-06: 3, 2026-09: 0}}}}"
        for n in range(8)
    )
    text = kpi_scorecard("target: 1").replace("k: {name: K, target: 1}", kpis)
    changes = report(text).header.changes
    assert (len(changes.shown), changes.more) == (6, 3)


@pytest.mark.parametrize(
    ("actuals", "instead"),
    [
        ("2026-06: 4, 2026-09: 5", "Nothing changed its colour."),
        ("2026-09: 5", "There is nothing to compare with yet."),
    ],
)
def test_where_nothing_changed_the_report_says_so(actuals: str, instead: str) -> None:
    text = kpi_scorecard(f"target: 4, red: 2, actuals: {{{actuals}}}")
    assert report(text).header.changes.instead == instead


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_cards_hold_the_rows_of_the_status_table(example: Path) -> None:
    text = (example / "scorecard.yaml").read_bytes()
    analysis = analysis_of(text)
    lanes = report_of(analysis, analysis.scores[0]).lanes
    rows = [
        row
        for lane in lanes
        for row in (
            lane.row,
            *(each for card in lane.cards for each in (card.row, *(kpi.row for kpi in card.kpis))),
        )
    ]
    assert tuple(rows) == status_table(analysis.scores[0]).rows


def test_a_card_has_everything_that_belongs_to_its_objective() -> None:
    card = report().cards[1]
    assert (card.id, card.themes, card.summary) == (
        "keep-shelves-full",
        ("Good bread",),
        "2 KPIs: 1 green, 1 no data",
    )
    assert card.owners == ("Jo", "Sam")
    assert card.statuses == (Status.GREEN, Status.NO_DATA)
    assert card.notes == (Note("2026-08", "Two weeks closed."),)
    assert [line.row.id for line in card.initiatives] == ["second-oven"]
    assert [kpi.details for kpi in card.kpis] == [(), ("Sam",)]


def test_a_link_is_told_from_both_ends() -> None:
    effect, cause = report().cards
    (drives,), (driven_by,) = cause.drives, effect.driven_by
    assert (drives.verb, drives.name, drives.lag, drives.because) == (
        "drives",
        "Earn more from regular customers",
        "after 1 quarter",
        "Who finds bread comes back.",
    )
    assert (driven_by.verb, driven_by.name) == ("driven by", "Keep the shelves full")


@pytest.mark.parametrize(
    ("kind", "verbs"),
    [
        ("effect: negative", ("lowers", "lowered by")),
        ("kind: logical", ("adds up to", "made up of")),
        ("kind: feedback", ("feeds back into", "fed back from")),
    ],
)
def test_a_link_says_what_it_is(kind: str, verbs: tuple[str, str]) -> None:
    effect, cause = report(replaced("lag: 1 quarter", kind)).cards
    assert (cause.drives[0].verb, effect.driven_by[0].verb) == verbs


def test_only_notes_about_the_period_are_shown() -> None:
    assert report().cards[1].kpis[0].notes == (Note("2026-Q3", "Rota, not luck."),)


def test_a_note_on_a_longer_period_that_holds_the_reviewed_one_is_shown() -> None:
    text = replaced("2026-Q1: Long ago.", "2026: All year.")
    assert [note.period for note in report(text).cards[1].kpis[0].notes] == ["2026-Q3", "2026"]


def test_a_note_about_what_lies_ahead_is_not_shown() -> None:
    assert report(as_of=date(2026, 7, 20)).cards[1].notes == ()


def test_the_meaning_of_a_kpi_stands_beside_it() -> None:
    meaning = report().cards[1].kpis[0].meaning
    assert (meaning.description, meaning.source, meaning.facts) == (
        "Counted by **hand**.",
        "Shop diary",
        "leading, monthly, lower is better, values are added up, guarded by Bread thrown away",
    )


def test_money_of_a_shared_initiative_counts_once() -> None:
    initiatives = report().initiatives
    assert initiatives is not None
    assert (initiatives.budget, initiatives.spent) == ("12,000", "7,000")
    (line,) = initiatives.lines
    assert [moved.id for moved in line.moves] == ["keep-shelves-full", "earn-from-regulars"]
    assert (line.late, line.summary) == ("1 milestone late", "2 milestones: 1 done, 1 late")


def test_an_initiative_that_has_ended_unfinished_is_late() -> None:
    text = replaced("ends: 2026-12-31", "ends: 2026-09-30")
    initiatives = report(text).initiatives
    assert initiatives is not None
    assert initiatives.lines[0].late == "late"


def test_who_looks_for_owners_and_statuses_finds_them() -> None:
    whole = report()
    assert whole.owners == ("Jo", "Kim", "Sam")
    assert whole.statuses == ((Status.GREEN, 1), (Status.RED, 1), (Status.NO_DATA, 1))


def test_a_language_that_is_none_is_left_out() -> None:
    languages = {
        written: report(f"bsc: 1\nname: T\nlanguage: '{written}'\n").language
        for written in ("de", "pt-BR", "en", 'x" onload="y', "a b")
    }
    assert languages == {"de": "de", "pt-BR": "pt-BR", "en": "", 'x" onload="y': "", "a b": ""}


def test_an_empty_scorecard_has_an_empty_report() -> None:
    empty = report("bsc: 1\nname: New\n")
    assert (empty.cards, empty.initiatives, empty.review) == ((), None, None)
    assert (empty.header.known, empty.about.is_empty) == ("No KPIs yet.", True)


def test_where_a_thing_is_introduced_its_whole_name_stands() -> None:
    name = f"{'Keep promises to all ' * 18}and everyone"
    view = report(f"""
        bsc: 1
        name: {name}
        perspectives: {{p: {{name: {name}}}}}
        objectives:
          o: {{name: {name}, perspective: p, kpis: {{k: {{name: {name}, target: 1}}}}}}
        initiatives: {{i: {{name: {name}, objectives: [o]}}}}
        """)
    (card,) = view.cards
    assert view.initiatives is not None
    rows = (view.lanes[0].row, card.row, card.kpis[0].row, view.initiatives.lines[0].row)
    assert [view.header.name, *(row.name for row in rows)] == [name] * 5
