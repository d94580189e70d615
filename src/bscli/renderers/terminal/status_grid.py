"""The rows of the status table, laid out so that no status and no trend is ever cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import JustifyMethod, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from bscli.scoring.status import Trend
from bscli.views.status import Level, Row
from bscli.views.tokens import SIGNAL_TOKEN, STATUS_TOKENS, TREND_TOKENS, Token

WIDE_FROM = 110
"""From this width on, what is known, owner and age have columns of their own."""

NARROWEST_NAMES = 16
COMFORTABLE_NAMES = 20
NARROWEST_NAMES_WHEN_WIDE = 28
WIDEST_OWNERS = 22

_INDENT = {Level.SCORECARD: 0, Level.PERSPECTIVE: 0, Level.OBJECTIVE: 1, Level.KPI: 3}
_NARROW = ("Value", "Target", "Score", "Status", "Trend")
_WIDE = ("Value", "Target", "Score", "Known", "Status", "Trend", "Owner", "Age")
_SIDES: dict[str, JustifyMethod] = {"Value": "right", "Target": "right", "Score": "right"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns beside the names, how wide each is, and how far apart they stand."""

    widths: dict[str, int]
    names: int
    gap: int
    is_wide: bool
    in_ascii: bool
    breaks_ranges: bool = False

    def cell(self, row: Row, title: str) -> Text:
        """What stands in a column."""
        if title == "Status":
            return self.status(row)
        if title == "Trend":
            return self._trend(row)
        if title == "Owner":
            is_shown = row.is_owner_new or row.level is not Level.KPI
            return Text(row.owner if is_shown else "", style="dim")
        text = {
            "Value": row.value,
            "Target": row.target,
            "Score": row.score,
            "Known": row.known,
            "Age": row.age,
        }[title]
        if self.breaks_ranges and title == "Target":
            text = text.replace("–", "–\n").replace(" to ", " to\n")
        is_bold = title == "Score" and row.level is not Level.KPI
        return Text(text, style="bold" if is_bold else "")

    def status(self, row: Row) -> Text:
        """A tinted sign and a word in the colour of all text."""
        if row.status is None:
            return Text()
        token = STATUS_TOKENS[row.status]
        tint = "bold" if token.colour == "default" else f"bold {token.colour}"
        return Text.assemble((self.sign(token), tint), f" {token.word}")

    def name(self, row: Row) -> RenderableType:
        """The name with its unit, below it what is to be known about it."""
        is_bold = row.level is not Level.KPI
        name = row.name.upper() if row.level is Level.PERSPECTIVE else row.name
        text = Text.assemble((name, "bold" if is_bold else ""))
        is_to_date = bool(row.gap) and row.level is Level.KPI
        details, remarks = [row.unit], ["to date" if is_to_date else "", row.remark]
        if not self.is_wide:
            # What is to date says by itself how old it is.
            age = "" if row.gap else row.age
            details += [row.owner if row.is_owner_new else "", age]
            remarks = [row.gap, row.remark]
        if any(details):
            text.append(f" ({', '.join(filter(None, details))})", style="dim")
        remarks.append(row.news)
        if any(remarks):
            text.append(f"\n{', '.join(filter(None, remarks))}")
        return Padding(text, (0, 0, 0, _INDENT[row.level]))

    def sign(self, token: Token) -> str:
        """A token's sign, in ASCII where the encoding asks for it."""
        return token.ascii if self.in_ascii else token.symbol

    def _trend(self, row: Row) -> Text:
        """The way it moved, with the mark of a signal beside it."""
        token = TREND_TOKENS[row.trend]
        word = f" {token.word}" if self.is_wide else ""
        moved = "" if row.trend is Trend.UNKNOWN else f"{self.sign(token)}{word}"
        mark = self.sign(SIGNAL_TOKEN) if row.has_signal else ""
        return Text(" ".join(filter(None, (moved, mark))))


def laid_out(rows: Sequence[Row], width: int, *, in_ascii: bool) -> Layout:
    """The first of several ever tighter layouts that leaves enough room for the names."""
    loose = Layout({}, 0, 2, is_wide=False, in_ascii=in_ascii)
    for breaks_ranges in (False, True) if width >= WIDE_FROM else ():
        wide = replace(loose, is_wide=True, breaks_ranges=breaks_ranges)
        fitted = _fitted(wide, rows, width)
        if fitted.names >= NARROWEST_NAMES_WHEN_WIDE:
            return fitted
    for layout in (loose, replace(loose, gap=1)):
        fitted = _fitted(layout, rows, width)
        if fitted.names >= COMFORTABLE_NAMES:
            return fitted
    fitted = _fitted(replace(loose, gap=1, breaks_ranges=True), rows, width)
    return fitted if fitted.names >= NARROWEST_NAMES else _squeezed(fitted)


def _fitted(layout: Layout, rows: Sequence[Row], width: int) -> Layout:
    """The layout with columns as wide as what stands in them, and names in what is left."""
    widths = {}
    for title in _WIDE if layout.is_wide else _NARROW:
        cells = [layout.cell(row, title).plain for row in rows]
        widest = max((cell_len(line) for cell in cells for line in cell.splitlines()), default=0)
        if widest or title in _NARROW:
            widths[title] = max(widest, len(title))
    if "Owner" in widths:
        widths["Owner"] = min(widths["Owner"], WIDEST_OWNERS)
    names = width - sum(widths.values()) - layout.gap * len(widths)
    return replace(layout, widths=widths, names=names)


def _squeezed(layout: Layout) -> Layout:
    """Figures give way where even the narrowest names leave no room for status and trend."""
    widths, lacking = dict(layout.widths), NARROWEST_NAMES - layout.names
    while lacking > 0:
        widest = max(("Value", "Target"), key=lambda title: widths[title])
        widths[widest] -= 1
        lacking -= 1
    return replace(layout, widths=widths, names=NARROWEST_NAMES)


def grid_of(rows: Sequence[Row], layout: Layout) -> Table:
    """The rows under their titles, with a blank line before each perspective."""
    columns = [Column("", max_width=layout.names, overflow="fold")]
    columns += [
        Column(title, width=width, overflow="fold", justify=_SIDES.get(title, "left"))
        for title, width in layout.widths.items()
    ]
    grid = Table(*columns, box=None, padding=(0, layout.gap, 0, 0), pad_edge=False)
    for row in rows:
        if row.level is Level.PERSPECTIVE:
            grid.add_row()
        cells = (layout.cell(row, title) for title in layout.widths)
        grid.add_row(layout.name(row), *cells)
    return grid
