"""Graphviz's ``dot`` as a program of someone else's: run with bounds on its time and its output."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from contextlib import contextmanager, suppress
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import TYPE_CHECKING

from bscli.errors import BscError

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = "dot"
SECONDS = 10
"""A map that Graphviz has not laid out by then is laid out by us."""

MOST_BYTES = 32 * 1024 * 1024
MOST_COMPLAINT = 2000


class GraphvizError(BscError):
    """Graphviz is there and gave no layout; the message says why."""

    exit_code = 4


def is_installed() -> bool:
    """Whether Graphviz can be run here."""
    return shutil.which(PROGRAM) is not None


def layout_of(source: str) -> bytes:
    """What Graphviz prints for a DOT text, as JSON; raises GraphvizError where it gives nothing."""
    with TemporaryFile() as given:
        given.write(source.encode())
        given.seek(0)
        try:
            process = Popen(  # noqa: S603 - a fixed program, and the text goes to its input
                [PROGRAM, "-Tjson"], stdin=given, stdout=PIPE, stderr=PIPE, start_new_session=True
            )
        except OSError as error:
            raise GraphvizError(f"Graphviz cannot be run: {error.strerror}") from None
        with process, _bounded(process) as is_late:
            printed, complaint = _read(process)
    if is_late.is_set():
        raise GraphvizError(f"Graphviz took more than {SECONDS} seconds")
    if process.returncode:
        raise GraphvizError(f"Graphviz failed{complaint}")
    return printed


def _read(process: Popen[bytes]) -> tuple[bytes, str]:
    """What the program prints until it ends, and the first line of what it complains about."""
    assert process.stdout is not None
    assert process.stderr is not None
    printed = process.stdout.read(MOST_BYTES + 1)
    if len(printed) > MOST_BYTES:
        raise GraphvizError("Graphviz printed more than any map needs")
    lines = process.stderr.read(MOST_COMPLAINT).decode("utf-8", "replace").split("\n")
    process.wait()
    return printed, f": {lines[0].strip()}" if lines[0].strip() else ""


@contextmanager
def _bounded(process: Popen[bytes]) -> Iterator[Event]:
    """Ends the program when its time is over, which sets the event, or when we are interrupted."""
    is_late = Event()

    def end_late() -> None:
        is_late.set()
        _end(process)

    timer = Timer(SECONDS, end_late)
    timer.start()
    try:
        yield is_late
    except BaseException:
        _end(process)
        raise
    finally:
        timer.cancel()


def _end(process: Popen[bytes]) -> None:
    """Ends the program with all that it has started, if it has not ended by itself."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
