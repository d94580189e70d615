"""From options to an analysis: what is read, as of which day, for which period."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bscli.cli.streams import STANDARD, read_standard_input
from bscli.errors import UsageError

if TYPE_CHECKING:
    from bscli.analysis import Analysis


def analysed(path: str, period: str | None, as_of: str | None) -> Analysis:
    """The analysis of a path; raises UsageError for a bad path, period or day."""
    from bscli import StandardInput, analyse, load

    day = as_of_day(as_of)
    source = StandardInput(read_standard_input()) if path == STANDARD else path
    return analyse(load(source), as_of=day, period=period)


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
