"""Timelines: every date has its place, and what is not stated is said to be missing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.model.initiative import InitiativeStatus
from bscli.scoring.status import Status
from bscli.views.charts.axis import MOST_STRETCHES, Tick, axis_of
from bscli.views.charts.bars import Bar
from bscli.views.charts.milestones import MilestoneMark, MilestoneState
from bscli.views.charts.timeline import Timeline, TimelineRow, timeline_of
from tests.builders import AS_OF
from tests.views.charts.charted import timeline

DAYS_OF_2026 = 365
LONGEST_LABELS = {len("Jul 2026"), len("2026")}

days = st.dates() | st.dates(date(2020, 1, 1), date(2030, 12, 31))


def of_2026(day: str) -> float:
    """The place of the beginning of a day on an axis that is the year 2026."""
    return (date.fromisoformat(day) - date(2026, 1, 1)).days / DAYS_OF_2026


def test_a_row_says_when_how_far_and_for_how_much() -> None:
    chart = timeline(
        "name: Route academy, objectives: [o], owner: head-of-people, status: active, "
        "starts: 2026-01-01, ends: 2026-12-31, progress: 86%, budget: 620000, spent: 508000, "
        "milestones: {one: {name: Curriculum, due: 2026-03-31, done: 2026-03-20}}"
    )
    elapsed = 288 / DAYS_OF_2026
    mark = MilestoneMark(
        name="Curriculum",
        state=MilestoneState.DONE,
        look=Status.GREEN,
        at=of_2026("2026-03-21"),
        due="2026-03-31",
        done="2026-03-20",
        text="Curriculum: done 2026-03-20, due 2026-03-31",
    )
    assert chart == Timeline(
        text="Time from 2026-01-01 to 2026-12-31, today is 2026-10-15",
        today=elapsed,
        ticks=(
            Tick(0.0, "2026"),
            Tick(of_2026("2026-04-01"), "Apr"),
            Tick(of_2026("2026-07-01"), "Jul"),
            Tick(of_2026("2026-10-01"), "Oct"),
        ),
        rows=(
            TimelineRow(
                id="i0",
                name="Route academy",
                owner="head-of-people",
                status=InitiativeStatus.ACTIVE,
                is_late=False,
                dates="2026-01-01 to 2026-12-31",
                progress=0.86,
                elapsed=elapsed,
                pace="86% done, 78% of the time gone",
                budget="620,000",
                spent="508,000",
                money="508,000 of 620,000 spent (81%)",
                bar=Bar(
                    status=InitiativeStatus.ACTIVE,
                    start=0.0,
                    end=1.0,
                    done=0.86,
                    overrun=None,
                    is_open_start=False,
                    is_open_end=False,
                ),
                milestones=(mark,),
                text="Route academy: active; 2026-01-01 to 2026-12-31; "
                "86% done, 78% of the time gone; 508,000 of 620,000 spent (81%); "
                "1 milestone: 1 done",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("dates", "state", "look", "text"),
    [
        ("due: 2026-05-31, done: 2026-05-31", "done", Status.GREEN, "done 2026-05-31"),
        ("due: 2026-05-31, done: 2026-06-01", "done late", Status.AMBER, "done late 2026-06-01"),
        ("due: 2026-05-31", "late", Status.RED, "late"),
        ("due: 2026-10-15", "to come", Status.NOT_DUE, "to come"),
        ("due: 2026-05-31, done: 2026-10-16", "late", Status.RED, "late"),
    ],
)
def test_a_milestone_stands_as_is_known_on_the_day(
    dates: str, state: str, look: Status, text: str
) -> None:
    chart = timeline(f"name: I, objectives: [o], milestones: {{m: {{name: M, {dates}}}}}")
    mark = chart.rows[0].milestones[0]
    due = dates[5:15]
    assert (mark.state, mark.look, mark.text) == (state, look, f"M: {text}, due {due}")


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (
            "status: planned, starts: 2027-01-01, ends: 2027-02-01, progress: 0%",
            ("2027-01-01 to 2027-02-01", "0% done before its start", ""),
        ),
        (
            "status: planned, starts: 2027-01-01, ends: 2027-02-01",
            ("2027-01-01 to 2027-02-01", "before its start", ""),
        ),
        (
            "status: done, starts: 2026-01-01, ends: 2026-02-01, progress: 100%, budget: 10",
            ("2026-01-01 to 2026-02-01", "100% done", "budget 10"),
        ),
        (
            "status: active, starts: 2026-01-01, spent: 2.5",
            ("from 2026-01-01, no end stated", "", "2.5 spent, no budget stated"),
        ),
        (
            "status: active, ends: 2026-12-31, progress: 99.9%, budget: 0, spent: 3",
            ("until 2026-12-31, no start stated", "99% done", "3 of 0 spent"),
        ),
        (
            "status: active, budget: 1e-300, spent: 1e90",
            ("no dates stated", "", "1.0e+90 of 1.0e-300 spent (1.0e+102%)"),
        ),
    ],
)
def test_what_is_not_stated_is_not_made_up(entries: str, said: tuple[str, str, str]) -> None:
    row = timeline(f"name: I, objectives: [o], {entries}").rows[0]
    assert (row.dates, row.pace, row.money) == said


def test_an_end_that_has_passed_by_is_late_unless_it_is_closed() -> None:
    passed = "name: I, objectives: [o], starts: 2026-01-01, ends: 2026-10-14"
    chart = timeline(*(f"{passed}, status: {status}" for status in InitiativeStatus))
    late = {row.status: row.is_late for row in chart.rows}
    assert late == {
        InitiativeStatus.PLANNED: True,
        InitiativeStatus.ACTIVE: True,
        InitiativeStatus.DONE: False,
        InitiativeStatus.PAUSED: True,
        InitiativeStatus.CANCELLED: False,
    }
    overruns = {row.status: row.bar.overrun for row in chart.rows if row.bar}
    assert overruns == {
        status: chart.today if is_late else None for status, is_late in late.items()
    }


def test_an_open_side_ends_at_what_is_known() -> None:
    chart = timeline(
        "name: No end, objectives: [o], starts: 2026-01-01",
        "name: No start, objectives: [o], ends: 2026-12-31, "
        "milestones: {m: {name: M, due: 2026-04-01}}",
        "name: No date, objectives: [o]",
    )
    bars = [
        (row.bar.start, row.bar.end, row.bar.is_open_start, row.bar.is_open_end)
        for row in chart.rows
        if row.bar
    ]
    assert bars == [(0.0, chart.today, False, True), (of_2026("2026-04-01"), 1.0, True, False)]
    assert chart.rows[2].bar is None


@given(st.lists(days, min_size=1, max_size=5))
def test_an_axis_holds_every_day_with_few_short_labels(found: list[date]) -> None:
    axis = axis_of(found)
    places = [place for day in found for place in (axis.start_of(day), axis.end_of(day))]
    ticks = [tick.at for tick in axis.ticks]
    assert [place for place in (*places, *ticks) if not 0 <= place <= 1] == []
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= MOST_STRETCHES
    assert len(axis.ticks[0].label) <= max(LONGEST_LABELS)
    assert {len(tick.label) for tick in axis.ticks[1:]} <= {len("Jul"), len("2026")}


@given(st.none() | days, st.none() | days, days, days)
def test_nothing_leaves_the_axis(
    starts: date | None, ends: date | None, due: date, as_of: date
) -> None:
    dates = "".join(
        f", {key}: {day}" for key, day in (("starts", starts), ("ends", ends)) if day is not None
    )
    chart = timeline(
        f"name: I, objectives: [o]{dates}, status: active, progress: 50%, "
        f"milestones: {{m: {{name: M, due: {due}}}}}",
        as_of=as_of,
    )
    row = chart.rows[0]
    places = [chart.today, row.milestones[0].at, row.elapsed or 0.0]
    if row.bar:
        places += [row.bar.start, row.bar.end, row.bar.done or 0.0, row.bar.overrun or 0.0]
        assert row.bar.start < row.bar.end
    assert [place for place in places if not 0 <= place <= 1] == []


@pytest.mark.parametrize(
    ("ends", "labels"),
    [
        ("2026-11-20", ("Sep 2026", "Oct", "Nov")),
        ("2027-06-30", ("Jul 2026", "Oct", "2027", "Apr")),
        ("2029-03-31", ("Jul 2026", "2027", "Jul", "2028", "Jul", "2029")),
        ("2056-08-31", ("2020", "2030", "2040", "2050")),
    ],
)
def test_the_axis_is_labelled_from_months_to_decades(ends: str, labels: tuple[str, ...]) -> None:
    chart = timeline(f"name: I, objectives: [o], starts: 2026-09-01, ends: {ends}")
    assert tuple(tick.label for tick in chart.ticks) == labels


def test_without_initiatives_there_is_no_timeline() -> None:
    assert timeline_of((), AS_OF) is None
