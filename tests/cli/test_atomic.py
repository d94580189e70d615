"""A file is written whole or not at all, and nothing else is replaced by it."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path
from unittest.mock import patch

import pytest

from bscli.cli.atomic import write_whole
from bscli.errors import UsageError


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "status.md"
    target.write_text("old")
    target.chmod(0o640)
    write_whole(target, "new")
    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("new", 0o640)


def test_a_link_keeps_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_whole(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[str] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_text()))
    reader.start()
    write_whole(pipe, "new")
    reader.join()
    assert received == ["new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_end_in_the_middle_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "status.md"
    target.write_text("old")
    with (
        patch("bscli.cli.atomic.os.replace", side_effect=error),
        pytest.raises((UsageError, KeyboardInterrupt)),
    ):
        write_whole(target, "new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("status.md", "old")]


def test_strays_of_killed_runs_are_removed_once_they_are_old(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".status.md.aaaa.bsc", tmp_path / ".status.md.bbbb.bsc"
    for stray in (old, fresh):
        stray.write_text("half")
    os.utime(old, (0, 0))
    write_whole(tmp_path / "status.md", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [fresh.name, "status.md"]
