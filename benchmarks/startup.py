"""How fast bsc starts, as ratios of whole processes: ``uv run python -m benchmarks.startup``."""

from __future__ import annotations

import sys

from benchmarks.pairs import BSC, Measure, show

PYTHON = sys.executable
LIBRARIES = "import typer, pydantic, yaml, networkx"

MEASURES = (
    Measure(
        "bsc --version / python -I -c pass",
        ((BSC, "--version"),),
        ((PYTHON, "-I", "-c", "pass"),),
        2.0,
    ),
    Measure(
        f"bsc validate examples/logistics / python -c '{LIBRARIES}'",
        ((BSC, "validate", "examples/logistics"),),
        ((PYTHON, "-c", LIBRARIES),),
        1.3,
    ),
)

if __name__ == "__main__":
    show(MEASURES)
