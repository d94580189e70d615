"""Whole commands measured in pairs, one right after the other, so that noise meets both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAIRS = 15
BSC = str(Path(sys.executable).parent / "bsc")
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"

# Bytecode is kept, as it is for everybody who runs a program twice: else compiling is measured.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}

Commands = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Measure:
    """Commands, what their time is divided by, and what the ratio should stay below."""

    name: str
    commands: Commands
    yardstick: Commands
    limit: float


def seconds(commands: Commands) -> float:
    """How long one run of the commands takes, one after the other."""
    begin = time.perf_counter()
    for command in commands:
        subprocess.run(
            command,
            cwd=ROOT,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    return time.perf_counter() - begin


def ratio(measure: Measure) -> float:
    """The median over pairs of the time divided by the yardstick's."""
    for warm_up in (measure.commands, measure.yardstick):
        seconds(warm_up)
    return statistics.median(
        seconds(measure.commands) / seconds(measure.yardstick) for _ in range(PAIRS)
    )


def show(measures: tuple[Measure, ...]) -> None:
    """Prints each ratio beside what it should stay below."""
    for measure in measures:
        measured = ratio(measure)
        verdict = "within" if measured <= measure.limit else "OVER"
        print(f"{measure.name}: {measured:.2f} ({verdict} {measure.limit})")
