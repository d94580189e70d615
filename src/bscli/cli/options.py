"""Options that several commands share, each declared once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Optional

import typer


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FailOn(StrEnum):
    """From which severity on findings make a command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


PathArgument = Annotated[
    str,
    typer.Argument(
        metavar="[PATH]",
        help="A scorecard file, a folder of them, or - for standard input.",
        show_default=False,
    ),
]
PeriodOption = Annotated[
    Optional[str],
    typer.Option(
        "--period",
        metavar="P",
        help="The period to look at, such as 2026-Q3; by default the latest one with results.",
    ),
]
AsOfOption = Annotated[
    Optional[str],
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day whose knowledge counts; by default SOURCE_DATE_EPOCH, else today.",
    ),
]
OutputOption = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output."),
]
WhereOption = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; the ending of the name says the format, - is standard output.",
    ),
]
ColourOption = Annotated[
    Colour, typer.Option("--color", help="When to use colour; NO_COLOR and FORCE_COLOR count.")
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="No notes on standard error, only what went wrong.")
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show warnings and hints too, and defects in full.")
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="From which severity on findings give exit code 1.")
]
