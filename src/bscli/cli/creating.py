"""New files are made together or not at all, and nothing that is there already is touched."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from bscli.errors import UsageError


def create_all(texts: Mapping[Path, str]) -> None:
    """Makes every file with its text, and the folders around it.

    Raises UsageError, and leaves everything as it was, where a name is taken or nothing can be
    written.
    """
    taken = ", ".join(f'"{path}"' for path in texts if os.path.lexists(path))
    if taken:
        hint = "nothing was written: name another folder, or move away what is there"
        raise UsageError(f"there already: {taken}", hint)
    with ExitStack() as undo:
        for path, text in texts.items():
            try:
                _make_folders(path.parent, undo)
                _create(path, text, undo)
            except OSError as error:
                message = f'"{path}" cannot be written: {error.strerror}'
                raise UsageError(message, "check the folder and its permissions") from error
        undo.pop_all()


def _make_folders(folder: Path, undo: ExitStack) -> None:
    for place in reversed((folder, *folder.parents)):
        if os.path.isdir(place):
            continue
        if os.path.lexists(place):
            raise UsageError(f'"{place}" is not a folder', "name a folder, or a new one")
        place.mkdir()
        undo.callback(place.rmdir)


def _create(path: Path, text: str, undo: ExitStack) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}.bsc")
    try:
        with partial.open("xb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        _give_name(partial, path)
        undo.callback(path.unlink)
    finally:
        partial.unlink(missing_ok=True)


def _give_name(whole: Path, path: Path) -> None:
    """Puts a file where nothing is, not even a link to nowhere; raises OSError where it cannot."""
    try:
        os.link(whole, path)
    except FileExistsError:
        raise
    except OSError:
        # Not every file system has hard links. Without them another run could slip in between.
        if os.path.lexists(path):
            raise
        whole.rename(path)
