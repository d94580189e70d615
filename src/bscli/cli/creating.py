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
    missing = [place for place in (folder, *folder.parents) if not os.path.isdir(place)]
    for place in reversed(missing):
        if os.path.lexists(place):
            raise UsageError(f'"{place}" is not a folder', "name a folder, or a new one")
        place.mkdir()
        undo.callback(place.rmdir)


def _create(path: Path, text: str, undo: ExitStack) -> None:
    # Opening with "x" fails where the name was taken in the meantime, even by a link to nowhere.
    with path.open("xb") as stream:
        undo.callback(path.unlink)
        stream.write(text.encode())
        stream.flush()
        os.fsync(stream.fileno())
