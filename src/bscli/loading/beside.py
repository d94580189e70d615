"""Files beside a scorecard: read where they lie inside the project, refused where they do not."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from bscli.model.suggestions import did_you_mean

MISSING, UNSAFE = "BSC201", "BSC711"
STAYS_INSIDE = "name a file in the scorecard's folder or below it, such as actuals.csv"


class BesideError(Exception):
    """Why a file is not read: the code of the rule, the fact, the remedy and a short label."""

    def __init__(self, code: str, fact: str, help: str, label: str) -> None:
        super().__init__(fact)
        self.code = code
        self.fact = fact
        self.help = help
        self.label = label


def read_beside(scorecard: Path, written: str, project: Path, most_bytes: int) -> bytes:
    """The bytes of a file, named relative to a scorecard, and at most one more than so many.

    Raises BesideError for what lies outside the project, is hidden, or is no regular file.
    """
    if PurePosixPath(written).is_absolute() or PureWindowsPath(written).anchor:
        raise _unsafe("is an absolute path")
    try:
        real, root = (scorecard.parent / written).resolve(), project.resolve()
        _refuse_outside(real, root)
        return _read(real, most_bytes)
    except FileNotFoundError:
        raise _missing(scorecard.parent / written) from None
    except (RuntimeError, ValueError):  # a link that leads to itself, or a NUL character
        raise _unsafe("is no path of a file") from None
    except OSError as error:
        fact, help = f"cannot be read: {error.strerror}", "check its name and its permissions"
        raise BesideError(MISSING, fact, help, "cannot be read") from None


def _refuse_outside(real: Path, root: Path) -> None:
    if not real.is_relative_to(root):
        raise _unsafe("lies outside the project")
    if any(part.startswith(".") for part in real.relative_to(root).parts):
        raise _unsafe("is hidden, or lies in a hidden folder")


def _read(real: Path, most_bytes: int) -> bytes:
    _refuse_irregular(os.stat(real).st_mode)  # to open a device can already do something
    # What was put in its place meanwhile must neither lead away nor make us wait.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(real, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
        _refuse_irregular(os.fstat(stream.fileno()).st_mode)
        return stream.read(most_bytes + 1)


def _refuse_irregular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise _unsafe("is a folder")
    if not stat.S_ISREG(mode):
        raise _unsafe("is a pipe or a device, not a regular file")


def _unsafe(fact: str) -> BesideError:
    return BesideError(UNSAFE, fact, STAYS_INSIDE, fact.split(",")[0])


def _missing(path: Path) -> BesideError:
    there = [
        other.name
        for other in (path.parent.iterdir() if path.parent.is_dir() else ())
        if other.suffix == path.suffix and other.exists()
    ]
    help = did_you_mean(path.name, sorted(there)) or "check its name; paths begin at the scorecard"
    return BesideError(MISSING, "does not exist", help, "no file has this name")
