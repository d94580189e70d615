"""What makes going on impossible: one class for each exit code that such an end has."""

from __future__ import annotations

INTERRUPTED = 130
"""The exit code where somebody pressed Ctrl-C."""


class BscError(Exception):
    """The run cannot go on; ``hint`` says what to do about it."""

    exit_code = 70

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(BscError):
    """What was asked for makes no sense: no such file, id or period, or nowhere to write."""

    exit_code = 2


class NotFoundError(UsageError):
    """Nothing has the id that was asked for."""
