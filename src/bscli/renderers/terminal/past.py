"""A KPI's own periods as a table: figures, colours and signals, with notes where they fit."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from rich.console import JustifyMethod
from rich.table import Column, Table
from rich.text import Text

from bscli.views.show.page import Past, PastPeriod
from bscli.views.tokens import SIGNAL_TOKEN, STATUS_TOKENS

NARROWEST_SIGNALS = 22
NARROWEST_NOTES = 24
SIGNAL, NOTE = "Signal", "Note"
_RIGHT = ("Value", "Target", "Red line", "Score")
_LEFT_OUT = ("Red line", "Target")
"""What gives way where a line is too short, first one first."""

_GAP = 2
_LONGER_IN_ASCII = len("...") - len("…")

Cells = dict[str, Text]


def past_table(past: Past, width: int, *, in_ascii: bool) -> Table:
    """The periods with every column that says anything and fits; of signals at least the mark."""
    rows = [_cells(each, in_ascii=in_ascii) for each in past.periods]
    widths = _widths(rows)
    if SIGNAL in widths and width - _taken(widths, SIGNAL) < NARROWEST_SIGNALS:
        periods = (replace(each, signal=each.signal and " ") for each in past.periods)
        rows = [_cells(each, in_ascii=in_ascii) for each in periods]
        widths = _widths(rows)
    for title in _LEFT_OUT:
        if _taken(widths, NOTE) > width:
            widths.pop(title, None)
    left = width - _taken(widths, NOTE) - (_LONGER_IN_ASCII if in_ascii else 0)
    if NOTE in widths and left >= NARROWEST_NOTES:
        widths[NOTE] = left
    else:
        widths.pop(NOTE, None)
    grid = Table(
        *(_column(title, width) for title, width in widths.items()),
        box=None,
        padding=(0, _GAP, 0, 0),
        pad_edge=False,
    )
    for row in rows:
        grid.add_row(*(row[title] for title in widths))
    return grid


def _widths(rows: list[Cells]) -> dict[str, int]:
    """How wide each column is that says anything."""
    found = {title: max(cell_len(row[title].plain) for row in rows) for title in rows[0]}
    return {title: max(len(title), width) for title, width in found.items() if width}


def _taken(widths: dict[str, int], but: str) -> int:
    """What all columns but one, and those after it, take with the gaps between them."""
    before = list(widths)[: list(widths).index(but)] if but in widths else list(widths)
    return sum(widths[title] + _GAP for title in before)


def _column(title: str, width: int) -> Column:
    side: JustifyMethod = "right" if title in _RIGHT else "left"
    if title == NOTE:
        return Column(title, width=width, no_wrap=True, overflow="ellipsis")
    if title == SIGNAL:
        return Column(title, max_width=width, overflow="fold")
    return Column(title, min_width=width, justify=side, overflow="fold")


def _cells(each: PastPeriod, *, in_ascii: bool) -> Cells:
    token = STATUS_TOKENS[each.status]
    tint = "bold" if token.colour == "default" else f"bold {token.colour}"
    sign = token.ascii if in_ascii else token.symbol
    mark = SIGNAL_TOKEN.ascii if in_ascii else SIGNAL_TOKEN.symbol
    return {
        "Period": Text(each.period),
        "Value": Text(each.value),
        "Target": Text(each.target),
        "Red line": Text(each.red),
        "Score": Text(each.score),
        "Status": Text.assemble((sign, tint), f" {token.word}"),
        SIGNAL: Text(f"{mark} {each.signal}".rstrip() if each.signal else ""),
        NOTE: Text(each.note),
    }
