"""``bsc validate``: whether the scorecard is sound."""

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
    FailOnOption,
    OutputOption,
    PathArgument,
    PeriodOption,
    QuietOption,
    VerboseOption,
)
from bscli.cli.outcome import SOUND, exit_code, tell_if_empty, tell_what_was_checked
from bscli.cli.streams import STANDARD, terminal, write

if TYPE_CHECKING:
    from bscli.views.findings import FindingsView


class FindingsFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


def validate(
    path: PathArgument = ".",
    format: Annotated[FindingsFormat, typer.Option(help="How to write findings.")] = (
        FindingsFormat.TEXT
    ),
    fail_on: FailOnOption = FailOn.ERROR,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only these: a code, a prefix such as BSC2, or a name."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Not these: a code, a prefix such as BSC2, or a name."),
    ] = None,
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    output: OutputOption = STANDARD,
    color: ColourOption = Colour.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Check the format, references, cause and effect, counts and measures; changes nothing."""
    from bscli.rules.registry import codes_of_rules
    from bscli.views.findings import findings_view

    chosen = codes_of_rules(select) if select else None
    analysis = analysed(path, period, as_of)
    view = findings_view(analysis, chosen, codes_of_rules(ignore or []))
    tell_if_empty(analysis)
    code = exit_code(analysis, view, fail_on)
    if code != SOUND or not quiet:
        write(_rendered(view, format, color, output), output)
    if verbose:
        tell_what_was_checked(analysis)
    return code


def _rendered(view: FindingsView, format: FindingsFormat, color: Colour, output: str) -> str:
    if format is FindingsFormat.JSON:
        from bscli.renderers.json_text import json_text
        from bscli.views.findings import findings_data

        return json_text(findings_data(view))
    if format is FindingsFormat.CONCISE:
        from bscli.renderers.findings import concise

        return concise.render(view)
    if format is FindingsFormat.GITHUB:
        from bscli.renderers.findings import github

        return github.render(view)
    from bscli.renderers.findings import text
    from bscli.renderers.terminal.ansi import Painter

    return text.render(view, Painter(terminal(color, output).in_colour))
