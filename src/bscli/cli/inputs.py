"""From options to an analysis: what is read, as of which day, for which period."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from bscli.cli.streams import STANDARD, read_standard_input
from bscli.errors import UsageError

if TYPE_CHECKING:
    from bscli.analysis import Analysis
    from bscli.graph.strategy_graph import StrategyGraph
    from bscli.scoring.scores import ScorecardScore

E = TypeVar("E")
MOST_NAMED = 6


def analysed(path: str, period: str | None, as_of: str | None) -> Analysis:
    """The analysis of a path; raises UsageError for a bad path, period or day."""
    from bscli import StandardInput, analyse, load

    day = as_of_day(as_of)
    source = StandardInput(read_standard_input()) if path == STANDARD else path
    return analyse(load(source), as_of=day, period=period)


def the_scorecard(analysis: Analysis) -> tuple[ScorecardScore, StrategyGraph]:
    """The scores and the graph of the one scorecard that was asked for.

    Raises UsageError where there are several, which do not fit into one file.
    """
    shown = analysis.project.shown
    files = [file.file for file in analysis.project.files if file.scorecard is not None]
    asked = [place for place, file in enumerate(files) if file in shown]
    if len(asked) != 1:
        names = ", ".join(files[place] for place in asked[:MOST_NAMED])
        more = ", ..." if len(asked) > MOST_NAMED else ""
        message = f"there are {len(asked)} scorecards here"
        raise UsageError(message, f"name one of them: {names}{more}")
    return analysis.scores[asked[0]], analysis.graphs[asked[0]]


def ending(output: str, endings: Mapping[str, E]) -> E:
    """What the ending of a file's name asks for; raises UsageError for an unknown one."""
    if output == STANDARD:
        return next(iter(endings.values()))
    suffix = PurePath(output).suffix.lower().removeprefix(".")
    if suffix not in endings:
        message = f'"{output}" has an ending that says no format'
        raise UsageError(message, f"let the name end in .{', .'.join(endings)}")
    return endings[suffix]


def as_of_day(text: str | None) -> date:
    """The day of ``--as-of``, else of SOURCE_DATE_EPOCH, else today."""
    if text is not None:
        return _day(text)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f'SOURCE_DATE_EPOCH is "{epoch[:40]}", which is no number of seconds'
        raise UsageError(message, "unset it, or give --as-of") from None


def _day(text: str) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        message = f'--as-of is "{text[:40]}", which is no day of the calendar'
        raise UsageError(message, "write it as in 2026-10-15") from None
