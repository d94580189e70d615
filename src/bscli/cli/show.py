"""``bsc show``: one KPI, objective or initiative in full."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bscli.cli.inputs import analysed
from bscli.cli.options import (
    AsOfOption,
    Colour,
    ColourOption,
    FailOn,
    FailOnOption,
    OutputOption,
    PathArgument,
    PeriodOption,
    QuietOption,
    VerboseOption,
)
from bscli.cli.outcome import exit_code, tell_findings
from bscli.cli.streams import STANDARD, terminal, write


class ShowFormat(StrEnum):
    """How the page is written."""

    TEXT = "text"
    JSON = "json"


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="A KPI, objective or initiative.")],
    path: PathArgument = ".",
    format: Annotated[ShowFormat, typer.Option(help="How to write it.")] = ShowFormat.TEXT,
    fail_on: FailOnOption = FailOn.ERROR,
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    output: OutputOption = STANDARD,
    color: ColourOption = Colour.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Show a KPI's history as a chart and table, or an objective or initiative with its ties."""
    from bscli.insight.subject import show as subject_of
    from bscli.renderers.json_text import json_text
    from bscli.renderers.terminal.show import render
    from bscli.views.findings import findings_view
    from bscli.views.show.data import data_of
    from bscli.views.show.showing import page_of

    analysis = analysed(path, period, as_of)
    findings = findings_view(analysis)
    tell_findings(analysis, findings, quiet=quiet, verbose=verbose)
    if analysis.project.could_be_read:
        subject = subject_of(analysis, id)
        if format is ShowFormat.JSON:
            write(json_text(data_of(subject)), output)
        else:
            place = terminal(color, output)
            page = page_of(subject)
            options = {"in_colour": place.in_colour, "in_ascii": place.in_ascii}
            write(render(page, width=place.width, **options), output)
    return exit_code(analysis, findings, fail_on)
