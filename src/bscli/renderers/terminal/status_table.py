"""The status table for a terminal: perspectives as groups, objectives, and their KPIs."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from bscli.scoring.status import Status, Trend
from bscli.views.status import Level, Row, StatusTable
from bscli.views.tokens import STATUS_TOKENS, TREND_TOKENS, Token

WIDE_FROM = 110
"""From this width on, owner and age have columns of their own."""

MOST_ROWS = 1000
"""Nobody reads a longer table on a screen."""

_INDENT = {Level.SCORECARD: 0, Level.PERSPECTIVE: 0, Level.OBJECTIVE: 1, Level.KPI: 3}


def render(table: StatusTable, *, width: int, in_colour: bool, in_ascii: bool) -> str:
    """The table at a width, with symbols beside the colours; ASCII signs where wanted."""
    target = StringIO()
    console = Console(
        file=target,
        width=width,
        force_terminal=in_colour,
        no_color=not in_colour,
        color_system="standard" if in_colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    is_wide = width >= WIDE_FROM
    shows_known = is_wide or not all(row.is_complete for row in table.rows)
    drawing = _Drawing(is_wide=is_wide, shows_known=shows_known, in_ascii=in_ascii)
    console.print(drawing.page(table))
    return "".join(f"{line.rstrip()}\n" for line in target.getvalue().splitlines())


class _Drawing:
    """One page in one style."""

    def __init__(self, *, is_wide: bool, shows_known: bool, in_ascii: bool) -> None:
        self._is_wide = is_wide
        self._shows_known = shows_known
        self._in_ascii = in_ascii

    def page(self, table: StatusTable) -> RenderableType:
        """Headline, rows and legend."""
        grid = Table(*self._columns(), box=None, padding=(0, 2, 0, 0), expand=False)
        for row in table.rows[:MOST_ROWS]:
            if row.level is Level.PERSPECTIVE:
                grid.add_row()
            grid.add_row(*self._cells(row))
        more = max(0, len(table.rows) - MOST_ROWS)
        rest = [Text(f"and {more} more rows: --format csv shows them all")] if more else []
        return Group(*self._headline(table), grid, *rest, Text(), self._legend(table))

    def _columns(self) -> list[Column]:
        names = Column("", min_width=28, overflow="fold")
        figures = ("Value", "Target", "Score")
        words = (("Known",) if self._shows_known else ()) + ("Status", "Trend")
        columns = [names]
        columns += [Column(title, justify="right", no_wrap=True) for title in figures]
        columns += [Column(title, no_wrap=True) for title in words]
        if self._is_wide:
            columns += [Column("Owner", overflow="fold", max_width=22), Column("Age", no_wrap=True)]
        return columns

    def _headline(self, table: StatusTable) -> list[Text]:
        total = table.total
        first = Text(table.name, style="bold")
        second = Text(f"{table.period}, as of {table.as_of}: ")
        second.append_text(self._standing(total))
        counts = ", ".join(
            f"{number} {STATUS_TOKENS[status].word}" for status, number in table.counts
        )
        third = Text(f"KPIs: {counts}" if counts else "No KPIs yet")
        notes = [Text(note) for note in table.notes]
        return [first, second, third, *notes, Text()]

    def _standing(self, row: Row) -> Text:
        text = Text(f"score {row.score} " if row.score else "")
        text.append_text(self._status(row.status))
        if row.known:
            text.append(f", {row.known} KPIs known")
        if row.trend is not Trend.UNKNOWN:
            text.append(f", {TREND_TOKENS[row.trend].word}")
        return text

    def _cells(self, row: Row) -> list[RenderableType]:
        style = {Level.PERSPECTIVE: "bold", Level.OBJECTIVE: "bold"}.get(row.level, "")
        cells: list[RenderableType] = [
            self._name(row),
            Text(row.value),
            Text(row.target),
            Text(row.score, style=style),
        ]
        if self._shows_known:
            cells.append(Text(row.known if self._is_wide or not row.is_complete else ""))
        cells += [self._status(row.status), self._trend(row.trend)]
        return [*cells, Text(row.owner), Text(row.age)] if self._is_wide else cells

    def _name(self, row: Row) -> RenderableType:
        name = row.name.upper() if row.level is Level.PERSPECTIVE else row.name
        style = "bold" if row.level in (Level.PERSPECTIVE, Level.OBJECTIVE) else ""
        text = Text(name, style=style)
        details = [row.unit] if row.unit else []
        if not self._is_wide:
            details += [detail for detail in (row.owner, row.age) if detail]
        if details:
            text.append(f" ({', '.join(details)})", style="dim")
        if row.remark:
            text.append(f"\n{row.remark}", style="dim italic")
        return Padding(text, (0, 0, 0, _INDENT[row.level]))

    def _status(self, status: Status) -> Text:
        token = STATUS_TOKENS[status]
        return Text(f"{self._sign(token)} {token.word}", style=token.colour)

    def _trend(self, trend: Trend) -> Text:
        token = TREND_TOKENS[trend]
        sign = self._sign(token)
        return Text(f"{sign} {token.word}" if self._is_wide and sign.strip() else sign)

    def _sign(self, token: Token) -> str:
        return token.ascii if self._in_ascii else token.symbol

    def _legend(self, table: StatusTable) -> Text:
        trends = "  ".join(
            f"{self._sign(token)} {token.word}"
            for trend, token in TREND_TOKENS.items()
            if trend is not Trend.UNKNOWN
        )
        scale = "Scores run from 0 to 10: red below 3.3, green from 6.7"
        return Text(scale if self._is_wide else f"{scale}\nTrend: {trends}", style="dim")
