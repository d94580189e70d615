"""The page of whatever an id names."""

from __future__ import annotations

from bscli.insight.subject import InitiativeSubject, KpiSubject, ShownSubject
from bscli.views.show.initiative import initiative_page
from bscli.views.show.kpi import kpi_page
from bscli.views.show.objective import objective_page
from bscli.views.show.page import Page


def page_of(subject: ShownSubject) -> Page:
    """The page of a KPI, an objective or an initiative."""
    if isinstance(subject, KpiSubject):
        return kpi_page(subject)
    if isinstance(subject, InitiativeSubject):
        return initiative_page(subject)
    return objective_page(subject)
