"""A KPI's chart drawn with characters on a grid: one column or more for each period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from rich.cells import cell_len
from rich.text import Text

from bscli.scoring.status import are_equal
from bscli.views.show.chart import Chart, ChartPoint
from bscli.views.tokens import SIGNAL_TOKEN, STATUS_TOKENS, Token

HEIGHT, FLAT = 13, 3
WIDEST_PERIOD = 6
GAP = 2
"""At least so many blanks part two labels below the chart."""

SIGNAL_ROW = "signal"

Label = tuple[int, int, str]
"""The column that a name below the chart belongs to, the one that it begins in, and the name."""


@dataclass(frozen=True, slots=True)
class Pens:
    """The characters that lines are drawn with."""

    target: str
    limit: str
    mean: str
    change: str
    side: str
    tick: str
    corner: str
    floor: str
    below: str


FINE = Pens("─", "┄", "·", "╎", "│", "┤", "└", "─", "┴")
ASCII = Pens("=", "-", ".", ":", "|", "+", "+", "-", "+")


def chart_lines(chart: Chart, *, width: int, in_ascii: bool) -> Iterator[Text]:
    """The chart at a width, with its axes, the marks of signals, and what the lines are."""
    yield from _Grid(chart, width, in_ascii=in_ascii).lines()


class _Grid:
    """Characters with their styles, row by row from the top."""

    def __init__(self, chart: Chart, width: int, *, in_ascii: bool) -> None:
        self._chart, self._width = chart, width
        self._in_ascii = in_ascii
        self._pens = ASCII if in_ascii else FINE
        self._height = _height_of(chart)
        self._labels = self._labels_by_row()
        texts = [*self._labels.values(), SIGNAL_ROW if chart.has_signals else ""]
        self._margin = max(map(cell_len, texts))
        room = width - self._margin - 2
        self._step = max(1, min(WIDEST_PERIOD, room // len(chart.points)))
        columns = self._step * len(chart.points)
        self._cells = [[(" ", "")] * columns for _ in range(self._height)]

    def lines(self) -> Iterator[Text]:
        for draw in (self._draw_limits, self._draw_target, self._draw_change):
            for place, point in enumerate(self._chart.points):
                draw(point, range(place * self._step, (place + 1) * self._step))
        self._draw_values()
        yield from (self._row(row) for row in range(self._height))
        labels = self._placed_labels()
        yield self._floor(labels)
        yield Text(f"{'':{self._margin}}  {_written(labels, self._columns)}")
        if self._chart.has_signals:
            yield self._signals()
        yield from self._legend()

    @property
    def _columns(self) -> int:
        return len(self._cells[0])

    def _sign(self, token: Token) -> str:
        return token.ascii if self._in_ascii else token.symbol

    def _middle(self, place: int) -> int:
        return place * self._step + self._step // 2

    def _row_of(self, height: float) -> int:
        """The row of a height, counted from the top; half-way where all heights are equal."""
        low, high = self._chart.lowest, self._chart.highest
        share = 0.5 if are_equal(low, high) else (height - low) / (high - low)
        return self._height - 1 - round(share * (self._height - 1))

    def _labels_by_row(self) -> dict[int, str]:
        """The text on the axis of each row that has one: what comes first has the place."""
        labels: dict[int, str] = {}
        for mark in self._chart.marks:
            labels.setdefault(self._row_of(mark.height), mark.text)
        return labels

    def _draw(self, height: float, columns: Sequence[int], pen: str, style: str = "") -> None:
        row = self._cells[self._row_of(height)]
        for column in columns:
            row[column] = (pen, style)

    def _draw_limits(self, point: ChartPoint, columns: range) -> None:
        if point.limits:
            dots = [column for column in columns if column % 2 == 0]
            self._draw(point.limits.centre, dots, self._pens.mean, "dim")
            self._draw(point.limits.lower, columns, self._pens.limit, "dim")
            self._draw(point.limits.upper, columns, self._pens.limit, "dim")

    def _draw_target(self, point: ChartPoint, columns: range) -> None:
        for height in point.targets:
            self._draw(height, columns, self._pens.target)

    def _draw_change(self, point: ChartPoint, columns: range) -> None:
        if point.begins_anew:
            for row in self._cells:
                row[columns[0]] = (self._pens.change, "dim")

    def _draw_values(self) -> None:
        for place, point in enumerate(self._chart.points):
            if point.value is not None:
                token = STATUS_TOKENS[point.status]
                style = "bold" if token.colour == "default" else f"bold {token.colour}"
                self._draw(point.value, (self._middle(place),), self._sign(token), style)

    def _row(self, row: int) -> Text:
        label = self._labels.get(row, "")
        text = Text(" " * (self._margin - cell_len(label)) + label)
        text.append(f" {self._pens.tick if label else self._pens.side}", style="dim")
        for style, cells in groupby(self._cells[row], key=itemgetter(1)):
            text.append("".join(character for character, _ in cells), style=style)
        return text

    def _placed_labels(self) -> list[Label]:
        """As many periods as fit: middle and start of each, from the latest back in even steps."""
        names = [point.period for point in self._chart.points]
        for step in range(1, len(names) + 1):
            places = range(len(names) - 1, -1, -step)
            found = [(self._middle(place), *self._label(place)) for place in reversed(places)]
            if all(_are_apart(left, right) for left, right in pairwise(found)):
                return found
        return []

    def _label(self, place: int) -> tuple[int, str]:
        name = self._chart.points[place].period
        start = self._middle(place) - len(name) // 2
        return max(0, min(start, self._columns - len(name))), name

    def _floor(self, labels: list[Label]) -> Text:
        floor = [self._pens.floor] * self._columns
        for middle, _, _ in labels:
            floor[middle] = self._pens.below
        return Text(f"{'':{self._margin}} {self._pens.corner}{''.join(floor)}", style="dim")

    def _signals(self) -> Text:
        marks = [" "] * self._columns
        for place, point in enumerate(self._chart.points):
            if point.has_signal:
                marks[self._middle(place)] = self._sign(SIGNAL_TOKEN)
        return Text(f"{SIGNAL_ROW:>{self._margin}}  {''.join(marks)}")

    def _legend(self) -> Iterator[Text]:
        """What the lines are, in as few lines of text as hold them whole."""
        chart, pens = self._chart, self._pens
        told = (
            (pens.target * 2, f"target {chart.target}", bool(chart.target)),
            (pens.limit * 2, "usual range", chart.has_limits),
            (pens.mean, "mean", chart.has_limits),
            (pens.change, "the process changed", chart.has_change),
        )
        lines = [""]
        for piece in (f"   {pen} {words}" for pen, words, is_drawn in told if is_drawn):
            if self._margin + cell_len(lines[-1] + piece) > self._width and lines[-1]:
                lines.append("")
            lines[-1] += piece
        yield from (Text(f"{'':{self._margin}}{line[1:]}", style="dim") for line in lines if line)


def _height_of(chart: Chart) -> int:
    """How many rows the values need: few where they are words, or all the same."""
    if chart.steps:
        return 2 * chart.steps - 1
    return FLAT if are_equal(chart.lowest, chart.highest) else HEIGHT


def _are_apart(left: Label, right: Label) -> bool:
    return left[1] + len(left[2]) + GAP <= right[1]


def _written(labels: list[Label], columns: int) -> str:
    """The names of periods where they belong; one that is wider than the chart stands alone."""
    line = [" "] * columns
    for _, start, name in labels:
        line[start : start + len(name)] = name
    return "".join(line)
