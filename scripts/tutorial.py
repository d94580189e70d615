"""Runs the commands of the tutorial on its own files and puts in what they really print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = Path("docs/getting-started.md")
MODELINE = "# yaml-language-server: $schema=scorecard.schema.json\n"

_BLOCK = re.compile(r"^```(yaml|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_WIDTH = "110"


def refreshed(page: str) -> str:
    """The page with every output renewed; one that ends in ``...`` keeps its length."""
    with tempfile.TemporaryDirectory() as folder:
        bakery = Path(folder) / "bakery.yaml"
        return _BLOCK.sub(lambda block: _renewed(block, bakery), page)


def _renewed(block: re.Match[str], bakery: Path) -> str:
    language, body = block.groups()
    if language == "yaml" and "\nname: " in f"\n{body}":
        bakery.write_text(body if body.startswith(MODELINE) else MODELINE + body, "utf-8")
    command, _, output = body.partition("\n")
    if language != "text" or not command.startswith("$ bsc "):
        return block[0]
    fresh = _output(shlex.split(command.removeprefix("$ bsc ")), bakery.parent)
    if output.endswith("...\n"):
        fresh = "".join(fresh.splitlines(keepends=True)[: output.count("\n") - 1]) + "...\n"
    return f"```text\n{command}\n{fresh}```"


def _output(arguments: list[str], folder: Path) -> str:
    environment = {**os.environ, "COLUMNS": _WIDTH, "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(
        [sys.executable, "-m", "bscli", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return ended.stdout
