"""The same input gives the same bytes, whatever order a process happens to hash in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

WHEN = ("--period", "2026-Q3", "--as-of", "2026-10-15")
FILES = (
    ("map", "map.svg"),
    ("map", "map.png"),
    ("map", "map.dot"),
    ("map", "map.mmd"),
    ("report", "review.html"),
    ("report", "review.md"),
)


@pytest.mark.parametrize(("command", "file"), FILES)
def test_a_file_is_the_same_each_time(tmp_path: Path, command: str, file: str) -> None:
    written = [_written(tmp_path / seed / file, command, seed) for seed in ("1", "2")]
    assert written[0] == written[1]


def _written(target: Path, command: str, seed: str) -> bytes:
    target.parent.mkdir()
    program = [sys.executable, "-m", "bscli", command, "examples/logistics", "-q"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    arguments = [*program, "-o", str(target), *WHEN]
    subprocess.run(arguments, cwd=ROOT, env=environment, check=True)
    return target.read_bytes()
