"""What is wrong with the names in a formula: unknown ones, and those of KPIs without numbers."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.model.formula import CHILDREN, Operand
from bscli.model.kpi import Kpi
from bscli.model.project import Project, ScorecardFile
from bscli.model.suggestions import did_you_mean
from bscli.rules.misread import may_kpi_be_lost, misread_paths
from bscli.rules.subject import Subject
from bscli.scoring.sources import Source

_READ_TOGETHER = "check the folder that holds them all, so that they are read together"


@dataclass(frozen=True, slots=True)
class OperandFault:
    """What is wrong with an operand, what to do about it, and the label at its place."""

    fact: str
    help: str | None
    label: str


def fault_of(
    subject: Subject, kpi: Kpi, operand: Operand, sources: tuple[Source, ...]
) -> OperandFault | None:
    """The fault of an operand, unless a mistake that is already told made it so."""
    worded = next((source for source in sources if source.kpi.measure.words), None)
    if worded is not None:
        fact = f'"{worded.name}", whose unit is {worded.kpi.measure}: words cannot be calculated'
        return OperandFault(fact, "take in KPIs with numbers", "has words, not numbers")
    if sources:
        return None
    if operand.is_of_children:
        return _without_children(subject, operand)
    holders = _holders(subject, operand)
    if not holders:
        return _without_scorecard(subject, operand)
    if any(_may_be_lost(subject.project, holder, operand.kpi) for holder in holders):
        return None
    fact = f'"{operand.name}", which does not exist'
    return OperandFault(fact, _remedy(holders, kpi, operand), "no KPI has this id")


def _without_children(subject: Subject, operand: Operand) -> OperandFault | None:
    own, project = subject.scorecard, subject.project
    others = [file for file in project.files if file.scorecard and file.file != subject.file]
    below = [file for file in others if file.scorecard and file.scorecard.parent == own.id]
    if _has_unread_file(project) or any(_may_be_lost(project, file, operand.kpi) for file in below):
        return None
    if not below:
        fact = f'"{operand.name}", but no scorecard that was read has "{own.id}" as its parent'
        return OperandFault(fact, _READ_TOGETHER, "no scorecard stands below")
    known = [kpi.id for file in below if file.scorecard for _, kpi in file.scorecard.kpis()]
    help = did_you_mean(operand.kpi, known)
    fact = f'"{operand.name}", but no scorecard below "{own.id}" has such a KPI'
    return OperandFault(fact, help, "no KPI has this id")


def _without_scorecard(subject: Subject, operand: Operand) -> OperandFault | None:
    if _has_unread_file(subject.project):
        return None
    others = [card.id for card in subject.project.scorecards if card is not subject.scorecard]
    fact = f'"{operand.name}", but no scorecard that was read has the id "{operand.scorecard}"'
    help = did_you_mean(operand.scorecard or "", [*others, CHILDREN]) or _READ_TOGETHER
    return OperandFault(fact, help, "no scorecard has this id")


def _has_unread_file(project: Project) -> bool:
    return any(file.scorecard is None for file in project.files)


def _holders(subject: Subject, operand: Operand) -> list[ScorecardFile]:
    """The files of the scorecard that the operand names, its own where it names none."""
    wanted = operand.scorecard
    if wanted is None or wanted == subject.scorecard.id:
        return [file for file in subject.project.files if file.file == subject.file]
    files = subject.project.files
    return [file for file in files if file.scorecard and file.scorecard.id == wanted]


def _may_be_lost(project: Project, file: ScorecardFile, id: str) -> bool:
    """Whether the KPI may stand in the file, but could not be read."""
    assert file.scorecard is not None
    return may_kpi_be_lost(misread_paths(project, file.file), file.scorecard, id)


def _remedy(holders: list[ScorecardFile], kpi: Kpi, operand: Operand) -> str | None:
    known = {each.id for file in holders if file.scorecard for _, each in file.scorecard.kpis()}
    parts = operand.kpi.split("-")
    for place in range(1, len(parts)):
        left, right = "-".join(parts[:place]), "-".join(parts[place:])
        if {left, right} <= known:
            return f"to subtract, write spaces around the minus: {left} - {right}"
    return did_you_mean(operand.kpi, sorted(known - {kpi.id}))
