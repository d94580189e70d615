"""All commands, and the one place where a run ends: result, error or defect."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Annotated

import typer

from bscli import __version__
from bscli.cli.streams import note, survive_narrow_encodings
from bscli.errors import INTERRUPTED, BscError
from bscli.views.text import inline

DEFECT = 70

COMMANDS = {
    "init": "init",
    "validate": "validate",
    "status": "status",
    "explain": "explain",
    "show": "show",
    "map": "draw_map",
    "report": "report",
    "rules": "rules",
    "schema": "schema",
}
"""The function of each command, in the order in which help lists them."""

HOMES = {"map": "strategy_map"}
"""The modules of commands that are not called as their command."""


def _command(name: str) -> Callable[..., int]:
    """The function of a command, whose module is imported when it is asked for."""
    home = import_module(f"bscli.cli.{HOMES.get(name, name)}")
    function: Callable[..., int] = getattr(home, COMMANDS[name])
    return function


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"bsc {__version__}")
        raise typer.Exit


def _common(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version."),
    ] = False,
) -> None:
    """The balanced scorecard as code: plan in YAML, check in CI, see how it stands."""


def app_with(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands; to build one that is not asked for only takes time."""
    app = typer.Typer(
        name="bsc",
        help="The balanced scorecard as code: plan in YAML, check in CI, see how it stands.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_common)
    for name in names:
        app.command(name)(_command(name))
    return app


def run(arguments: list[str]) -> int:
    """Runs one command line; returns the exit code, and tells errors on standard error."""
    survive_narrow_encodings()
    asked = arguments[:1]
    command = typer.main.get_command(app_with(asked if set(asked) & set(COMMANDS) else COMMANDS))
    try:
        code = command.main(arguments or ["--help"], prog_name="bsc", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except typer.TyperException as error:
        return _tell(error.format_message(), None, error.exit_code)
    except BscError as error:
        return _tell(str(error), error.hint, error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except Exception as defect:  # noqa: BLE001 - the last resort, which must not show a traceback
        return _tell_defect(defect, "--verbose" in arguments or "-v" in arguments)


def _tell(message: str, hint: str | None, code: int) -> int:
    note(inline(f"error: {message}" + (f" ({hint})" if hint else "")))
    return code


def _tell_defect(defect: Exception, in_full: bool) -> int:
    if in_full:
        traceback.print_exception(defect, file=sys.stderr)
    note(
        f"error: this is a defect in bsc {__version__}, not in your scorecard "
        f"({type(defect).__name__}); CONTRIBUTING.md says where to report it, "
        "--verbose shows what to send"
    )
    return DEFECT
