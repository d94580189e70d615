"""BSC102: a key that must be there and is not."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Problem, Severity
from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.model.objective import Objective
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.settings import scoring_basis


def check(subject: Subject) -> Iterator[Problem]:
    """KPIs that are scored by their progress from a baseline that nobody states.

    Keys that are always required are found by loading itself.
    """
    for objective, kpi in subject.soundly_read_kpis():
        if _lacks_its_baseline(subject, objective, kpi):
            yield subject.problem(
                ("objectives", objective.id, "kpis", kpi.id),
                f'KPI "{kpi.id}" has no "baseline", from which its progress is counted',
                'add "baseline", for example baseline: {2025: 91.0}, or score it by value',
                label="no baseline",
            )


def _lacks_its_baseline(subject: Subject, objective: Objective, kpi: Kpi) -> bool:
    is_measured = not kpi.measure.words and kpi.better is not Better.WITHIN
    by = scoring_basis(subject.scorecard, objective, kpi).by
    return is_measured and by is Basis.PROGRESS and bool(kpi.target) and not kpi.baseline


RULE = Rule(
    code="BSC102",
    name="missing-key",
    label="a key is missing here",
    severity=Severity.ERROR,
    finds="a key that must be there and is not, such as an objective's perspective",
    reason="Without a name, a perspective or a starting point nobody can tell what is meant, "
    "where it belongs or how far it has come.",
    bad="""\
bsc: 1
name: Village clinic (fictional)
objectives:
  shorten-the-wait:
    name: Shorten the wait
    kpis:
      minutes-waited: {name: Minutes waited, better: lower, target: 15, red: 25}
""",
    mend=(
        "    name: Shorten the wait\n",
        "    name: Shorten the wait\n    perspective: customer\n",
    ),
    check=check,
)
