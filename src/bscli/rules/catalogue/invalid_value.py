"""BSC104: a value that its key does not allow, or that means nothing where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import DocumentPath, Part, Problem, Severity
from bscli.model.kpi import Basis, Kpi, KpiScoring
from bscli.model.measures import Better
from bscli.model.objective import Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.settings import scoring_basis

MEANINGLESS = "means nothing here"


def check(subject: Subject) -> Iterator[Problem]:
    """Scoring settings that mean nothing where they stand; the rest is found by loading."""
    yield from _shares_above(subject)
    for objective, kpi in subject.soundly_read_kpis():
        path = ("objectives", objective.id, "kpis", kpi.id)
        yield from _ends_without_meaning(subject, objective, kpi, path)
        yield from _basis_without_meaning(subject, kpi, path)
        by = scoring_basis(subject.scorecard, objective, kpi).by
        yield from _shares_without_meaning(subject, kpi.scoring, by, path)


def _shares_above(subject: Subject) -> Iterator[Problem]:
    """Shares in the settings of the scorecard and of its objectives, which KPIs inherit."""
    if subject.is_misread("scoring"):
        return
    scoring = subject.scorecard.scoring
    by = scoring.by or Basis.VALUE
    yield from _shares_without_meaning(subject, scoring, by, ())
    for objective in subject.scorecard.objectives:
        own, path = objective.scoring, ("objectives", objective.id)
        if own is not None and not subject.is_misread(*path, "scoring"):
            yield from _shares_without_meaning(subject, own, own.by or by, path)


def _shares_without_meaning(
    subject: Subject, scoring: KpiScoring | None, by: Basis, path: DocumentPath
) -> Iterator[Problem]:
    """``red`` and ``green`` of a scoring are shares, which a score by value does not use."""
    if scoring is None or by is not Basis.VALUE:
        return
    for key, share in (("red", scoring.red), ("green", scoring.green)):
        if share is not None:
            yield subject.problem(
                (*path, "scoring", key),
                f'"{key}" of "scoring" means nothing here, because KPIs are scored by value',
                "add by: progress or by: ratio to the scoring; "
                'a red line in the unit of a KPI stands beside its target, as "red"',
                label=MEANINGLESS,
            )


def _ends_without_meaning(
    subject: Subject, objective: Objective, kpi: Kpi, path: DocumentPath
) -> Iterator[Problem]:
    """``worst`` and ``best`` are ends of a scale of values, which not every KPI has."""
    by = scoring_basis(subject.scorecard, objective, kpi).by
    obstacle = _what_forbids_a_basis(kpi) or (f"is scored by {by}" if by is not Basis.VALUE else "")
    if not obstacle:
        return
    for key, end in (("worst", kpi.worst), ("best", kpi.best)):
        if end is not None:
            yield subject.problem(
                (*path, key),
                f'"{key}" of KPI "{kpi.id}" means nothing, because the KPI {obstacle}',
                f'leave out "{key}": it is for KPIs that are scored by value',
                label=MEANINGLESS,
            )


def _basis_without_meaning(subject: Subject, kpi: Kpi, path: DocumentPath) -> Iterator[Problem]:
    obstacle = _what_forbids_a_basis(kpi)
    by = kpi.scoring.by if kpi.scoring else None
    if obstacle and by in (Basis.PROGRESS, Basis.RATIO):
        yield subject.problem(
            (*path, "scoring", "by"),
            f'KPI "{kpi.id}" cannot be scored by {by}, because it {obstacle}',
            'leave out "by": such a KPI is scored in its own way',
            part=Part.VALUE,
            label=MEANINGLESS,
        )


def _what_forbids_a_basis(kpi: Kpi) -> str:
    if kpi.measure.words:
        return f"is answered with {', '.join(kpi.measure.words)}"
    return "is better within a range" if kpi.better is Better.WITHIN else ""


RULE = Rule(
    code="BSC104",
    name="invalid-value",
    label="not an allowed value",
    severity=Severity.ERROR,
    finds="a value that its key does not allow, with those that it does, or a scoring setting that "
    "means nothing for its KPI",
    reason="A setting that is quietly ignored leaves the team believing that a KPI is judged in a "
    "way that it is not.",
    bad="""\
bsc: 1
name: Corner bakery (fictional)
objectives:
  waste-less-bread:
    name: Waste less bread
    perspective: internal
    kpis:
      unsold-loaves:
        name: Unsold loaves a day
        better: less
        target: 12
""",
    mend=(
        "        better: less\n",
        "        better: lower\n",
    ),
    check=check,
)
