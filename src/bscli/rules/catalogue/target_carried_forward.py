"""BSC709: a target that ran out and is used on."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.findings import Part, Problem, Severity
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.levels import LevelRule, Piece


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI that the review judges by the target of an earlier period."""
    for scored in subject.scores.objectives:
        for score in scored.kpis:
            carried = _carried_piece(score)
            is_misread = subject.is_kpi_misread(scored.objective, score.kpi)
            if carried is not None and carried.entry is not None and not is_misread:
                yield subject.problem(
                    ("objectives", scored.objective.id, "kpis", score.kpi.id, "target"),
                    f'"{score.kpi.id}" has no target for {carried.period}, '
                    f"so the one for {carried.entry.key} is carried forward",
                    f"add the target for {carried.period}, or for a longer period around it",
                    part=Part.VALUE,
                )


def _carried_piece(score: KpiScore) -> Piece | None:
    """The first part of the target that an earlier period's target had to stand in for."""
    if score.target is None or score.kpi.measure.words:
        return None
    pieces = score.target.pieces
    return next((piece for piece in pieces if piece.rule is LevelRule.CARRIED_FORWARD), None)


RULE = Rule(
    code="BSC709",
    name="target-carried-forward",
    label="ends too early",
    severity=Severity.INFO,
    finds="a target that is used for a later period, because that has none of its own",
    reason="When a target runs out, last year's ambition silently becomes this year's.",
    bad="""\
bsc: 1
name: Old town theatre (fictional)
owner: artistic-director
objectives:
  fill-every-seat:
    name: Fill every seat
    perspective: customer
    kpis:
      seats-sold:
        name: Seats sold four weeks ahead
        type: leading
        unit: percent
        target: {2025: 70}
        red: {2025: 60}
        actuals: {2026-07: 71, 2026-08: 73, 2026-09: 72}
""",
    mend=(
        "        target: {2025: 70}\n",
        "        target: {2025: 70, 2026: 75}\n",
    ),
    check=check,
    needs_today=True,
)
