"""``bsc explain``: where a score comes from."""

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


class ExplanationFormat(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"


def explain(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="A KPI, objective, perspective or scorecard.")
    ],
    path: PathArgument = ".",
    format: Annotated[ExplanationFormat, typer.Option(help="How to write it.")] = (
        ExplanationFormat.TEXT
    ),
    fail_on: FailOnOption = FailOn.ERROR,
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    output: OutputOption = STANDARD,
    color: ColourOption = Colour.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Show every step from raw values to a colour, and up the tree, as arithmetic."""
    from bscli.insight.explanation import explain as explanation_of
    from bscli.renderers.json_text import json_text
    from bscli.renderers.terminal.ansi import Painter
    from bscli.renderers.terminal.explanation import render
    from bscli.views.explanation import explanation_data, explanation_view
    from bscli.views.findings import findings_view

    analysis = analysed(path, period, as_of)
    findings = findings_view(analysis)
    tell_findings(analysis, findings, quiet=quiet, verbose=verbose)
    if analysis.project.could_be_read:
        view = explanation_view(explanation_of(analysis, id))
        if format is ExplanationFormat.JSON:
            write(json_text(explanation_data(view)), output)
        else:
            write(render(view, Painter(terminal(color, output).in_colour)), output)
    return exit_code(analysis, findings, fail_on)
