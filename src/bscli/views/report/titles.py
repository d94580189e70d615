"""Names in full, for the place where a thing is introduced; elsewhere they are cut sooner."""

from __future__ import annotations

from dataclasses import replace

from bscli.views.status import Row
from bscli.views.text import one_line

LONGEST_TITLE = 400


def title(name: str) -> str:
    """A name as long as anybody may want it."""
    return one_line(name, LONGEST_TITLE)


def titled(row: Row, name: str) -> Row:
    """A row of the status table under the whole name."""
    return replace(row, name=title(name))
