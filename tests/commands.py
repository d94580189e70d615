"""Runs the command line in this process, as a user would from a shell."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from unittest.mock import patch

from bscli.cli.app import run


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A stream that is no terminal and keeps what was written."""

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding)


def bsc(*arguments: str, stdin: str | bytes = b"", encoding: str = "utf-8") -> Result:
    """The outcome of ``bsc`` with these arguments."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = (_Stream(io.BytesIO(), encoding=encoding, newline="\n") for _ in range(2))
    with (
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        code = run(list(arguments))
    return Result(code, out.text(), err.text())
