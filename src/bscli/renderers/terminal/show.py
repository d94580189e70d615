"""The page of one thing for a terminal: headline, chart, tables and what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from bscli.renderers.terminal.chart import chart_lines
from bscli.renderers.terminal.past import past_table
from bscli.renderers.terminal.printing import printed
from bscli.renderers.terminal.status_grid import grid_of, laid_out
from bscli.views.show.chart import Chart
from bscli.views.show.page import Facts, KpiRows, Lines, Page, Past, Section, Standing, Standings
from bscli.views.tokens import STATUS_TOKENS

INDENT = 2


def render(page: Page, *, width: int, in_colour: bool, in_ascii: bool) -> str:
    """The page at a width, with symbols beside the colours; ASCII signs where wanted."""
    return printed(_parts(page, width, in_ascii), width=width, in_colour=in_colour)


def _parts(page: Page, width: int, in_ascii: bool) -> Iterator[RenderableType]:
    yield Text(page.title, style="bold")
    yield Text(page.answer)
    yield Text(page.place, style="dim")
    for section in page.sections:
        yield Text()
        if not isinstance(section, Chart) and section.title:
            yield Text(section.title, style="bold")
        yield from _body(section, width, in_ascii)


def _body(section: Section, width: int, in_ascii: bool) -> Iterator[RenderableType]:
    match section:
        case Lines(title=title, lines=lines):
            yield from (_indented(Text(line)) if title else Text(line) for line in lines)
        case Facts(facts=facts):
            yield _indented(_facts(facts))
        case Standings(standings=standings):
            yield _indented(_standings(standings, in_ascii))
        case KpiRows(rows=rows):
            yield grid_of(rows, laid_out(rows, width, in_ascii=in_ascii))
        case Past():
            yield _indented(past_table(section, width - INDENT, in_ascii=in_ascii))
            if section.more:
                yield _indented(Text(section.more, style="dim"))
        case Chart():
            yield from chart_lines(section, width=width, in_ascii=in_ascii)


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, INDENT))


def _facts(facts: tuple[tuple[str, str], ...]) -> Table:
    """Terms beside what is true of them; a long term is folded."""
    grid = Table(
        Column(style="dim", max_width=28, overflow="fold"),
        Column(overflow="fold"),
        box=None,
        padding=(0, 2, 0, 0),
        pad_edge=False,
        show_header=False,
    )
    for term, text in facts:
        grid.add_row(Text(term), Text(text))
    return grid


def _standings(standings: tuple[Standing, ...], in_ascii: bool) -> Table:
    """Colour, score and name; below the name what ties the two together."""
    widest = max(cell_len(_status(each, in_ascii).plain) for each in standings)
    grid = Table(
        Column(width=widest),
        *([Column(width=4, justify="right")] if any(each.score for each in standings) else ()),
        Column(overflow="fold"),
        box=None,
        padding=(0, 2, 0, 0),
        pad_edge=False,
        show_header=False,
    )
    for each in standings:
        name = Text(each.name)
        for detail in filter(None, (each.tie, each.because)):
            name.append(f"\n{detail}", style="dim")
        scores = (Text(each.score),) if len(grid.columns) > 2 else ()
        grid.add_row(_status(each, in_ascii), *scores, name)
    return grid


def _status(standing: Standing, in_ascii: bool) -> Text:
    token = STATUS_TOKENS[standing.status]
    tint = "bold" if token.colour == "default" else f"bold {token.colour}"
    sign = token.ascii if in_ascii else token.symbol
    return Text.assemble((sign, tint), f" {standing.word or token.word}")
