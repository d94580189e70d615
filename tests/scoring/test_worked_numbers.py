"""The table "Worked numbers" of the scoring contract, each row a case."""

from __future__ import annotations

import pytest

from bscli.scoring.rollup import Coverage
from bscli.scoring.status import Status
from tests.builders import analysis_of, score_of

GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED

HIGHER = "target: 700, red: 500"
LOWER = "target: 10, red: 20, better: lower"
NEGATIVE = "target: -2, red: -4"
ZERO = "target: 0, red: 3, better: lower"
RATIO = "target: 100, scoring: {by: ratio, red: 90%, green: 100%}"
PROGRESS = (
    "target: 400, baseline: 500, better: lower, scoring: {by: progress, red: 75%, green: 90%}"
)
WITHIN = "better: within, target: {from: 95, to: 105}, red: {from: 90, to: 110}"


@pytest.mark.parametrize(
    ("kpi", "value", "score", "status"),
    [
        (HIGHER, 300, 0, RED),
        (HIGHER, 500, 10 / 3, AMBER),
        (HIGHER, 600, 5, AMBER),
        (HIGHER, 700, 20 / 3, GREEN),
        (HIGHER, 900, 10, GREEN),
        (HIGHER, 1000, 10, GREEN),
        (LOWER, 30, 0, RED),
        (LOWER, 15, 5, AMBER),
        (LOWER, 10, 20 / 3, GREEN),
        (LOWER, 5, 25 / 3, GREEN),
        (NEGATIVE, 3, 10, GREEN),
        (ZERO, 0, 20 / 3, GREEN),
        (ZERO, 1, 50 / 9, AMBER),
        (ZERO, 3, 10 / 3, AMBER),
        (ZERO, 4, 20 / 9, RED),
        (RATIO, 95, 5, AMBER),
        (RATIO, 90, 10 / 3, AMBER),
        (RATIO, 89.9, 3.3, RED),
        (PROGRESS, 420, 40 / 9, AMBER),
        (WITHIN, 100, 10, GREEN),
        (WITHIN, 105, 20 / 3, GREEN),
        (WITHIN, 107.5, 5, AMBER),
        (WITHIN, 110, 10 / 3, AMBER),
        (WITHIN, 115, 0, RED),
    ],
)
def test_a_value_has_the_score_and_colour_of_the_table(
    kpi: str, value: float, score: float, status: Status
) -> None:
    found = score_of(f"{kpi}, actuals: {{2026-09: {value}}}")
    assert found.score == pytest.approx(score, abs=1e-9)
    assert found.status is status


def test_weights_50_25_15_10_with_scores_8_none_4_6_make_6_93_with_3_of_4() -> None:
    analysis = analysis_of(
        """\
        bsc: 1
        name: Test
        objectives:
          o:
            name: Do it
            perspective: financial
            kpis:
              a: {name: A, weight: 50, target: 20, red: 10, actuals: {2026-09: 24}}
              b: {name: B, weight: 25, target: 20, red: 10}
              c: {name: C, weight: 15, target: 20, red: 10, actuals: {2026-09: 12}}
              d: {name: D, weight: 10, target: 20, red: 10, actuals: {2026-09: 18}}
        """
    )
    objective = analysis.scores[0].objectives[0]
    scores = [kpi.score for kpi in objective.kpis]
    assert scores == [pytest.approx(8), None, pytest.approx(4), pytest.approx(6)]
    assert objective.rolled_up.score == pytest.approx(520 / 75)
    assert objective.rolled_up.status is GREEN
    assert objective.rolled_up.coverage == Coverage(3, 4)
