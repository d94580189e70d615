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
    from bscli.errors import BscError, NotFoundError, UsageError
    from bscli.findings import Finding, Severity
    from bscli.insight.explanation import Explanation, explain
    from bscli.insight.subject import InitiativeSubject, KpiSubject, ObjectiveSubject, show
    from bscli.loading import StandardInput, Tree, WorkTree, load
    from bscli.model.project import Project
    from bscli.scoring.status import Status, Trend

__version__ = "0.1.0"

_HOMES = {
    "Analysis": "bscli.analysis",
    "BscError": "bscli.errors",
    "Explanation": "bscli.insight.explanation",
    "Finding": "bscli.findings",
    "InitiativeSubject": "bscli.insight.subject",
    "KpiSubject": "bscli.insight.subject",
    "NotFoundError": "bscli.errors",
    "ObjectiveSubject": "bscli.insight.subject",
    "Project": "bscli.model.project",
    "Severity": "bscli.findings",
    "StandardInput": "bscli.loading",
    "Status": "bscli.scoring.status",
    "Tree": "bscli.loading",
    "Trend": "bscli.scoring.status",
    "UsageError": "bscli.errors",
    "WorkTree": "bscli.loading",
    "analyse": "bscli.analysis",
    "explain": "bscli.insight.explanation",
    "load": "bscli.loading",
    "show": "bscli.insight.subject",
}

__all__ = [
    "Analysis",
    "BscError",
    "Explanation",
    "Finding",
    "InitiativeSubject",
    "KpiSubject",
    "NotFoundError",
    "ObjectiveSubject",
    "Project",
    "Severity",
    "StandardInput",
    "Status",
    "Tree",
    "Trend",
    "UsageError",
    "WorkTree",
    "__version__",
    "analyse",
    "explain",
    "load",
    "show",
]


def __getattr__(name: str) -> Any:
    """Public names are imported when they are used, so that ``bsc --version`` loads none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, whether they were used yet or not."""
    return __all__
