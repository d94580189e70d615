"""Where files come from: a folder or file on disk, or standard input. Nothing outside is read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bscli.errors import UsageError
from bscli.loading.beside import UNSAFE, BesideError, read_beside
from bscli.loading.text import MOST_BYTES

SUFFIXES = (".yaml", ".yml")


class Tree(Protocol):
    """A set of files that can be listed and read; names are what people see."""

    @property
    def names_one_file(self) -> bool:
        """Whether the user asked for this one file, and not for what a folder holds."""

    def files(self) -> tuple[str, ...]:
        """The names of the YAML files, sorted."""

    def read(self, file: str) -> bytes:
        """The bytes of one of them, a little more than the largest that is accepted at most."""

    def read_beside(self, file: str, path: str, most_bytes: int) -> tuple[str, bytes]:
        """A file named relative to one of them: what people call it, and its bytes.

        Raises BesideError where it lies outside the project or is no regular file.
        """


@dataclass(frozen=True, slots=True)
class StandardInput:
    """One scorecard that came through a pipe."""

    data: bytes
    names_one_file: bool = True

    def files(self) -> tuple[str, ...]:
        """The name that standard input goes by."""
        return ("<stdin>",)

    def read(self, file: str) -> bytes:
        """What came through the pipe."""
        return self.data

    def read_beside(self, file: str, path: str, most_bytes: int) -> tuple[str, bytes]:
        """Nothing: standard input has no folder that a path could begin at."""
        fact = "cannot be found from standard input, which stands in no folder"
        help = "name the scorecard's file instead of piping it"
        raise BesideError(UNSAFE, fact, help, "no folder to begin at")


@dataclass(frozen=True, slots=True)
class WorkTree:
    """A file, or every YAML file below a folder; raises UsageError where it cannot be read."""

    path: Path

    @property
    def names_one_file(self) -> bool:
        """Whether the path is not a folder."""
        return not self.path.is_dir()

    def files(self) -> tuple[str, ...]:
        """The file itself, or the regular YAML files below the folder that no link leads out of."""
        if not _exists(self.path):
            raise UsageError(f'there is no file or folder "{self.path}"', "check the path")
        if self.names_one_file:
            return (_shown(self.path),)
        return tuple(sorted(_shown(file) for file in self._below()))

    def read(self, file: str) -> bytes:
        """The bytes of a regular file."""
        path = Path(file)
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise UsageError(f'"{file}" is not a regular file', "name a YAML file or a folder")
            with path.open("rb") as stream:
                return stream.read(MOST_BYTES + 1)
        except OSError as error:
            raise UsageError(f'"{file}" cannot be read: {error.strerror}') from error

    def read_beside(self, file: str, path: str, most_bytes: int) -> tuple[str, bytes]:
        """A file inside the folder that was named, or inside that of the file that was named."""
        project = self.path.parent if self.names_one_file else self.path
        data = read_beside(Path(file), path, project, most_bytes)
        return _shown(Path(file).parent / path), data

    def _below(self) -> list[Path]:
        root = self.path.resolve()
        found = []
        for folder, folders, names in os.walk(self.path):
            folders[:] = sorted(name for name in folders if _is_entered(Path(folder, name)))
            found += [
                Path(folder, name)
                for name in names
                if name.endswith(SUFFIXES) and _is_inside(Path(folder, name), root)
            ]
        return found


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_entered(folder: Path) -> bool:
    """Hidden folders hold tools, and a folder with a bsc.yaml is a project of its own."""
    return not folder.name.startswith(".") and not (folder / "bsc.yaml").exists()


def _is_inside(file: Path, root: Path) -> bool:
    try:
        real = file.resolve()
        return real.is_relative_to(root) and real.is_file()
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _shown(path: Path) -> str:
    return Path(os.path.normpath(path)).as_posix()
