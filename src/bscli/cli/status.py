"""``bsc status``: how the strategy stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bscli.cli.inputs import analysed
from bscli.cli.options import (
    AsOfOption,
    Colour,
    ColourOption,
    FailOn,
    OutputOption,
    PathArgument,
    PeriodOption,
    QuietOption,
    VerboseOption,
)
from bscli.cli.outcome import FAILED, SOUND, exit_code, tell_findings
from bscli.cli.streams import STANDARD, terminal, write
from bscli.scoring.status import Status

if TYPE_CHECKING:
    from bscli.analysis import Analysis
    from bscli.views.filters import Filters


class StatusFormat(StrEnum):
    """How the status is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class StatusFailOn(StrEnum):
    """What makes the command fail: findings from a severity on, or errors and anything red."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"
    RED = "red"


def status(
    path: PathArgument = ".",
    perspective: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this perspective.")
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only what this person owns.")
    ] = None,
    theme: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this theme.")] = None,
    status: Annotated[
        list[Status] | None, typer.Option(help="Only what stands so; may be repeated.")
    ] = None,
    format: Annotated[StatusFormat, typer.Option(help="How to write it.")] = StatusFormat.TABLE,
    fail_on: Annotated[
        StatusFailOn,
        typer.Option("--fail-on", help="What gives exit code 1; red: errors or a red."),
    ] = StatusFailOn.ERROR,
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    output: OutputOption = STANDARD,
    color: ColourOption = Colour.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Show perspectives, objectives and KPIs with value, target, score, colour and trend."""
    from bscli.views.filters import Filters, has_red, shown_scores
    from bscli.views.findings import findings_view

    analysis = analysed(path, period, as_of)
    filters = Filters(
        perspectives=tuple(perspective or ()),
        owners=tuple(owner or ()),
        themes=tuple(theme or ()),
        statuses=tuple(status or ()),
    )
    shown = shown_scores(analysis, filters) if analysis.scores else ()
    findings = findings_view(analysis)
    tell_findings(analysis, findings, quiet=quiet, verbose=verbose)
    if analysis.project.could_be_read:
        write(_rendered(analysis, filters, format, color, output), output)
    is_red = fail_on is StatusFailOn.RED and has_red(shown)
    threshold = FailOn.ERROR if fail_on is StatusFailOn.RED else FailOn(fail_on.value)
    code = exit_code(analysis, findings, threshold)
    return FAILED if is_red and code == SOUND else code


def _rendered(
    analysis: Analysis, filters: Filters, format: StatusFormat, color: Colour, output: str
) -> str:
    if format in (StatusFormat.JSON, StatusFormat.CSV):
        from bscli.renderers import status_csv
        from bscli.renderers.json_text import json_text
        from bscli.views.filters import shown_scores
        from bscli.views.status_data import status_data

        data = status_data(analysis, shown_scores(analysis, filters))
        return json_text(data) if format is StatusFormat.JSON else status_csv.render(data)
    from bscli.views.status import status_tables

    tables = status_tables(analysis, filters)
    if format is StatusFormat.MARKDOWN:
        from bscli.renderers import status_markdown

        return status_markdown.render(tables)
    from bscli.renderers.terminal import status_table as table_renderer

    place = terminal(color, output)
    return "\n".join(
        table_renderer.render(
            table, width=place.width, in_colour=place.in_colour, in_ascii=place.in_ascii
        )
        for table in tables
    )
