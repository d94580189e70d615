"""A file is written whole or not at all: beside its place, then renamed into it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bscli.errors import UsageError

STRAY_AFTER_SECONDS = 3600


def write_whole(path: Path, content: str | bytes) -> None:
    """Replaces the file, or the one that a link leads to, by the content.

    Raises UsageError, and leaves the old file as it was, where it cannot.
    """
    data = as_bytes(content)
    try:
        if path.is_dir():
            raise UsageError(f'"{path}" is a folder', "name a file to write")
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # A device or a pipe has no place beside it to rename from.
        else:
            _remove_strays(path.resolve())
            _replace(path.resolve(), data)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f'"{path}" cannot be written: {reason}'
        raise UsageError(message, "check the folder and its permissions") from error


def as_bytes(content: str | bytes) -> bytes:
    """The content as it stands in a file."""
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # most runs write no file

    handle, partial = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".bsc", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(partial, _mode_of(path))
        os.replace(partial, path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _remove_strays(path: Path) -> None:
    """What runs that were killed an hour ago or longer have left beside the file."""
    for stray in path.parent.glob(".*.bsc"):
        is_ours = stray.name.startswith(f".{path.name[:80]}.")
        if is_ours and time.time() - stray.stat().st_mtime > STRAY_AFTER_SECONDS:
            stray.unlink(missing_ok=True)
