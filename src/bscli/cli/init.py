"""``bsc init``: a scorecard to begin with."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bscli.cli.creating import create_all
from bscli.cli.inputs import as_of_day
from bscli.cli.options import AsOfOption
from bscli.cli.outcome import SOUND
from bscli.cli.streams import write
from bscli.errors import NotFoundError
from bscli.starters import SUMMARIES, starter
from bscli.starters.companions import GITHUB, PRE_COMMIT, Companion
from bscli.views.text import inline

SCORECARD, ACTUALS, SCHEMA = "scorecard.yaml", "actuals.csv", "scorecard.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n#\n"
NEXT = (
    "bsc validate{place}",
    "bsc status{place}",
    "bsc map{place} -o map.svg",
    "bsc report{place} -o review.html",
)


def init(
    directory: Annotated[
        str,
        typer.Argument(metavar="[DIR]", help="The folder; made if missing.", show_default=False),
    ] = ".",
    template: Annotated[
        str, typer.Option(metavar="NAME", help="What to begin with; --list shows the choice.")
    ] = "minimal",
    list_templates: Annotated[
        bool, typer.Option("--list", help="List the templates, and write nothing.")
    ] = False,
    as_of: AsOfOption = None,
    csv: Annotated[
        bool, typer.Option("--csv", help="Keep the actuals in a CSV file beside the scorecard.")
    ] = False,
    editor: Annotated[
        bool, typer.Option("--editor", help="Also write the JSON Schema, for help while typing.")
    ] = False,
    github: Annotated[
        bool, typer.Option("--github", help="Also write a GitHub workflow that checks it.")
    ] = False,
    pre_commit: Annotated[
        bool, typer.Option("--pre-commit", help="Also write a check before each commit.")
    ] = False,
) -> int:
    """Write a scorecard to begin with, its dates moved to the as-of day; overwrites nothing."""
    if list_templates:
        write(_listing())
        return SOUND
    folder = Path(directory)
    companions = [each for each, wanted in ((GITHUB, github), (PRE_COMMIT, pre_commit)) if wanted]
    text, data = _scorecard(template, as_of), ""
    if csv:
        text, data = _taken_apart(text)
    texts = {folder / SCORECARD: (MODELINE if editor else "") + text}
    if data:
        texts[folder / ACTUALS] = data
    if editor:
        texts[folder / SCHEMA] = _schema()
    if companions:
        top = _top_of_repository(folder)
        texts |= {top / each.file: each.text for each in companions}
    create_all(texts)
    write(_report(texts, _place(folder, as_of), companions))
    return SOUND


def _listing() -> str:
    width = max(map(len, SUMMARIES))
    return "".join(f"{name:{width}}  {summary}\n" for name, summary in SUMMARIES.items())


def _scorecard(template: str, as_of: str | None) -> str:
    if template not in SUMMARIES:
        from bscli.model.suggestions import did_you_mean

        hint = did_you_mean(template, SUMMARIES) or "bsc init --list shows them"
        raise NotFoundError(f'no template is called "{template[:80]}"', hint)
    return starter(template, as_of_day(as_of))


def _taken_apart(text: str) -> tuple[str, str]:
    from bscli.loading.data.apart import taken_apart

    return taken_apart(text, ACTUALS)


def _schema() -> str:
    from bscli.model.json_schema import scorecard_schema
    from bscli.renderers.json_text import json_text

    return json_text(scorecard_schema())


def _top_of_repository(folder: Path) -> Path:
    """Where GitHub and pre-commit look: the top of the git repository, or else the folder."""
    real = Path(os.path.realpath(folder))
    around = (place for place in (real, *real.parents) if os.path.exists(place / ".git"))
    top = next(around, real)
    return folder if top == real else top


def _place(folder: Path, as_of: str | None) -> str:
    """What a command says to mean this folder on this day."""
    path = "" if folder == Path() else f" {shlex.quote(_argument(folder))}"
    return path if as_of is None else f"{path} --as-of {as_of}"


def _argument(folder: Path) -> str:
    """The folder, so that no command takes it for an option."""
    return f"./{folder}" if str(folder).startswith("-") else str(folder)


def _report(written: Iterable[Path], place: str, companions: Iterable[Companion]) -> str:
    lines = ["Written:", *(f"  {path}" for path in written)]
    lines += ["", "Try next:", *(f"  {command.format(place=place)}" for command in NEXT)]
    to_do = [f"  {each.left_to_do}" for each in companions]
    lines += ["", "Left to do:", *to_do] if to_do else []
    return "".join(f"{inline(line)}\n" for line in lines)
