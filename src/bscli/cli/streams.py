"""Standard output, standard error and files: the only place that text leaves the program."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bscli.cli.atomic import as_bytes, write_whole
from bscli.cli.options import Colour
from bscli.errors import UsageError
from bscli.views.text import inline, visible

STANDARD = "-"
PIPED_WIDTH = 140
NARROWEST = 60
WIDEST = 1000

TYPOGRAPHIC = "×–…"
_IN_ASCII = str.maketrans({"×": "*", "–": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the place that text goes to can show."""

    width: int
    in_colour: bool
    in_ascii: bool


def terminal(colour: Colour, output: str = STANDARD) -> Terminal:
    """What standard output, or else a file, can show; COLUMNS is the width even of a pipe."""
    if output != STANDARD:
        return Terminal(PIPED_WIDTH, colour is Colour.ALWAYS, in_ascii=False)
    stdout = _standard_output()
    is_terminal = stdout.isatty()
    is_given = is_terminal or "COLUMNS" in os.environ
    fallback = 80 if is_terminal else PIPED_WIDTH
    width = shutil.get_terminal_size((fallback, 24)).columns if is_given else PIPED_WIDTH
    in_ascii = not _can_encode(stdout)
    return Terminal(min(WIDEST, max(NARROWEST, width)), _in_colour(colour, is_terminal), in_ascii)


def write(text: str, output: str = STANDARD) -> None:
    """Text to standard output or, whole or not at all, to a file; raises UsageError."""
    if output != STANDARD:
        write_whole(Path(output), text)
        return
    _write_text(_standard_output(), text)


def write_file(content: str | bytes, output: str, *, quiet: bool) -> None:
    """A picture or a page to a file, whole or not at all, and a word about it; raises UsageError.

    To standard output it goes as the file would be, whatever a terminal there could show.
    """
    if output == STANDARD:
        _write_bytes(_standard_output(), as_bytes(content))
        return
    write_whole(Path(output), content)
    if not quiet:
        note(inline(f"wrote {output}"))


def note(text: str) -> None:
    """A line for people on standard error, or several that are made of safe parts."""
    if sys.stderr is not None:
        _write_text(sys.stderr, visible(text) + "\n")


def read_standard_input() -> bytes:
    """What came through the pipe, as far as it can be a scorecard; raises UsageError."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("standard input is a terminal", "pipe a scorecard into it, or name a file")
    from bscli.loading.text import MOST_BYTES

    return sys.stdin.buffer.read(MOST_BYTES + 1)


def survive_narrow_encodings() -> None:
    """Characters that an encoding lacks are spelled out instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise UsageError("standard output is closed", "write to a file with -o")
    return sys.stdout


def _write_text(stream: TextIO, text: str) -> None:
    """Text with what the encoding of a terminal or pipe lacks spelled out."""
    if not hasattr(stream, "buffer"):  # a stream of text alone, as programs give that call ours
        stream.write(text)
        return
    shown = text if _can_encode(stream) else text.translate(_IN_ASCII)
    _write_bytes(stream, shown.encode(stream.encoding or "ascii", "backslashreplace"))


def _write_bytes(stream: TextIO, data: bytes) -> None:
    """All of the data: a stream without a buffer takes only as much at a time as it can."""
    rest = memoryview(data)
    try:
        stream.flush()
        while rest:
            rest = rest[stream.buffer.write(rest) :]
        stream.buffer.flush()
    except BrokenPipeError:
        # Nobody reads any more; the interpreter must not fail again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise UsageError(f"the output cannot be written: {error.strerror}") from error


def _can_encode(stream: TextIO) -> bool:
    from bscli.views.tokens import SYMBOLS

    try:
        (SYMBOLS + TYPOGRAPHIC).encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _in_colour(colour: Colour, is_terminal: bool) -> bool:
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal and os.environ.get("TERM") != "dumb")
