"""How fast bsc starts, as ratios of whole processes measured in turn within one run.

Run it with ``uv run python -m benchmarks.startup``. A ratio compares medians of pairs that ran
one after the other, so a noisy machine slows both sides alike.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAIRS = 15
PYTHON = sys.executable
BSC = str(Path(sys.executable).parent / "bsc")

NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
LIBRARIES = "import typer, pydantic, yaml, networkx"

MEASURES = (
    ("bsc --version", [BSC, "--version"], "python -I -c pass", [PYTHON, "-I", "-c", "pass"], 2.0),
    (
        "bsc validate examples/logistics",
        [BSC, "validate", "examples/logistics"],
        f"python -c '{LIBRARIES}'",
        [PYTHON, "-c", LIBRARIES],
        1.3,
    ),
)


# Bytecode is kept, as it is for everybody who runs a program twice: else compiling is measured.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}


def seconds(command: list[str]) -> float:
    """How long one run of a command takes."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def ratio(command: list[str], yardstick: list[str]) -> float:
    """The median over pairs of a command's time divided by its yardstick's."""
    for warm_up in (command, yardstick):
        seconds(warm_up)
    return statistics.median(seconds(command) / seconds(yardstick) for _ in range(PAIRS))


def main() -> None:
    """Prints each ratio beside what it should stay below."""
    for name, command, against, yardstick, limit in MEASURES:
        measured = ratio(command, yardstick)
        verdict = "within" if measured <= limit else "OVER"
        print(f"{name} / {against}: {measured:.2f} ({verdict} {limit})")


if __name__ == "__main__":
    main()
