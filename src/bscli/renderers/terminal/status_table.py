"""The status table for a terminal: perspectives as groups, objectives, and their KPIs."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from bscli.renderers.terminal.printing import MOST_ROWS, printed
from bscli.renderers.terminal.status_grid import Layout, grid_of, laid_out
from bscli.scoring.status import Trend
from bscli.views.status import StatusTable
from bscli.views.tokens import SCALE, SIGNAL_LEGEND, SIGNAL_TOKEN, TREND_TOKENS

_COMPARISON = "KPIs are compared by value, all above them by score, with the period before"
_KNOWN = "Known: a KPI's values in the period; above, the KPIs with a score, of those expected"


def render(table: StatusTable, *, width: int, in_colour: bool, in_ascii: bool) -> str:
    """The table at a width, with symbols beside the colours; ASCII signs where wanted."""
    layout = laid_out(table.rows[:MOST_ROWS], width, in_ascii=in_ascii)
    rows = [grid_of(table.rows[:MOST_ROWS], layout)] if table.rows else []
    parts = (*_headline(table, layout), *rows, *_foot(table, layout))
    return printed(parts, width=width, in_colour=in_colour)


def _headline(table: StatusTable, layout: Layout) -> list[Text]:
    name = Text.assemble((table.total.name, "bold"))
    if table.total.owner:
        name.append(f", {table.total.owner}", style="dim")
    lines = [name, _standing(table, layout)]
    if table.counts:
        lines.append(Text(f"KPIs: {table.counts}"))
    if table.reds:
        lines.append(Text(f"Red: {table.reds}"))
    lines += [Text(note) for note in table.notes]
    if table.instead:
        lines += [Text(), Text(table.instead)]
    return [*lines, Text()]


def _standing(table: StatusTable, layout: Layout) -> Text:
    total = table.total
    text = Text(f"{table.period}, as of {table.as_of}: ")
    text.append(f"score {total.score} " if total.score else "")
    text.append_text(layout.status(total))
    if total.coverage:
        text.append(f", {total.coverage}")
    if total.trend is not Trend.UNKNOWN:
        text.append(f", {TREND_TOKENS[total.trend].word}")
    return text


def _foot(table: StatusTable, layout: Layout) -> list[RenderableType]:
    """How many rows are left out, and the legend of what is on the screen."""
    more = max(0, len(table.rows) - MOST_ROWS)
    lines = [f"and {more} more rows: --format csv shows them all"] if more else []
    lines.append("")
    if any(row.score for row in table.rows):
        lines.append(SCALE)
    if any(row.trend is not Trend.UNKNOWN for row in table.rows):
        signs = "  ".join(
            f"{layout.sign(token)} {token.word}"
            for trend, token in TREND_TOKENS.items()
            if trend is not Trend.UNKNOWN
        )
        lines.append(_COMPARISON if layout.is_wide else f"Trend: {signs}\n{_COMPARISON}")
    if any(row.has_signal for row in table.rows):
        lines.append(f"{layout.sign(SIGNAL_TOKEN)} {SIGNAL_LEGEND}")
    if layout.is_wide and any(row.known for row in table.rows):
        lines.append(_KNOWN)
    return [Text(line, style="dim") for line in lines]
