"""All commands, and the one place where a run ends: result, error or defect."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from typing import Annotated

import typer

from bscli import __version__
from bscli.cli.explain import explain
from bscli.cli.init import init
from bscli.cli.report import report
from bscli.cli.rules import rules
from bscli.cli.schema import schema
from bscli.cli.show import show
from bscli.cli.status import status
from bscli.cli.strategy_map import draw_map
from bscli.cli.streams import note, survive_narrow_encodings
from bscli.cli.validate import validate
from bscli.errors import INTERRUPTED, BscError
from bscli.views.text import inline

DEFECT = 70

app = typer.Typer(
    name="bsc",
    help="The balanced scorecard as code: plan in YAML, check in CI, see how it stands.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: dict[str, Callable[..., int]] = {
    "init": init,
    "validate": validate,
    "status": status,
    "explain": explain,
    "show": show,
    "map": draw_map,
    "report": report,
    "rules": rules,
    "schema": schema,
}
for name, command in COMMANDS.items():
    app.command(name)(command)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"bsc {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version."),
    ] = False,
) -> None:
    """The balanced scorecard as code: plan in YAML, check in CI, see how it stands."""


def run(arguments: list[str]) -> int:
    """Runs one command line; returns the exit code, and tells errors on standard error."""
    survive_narrow_encodings()
    command = typer.main.get_command(app)
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
