"""Draws the axis and the rows of a timeline, as wide as the place that they stand in."""

from __future__ import annotations

from bscli.model.initiative import InitiativeStatus
from bscli.renderers.paint import painted
from bscli.renderers.signs import mark
from bscli.renderers.svg import element, text, title
from bscli.views.charts.axis import Tick
from bscli.views.charts.bars import Bar
from bscli.views.charts.milestones import MilestoneMark
from bscli.views.charts.timeline import Timeline, TimelineRow

AXIS_HEIGHT, ROW_HEIGHT = 32, 28
FONT_SIZE = 11
LABEL_BASE, TICK_TOP, TODAY_BASE = 10, 14, 27
SIGN_MIDDLE, BAR_TOP, BAR_HEIGHT = -8, -1, 8
"""Seen from the middle of the row: the signs of the milestones stand on the bar."""

DASHES = {InitiativeStatus.PAUSED: "3 2", InitiativeStatus.CANCELLED: "3 2"}
FADE = "M1.5-1h4v8h-4zM7-1h2.5v8H7zM11-1h1v8h-1z"


def render_axis(timeline: Timeline) -> str:
    """The axis with its labels and today, to stand above the rows: 100 % wide, 32 px high."""
    return _canvas(
        timeline.text,
        AXIS_HEIGHT,
        *(_line(tick.at, "line", TICK_TOP) for tick in timeline.ticks),
        *map(_label, timeline.ticks),
        _today(timeline.today),
    )


def render_row(timeline: Timeline, row: TimelineRow) -> str:
    """One initiative's bar and milestones, to stand beside its texts.

    It is 100 % wide and 28 px high; stretched higher by the page, it stays in the middle, and the
    lines of the axis run on from row to row.
    """
    return _canvas(
        row.text,
        ROW_HEIGHT,
        *(_line(tick.at, "line") for tick in timeline.ticks),
        _in_the_middle(_bar(row.bar)) if row.bar else "",
        _line(timeline.today, "accent"),
        _in_the_middle(*map(_milestone, row.milestones)) if row.milestones else "",
    )


def _in_the_middle(*children: str) -> str:
    """What is drawn around the middle of the row, however high the page makes it."""
    return element("svg", *children, y="50%", overflow="visible")


def _canvas(says: str, height: int, *children: str) -> str:
    return element(
        "svg", title(says), *children, role="img", width="100%", height=height, overflow="visible"
    )


def _percent(place: float) -> str:
    return f"{100 * place:.2f}".rstrip("0").rstrip(".") + "%"


def _line(place: float, colour: str, top: float = 0) -> str:
    x = _percent(place)
    return element("line", x1=x, x2=x, y1=top, y2="100%", **painted(stroke=colour))


def _label(tick: Tick) -> str:
    return text(
        tick.label,
        x=_percent(tick.at),
        y=LABEL_BASE,
        font_size=FONT_SIZE,
        **painted(fill="quiet"),
    )


def _today(place: float) -> str:
    """The word above the line, with a rim that keeps it free of the lines of the axis."""
    anchor = "start" if place < 1 / 8 else "end" if place > 7 / 8 else "middle"
    return text(
        "today",
        x=_percent(place),
        y=TODAY_BASE,
        text_anchor=anchor,
        font_size=FONT_SIZE,
        stroke_width=4,
        paint_order="stroke",
        **painted(fill="accent", stroke="surface"),
    )


def _bar(bar: Bar) -> str:
    dashes = DASHES.get(bar.status)
    paint = painted(fill="surface", stroke="quiet")
    outline = _rect(bar.start, bar.end, stroke_dasharray=dashes, **paint)
    return outline + _progress(bar) + _overrun(bar) + _open_sides(bar)


def _progress(bar: Bar) -> str:
    """The part that is done, filled; what is cancelled is struck through instead."""
    if bar.status is InitiativeStatus.CANCELLED:
        return _along(bar.start, bar.end, **painted(stroke="quiet"))
    return "" if bar.done is None else _rect(bar.start, bar.done, **painted(fill="quiet"))


def _rect(start: float, end: float, **attributes: str | None) -> str:
    return element(
        "rect",
        x=_percent(start),
        y=BAR_TOP,
        width=_percent(end - start),
        height=BAR_HEIGHT,
        **attributes,
    )


def _overrun(bar: Bar) -> str:
    if bar.overrun is None:
        return ""
    dashed = {"stroke_width": "2", "stroke_dasharray": "4 2"}
    return _along(bar.end, bar.overrun, **dashed, **painted(stroke="red"))


def _along(start: float, end: float, **attributes: str) -> str:
    """A line along the middle of the bar."""
    y = BAR_TOP + BAR_HEIGHT / 2
    return element("line", x1=_percent(start), x2=_percent(end), y1=y, y2=y, **attributes)


def _open_sides(bar: Bar) -> str:
    """Ever shorter pieces, where a bar goes on and nobody has said how far."""
    sides = ((bar.start, bar.is_open_start, "scale(-1 1)"), (bar.end, bar.is_open_end, None))
    return "".join(
        _at(place, element("path", d=FADE, transform=turn, **painted(fill="quiet")))
        for place, is_open, turn in sides
        if is_open
    )


def _milestone(milestone: MilestoneMark) -> str:
    """The sign of its state; who points at it reads its name and dates."""
    return _at(milestone.at, title(milestone.text) + mark(milestone.look), SIGN_MIDDLE)


def _at(place: float, shape: str, y: float | None = None) -> str:
    return element("svg", shape, x=_percent(place), y=y, overflow="visible")
