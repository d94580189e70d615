"""The KPIs whose values somebody records, and where in the files each value stands."""

from __future__ import annotations

from bscli.findings import DocumentPath
from bscli.model.kpi import Kpi
from bscli.model.objective import Objective
from bscli.model.series import Entry
from bscli.periods import Period
from bscli.rules.subject import Subject


def measured_kpis(subject: Subject) -> list[tuple[Objective, Kpi]]:
    """Every KPI with recorded values of which none was misread, with its objective.

    What is calculated is as old and as complete as what it is calculated from.
    """
    if subject.is_misread("data"):
        return []
    return [
        (objective, kpi)
        for objective, kpi in subject.soundly_read_kpis()
        if kpi.actuals and kpi.formula is None and not _is_misread(subject, objective, kpi)
    ]


def _is_misread(subject: Subject, objective: Objective, kpi: Kpi) -> bool:
    return subject.is_misread("objectives", objective.id, "kpis", kpi.id, "actuals")


def last_entry(kpi: Kpi) -> Entry[float | str]:
    """The entry for the latest period, be it a number or n/a."""
    return kpi.actuals.entries[-1]


def path_of(
    objective: Objective, kpi: Kpi, entry: Entry[float] | Entry[float | str]
) -> DocumentPath:
    """Where a value stands, in the scorecard or in a data file beside it."""
    return ("objectives", objective.id, "kpis", kpi.id, "actuals", entry.key)


def is_explained(kpi: Kpi, period: Period) -> bool:
    """Whether a note says what to know about a period, or about a longer one around it."""
    return any(note.period.contains(period) for note in kpi.notes)
