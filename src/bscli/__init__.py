"""The balanced scorecard as code.

>>> import bscli
>>> from datetime import date
>>> project = bscli.load("examples/logistics")
>>> analysis = bscli.analyse(project, period="2026-Q3", as_of=date(2026, 10, 15))
>>> analysis.scores[0].rolled_up.status.value
'amber'
"""

from __future__ import annotations

# Spelled out instead of imported: typing alone would double the start-up time of --version.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from bscli.analysis import Analysis, analyse
    from bscli.insight.explanation import Explanation, explain
    from bscli.loading import load
    from bscli.model.project import Project

__version__ = "0.1.0"

__all__ = ["Analysis", "Explanation", "Project", "__version__", "analyse", "explain", "load"]

_HOMES = {
    "Analysis": "bscli.analysis",
    "Explanation": "bscli.insight.explanation",
    "Project": "bscli.model.project",
    "analyse": "bscli.analysis",
    "explain": "bscli.insight.explanation",
    "load": "bscli.loading",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when they are used, so that ``bsc --version`` loads none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
