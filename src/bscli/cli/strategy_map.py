"""``bsc map``: the strategy map as a picture."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from bscli.cli.inputs import analysed, ending, the_scorecard
from bscli.cli.options import (
    AsOfOption,
    FailOn,
    FailOnOption,
    PathArgument,
    PeriodOption,
    QuietOption,
    VerboseOption,
    WhereOption,
)
from bscli.cli.outcome import FAILED, SOUND, exit_code, tell_findings
from bscli.cli.streams import note, write_file
from bscli.errors import UsageError
from bscli.views.text import inline

if TYPE_CHECKING:
    from bscli.layout.placed import PlacedMap
    from bscli.model.settings import Engine
    from bscli.views.strategy_map import StrategyMap


class MapFormat(StrEnum):
    """What the map is written as."""

    SVG = "svg"
    PNG = "png"
    DOT = "dot"
    MERMAID = "mmd"


ENDINGS = {format.value: format for format in MapFormat}
MOST_NAMED = 8


def draw_map(
    path: PathArgument = ".",
    *,
    output: WhereOption,
    theme: Annotated[
        Optional[str], typer.Option(metavar="ID", help="Only the objectives of this theme.")
    ] = None,
    focus: Annotated[
        Optional[str],
        typer.Option(metavar="ID", help="Only this objective, what drives it and what it drives."),
    ] = None,
    depth: Annotated[
        Optional[int],
        typer.Option(metavar="N", min=1, help="With --focus: follow at most so many links."),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Without results.")] = False,
    fail_on: FailOnOption = FailOn.ERROR,
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Draw the strategy map: perspectives as lanes, objectives as cards, causes below effects."""
    from bscli.views.findings import findings_view
    from bscli.views.strategy_map import MapChoice, strategy_map

    format = ending(output, ENDINGS)
    if depth is not None and focus is None:
        raise UsageError("--depth counts the links from an objective", "name it with --focus")
    analysis = analysed(path, period, as_of)
    findings = findings_view(analysis)
    tell_findings(analysis, findings, quiet=quiet, verbose=verbose)
    code = exit_code(analysis, findings, fail_on)
    if code == SOUND:
        scores, graph = the_scorecard(analysis)
        choice = MapChoice(theme=theme, focus=focus, depth=depth, plain=plain)
        view = strategy_map(scores, graph, choice)
        drawn = _rendered(view, format, scores.scorecard.map.engine, quiet=quiet)
        write_file(drawn, output, quiet=quiet)
    elif code == FAILED:
        note("error: no map was drawn; add --fail-on never to draw what there is")
    return code


def _rendered(
    view: StrategyMap, format: MapFormat, engine: Engine | None, *, quiet: bool
) -> str | bytes:
    from bscli.layout.limits import refuse_too_large

    if not view.cards:
        raise UsageError("there are no objectives to draw")
    refuse_too_large(view)
    if format is MapFormat.MERMAID:
        from bscli.renderers import mermaid

        return mermaid.render(view)
    if format is MapFormat.DOT:
        from bscli.layout.dot_source import dot_source

        return dot_source(view)
    from bscli.cli.drawing import placed_map

    return _drawn(placed_map(view, engine, quiet=quiet), format)


def _drawn(placed: PlacedMap, format: MapFormat) -> str | bytes:
    from bscli.renderers.strategy_map.drawing import drawing

    picture = drawing(placed)
    if format is MapFormat.SVG:
        return picture.svg
    from bscli.renderers import png

    _tell_missing(png.missing_characters(picture.words))
    return png.render(picture.svg, picture.width, picture.height)


def _tell_missing(characters: tuple[str, ...]) -> None:
    if characters:
        named = " ".join(map(_named, characters[:MOST_NAMED]))
        more = f" and {len(characters) - MOST_NAMED} more" if len(characters) > MOST_NAMED else ""
        note(
            inline(
                f"note: no font on this machine has {named}{more}; the picture shows boxes there. "
                "Install a font that has them, or write SVG"
            )
        )


def _named(character: str) -> str:
    """The character, or its number where nobody would see it by itself."""
    is_mark = unicodedata.category(character).startswith("M")
    return character if character.isprintable() and not is_mark else f"U+{ord(character):04X}"
