"""From options to an analysis: what is read, as of which day, for which period."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bscli.cli.streams import STANDARD, note, read_standard_input
from bscli.errors import UsageError
from bscli.views.text import inline

if TYPE_CHECKING:
    from bscli.analysis import Analysis


def analysed(path: str, period: str | None, as_of: str | None, *, quiet: bool = False) -> Analysis:
    """The analysis of a path; raises UsageError for a bad path, period or day."""
    from bscli.analysis import analyse
    from bscli.loading import StandardInput, WorkTree, load_tree
    from bscli.loading.text import MOST_BYTES

    day = as_of_day(as_of)
    if path == STANDARD:
        project = load_tree(StandardInput(read_standard_input(MOST_BYTES + 1)))
    else:
        project = load_tree(WorkTree(Path(path)))
    analysis = analyse(project, as_of=day, period=period)
    if not project.files:
        note(inline(f'error: no scorecard in "{path}": no YAML file has the key bsc'))
    elif analysis.newer_period is not None and not quiet:
        note(
            f"note: shown is {analysis.period}, the latest period with results; "
            f"{analysis.newer_period} has ended and has none yet"
        )
    return analysis


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
        day = date.fromisoformat(text)
        if not 1901 <= day.year <= 2198:
            raise ValueError
        return day
    except ValueError:
        message = f'--as-of is "{text[:40]}", which is no day of the calendar'
        raise UsageError(message, "write it as in 2026-10-15") from None
