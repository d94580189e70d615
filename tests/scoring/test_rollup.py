"""From KPIs to the scorecard: weights, coverage, what has no score, and the worst."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from bscli.scoring.rollup import Coverage, RolledUp
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from tests.builders import AS_OF, analysis_of

GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED
NO_DATA, NOT_DUE = Status.NO_DATA, Status.NOT_DUE
UNSCORED, NOT_APPLICABLE = Status.UNSCORED, Status.NOT_APPLICABLE

EIGHT = "target: 20, red: 10, actuals: {2026-09: 24}"
SIX = "target: 20, red: 10, actuals: {2026-09: 18}"
FOUR = "target: 20, red: 10, actuals: {2026-09: 12}"
TWO = "target: 20, red: 10, actuals: {2026-09: 6}"
BEYOND_TEN = "target: 20, red: 10, actuals: {2026-09: 3000}"
ZERO = "target: 20, red: 10, actuals: {2026-09: 0}"
MISSING = "target: 20, red: 10"
WITHOUT_TARGET = "actuals: {2026-09: 5}"
SKIPPED = "target: 20, red: 10, actuals: {2026-07: n/a, 2026-08: n/a, 2026-09: n/a}"
THIS_YEAR = "frequency: yearly, target: {2026: 20}"


@dataclass(frozen=True)
class Standing:
    """What is compared of a rolled-up score; its number to two decimals."""

    score: float | None
    status: Status
    scored: int
    expected: int


def standing(rolled_up: RolledUp) -> Standing:
    score = None if rolled_up.score is None else round(rolled_up.score, 2)
    return Standing(score, rolled_up.status, *_pair(rolled_up.coverage))


def _pair(coverage: Coverage) -> tuple[int, int]:
    return coverage.scored, coverage.expected


def objective_of(*kpis: str, settings: str = "", as_of: date = AS_OF) -> Standing:
    """How an objective with these KPIs stands."""
    lines = "\n".join(f"      k{n}: {{name: K{n}, {kpi}}}" for n, kpi in enumerate(kpis))
    text = (
        "bsc: 1\nname: Test\nobjectives:\n  o:\n    name: Do it\n    perspective: financial\n"
        f"    {settings}\n    kpis:\n{lines}\n"
    )
    return standing(analysis_of(text, as_of=as_of).scores[0].objectives[0].rolled_up)


@pytest.mark.parametrize(
    ("kpis", "expected"),
    [
        ([EIGHT, FOUR], Standing(6, AMBER, 2, 2)),
        ([f"weight: 3, {EIGHT}", FOUR], Standing(7, GREEN, 2, 2)),
        ([f"weight: 0.3, {EIGHT}", f"weight: 0.1, {FOUR}"], Standing(7, GREEN, 2, 2)),
        ([f"weight: 0, {EIGHT}", FOUR], Standing(4, AMBER, 1, 1)),
        ([f"weight: 0, {MISSING}", FOUR], Standing(4, AMBER, 1, 1)),
    ],
    ids=["equal", "3 to 1", "fractions", "zero", "zero without data"],
)
def test_an_objective_is_the_weighted_mean_of_its_kpis(kpis: list[str], expected: Standing) -> None:
    assert objective_of(*kpis) == expected


def test_an_objective_whose_kpis_all_weigh_zero_has_no_score() -> None:
    found = objective_of(f"weight: 0, {EIGHT}")
    assert (found.score, found.scored, found.expected) == (None, 0, 0)


@pytest.mark.parametrize(
    ("kpis", "expected"),
    [
        ([EIGHT, MISSING], Standing(8, GREEN, 1, 2)),
        ([EIGHT, WITHOUT_TARGET], Standing(8, GREEN, 1, 1)),
        ([EIGHT, SKIPPED], Standing(8, GREEN, 1, 1)),
        ([EIGHT, THIS_YEAR], Standing(8, GREEN, 1, 1)),
        ([EIGHT, "unit: yes/no"], Standing(8, GREEN, 1, 2)),
        ([EIGHT, "unit: yes/no, actuals: {2026-09: yes}"], Standing(9, GREEN, 2, 2)),
        (
            [f"weight: 2, {EIGHT}", f"weight: 5, {MISSING}", f"weight: 2, {FOUR}"],
            Standing(6, AMBER, 2, 3),
        ),
    ],
    ids=[
        "no data",
        "no target",
        "not applicable",
        "not due",
        "yes/no without data",
        "yes/no",
        "weights of the others stay in proportion",
    ],
)
def test_what_has_no_score_leaves_its_weight_to_the_others_and_coverage_says_so(
    kpis: list[str], expected: Standing
) -> None:
    assert objective_of(*kpis) == expected


@pytest.mark.parametrize(
    ("kpis", "status", "expected"),
    [
        ([MISSING], NO_DATA, 1),
        ([WITHOUT_TARGET], UNSCORED, 0),
        ([SKIPPED], NOT_APPLICABLE, 0),
        ([THIS_YEAR], NOT_DUE, 0),
        ([SKIPPED, WITHOUT_TARGET], UNSCORED, 0),
        ([WITHOUT_TARGET, THIS_YEAR], NOT_DUE, 0),
        ([SKIPPED, THIS_YEAR, WITHOUT_TARGET, MISSING], NO_DATA, 1),
    ],
)
def test_an_objective_without_a_score_is_called_after_the_first_kind_of_nothing_in_it(
    kpis: list[str], status: Status, expected: int
) -> None:
    assert objective_of(*kpis) == Standing(None, status, 0, expected)


@pytest.mark.parametrize(
    ("kpi", "status"),
    [
        (MISSING, NO_DATA),
        (WITHOUT_TARGET, UNSCORED),
        (SKIPPED, NOT_APPLICABLE),
        (THIS_YEAR, NOT_DUE),
    ],
)
def test_perspective_and_scorecard_without_a_score_are_called_after_what_is_below_them(
    kpi: str, status: Status
) -> None:
    scores = _scorecard_of(
        f"""\
        bsc: 1
        name: Test
        perspectives: [financial]
        objectives:
          o: {{name: Do it, perspective: financial, kpis: {{k: {{name: K, {kpi}}}}}}}
        """
    )
    assert (scores.perspectives[0].rolled_up.status, scores.rolled_up.status) == (status, status)


@pytest.mark.parametrize(
    ("kpi", "status"),
    [(WITHOUT_TARGET, UNSCORED), (SKIPPED, NOT_APPLICABLE), (THIS_YEAR, NOT_DUE)],
)
def test_a_perspective_that_holds_nothing_does_not_name_the_scorecard(
    kpi: str, status: Status
) -> None:
    scores = _scorecard_of(
        f"""\
        bsc: 1
        name: Test
        perspectives: [financial, customer]
        objectives:
          o: {{name: Do it, perspective: financial, kpis: {{k: {{name: K, {kpi}}}}}}}
        """
    )
    assert scores.rolled_up.status is status


def test_nothing_measured_is_no_data() -> None:
    scores = _scorecard_of("bsc: 1\nname: Test\n")
    assert standing(scores.rolled_up) == Standing(None, NO_DATA, 0, 0)


THREE_LEVELS = """\
bsc: 1
name: Test
{settings}
perspectives:
  financial: {{name: Financial, weight: 3}}
  customer: {{name: Customer}}
objectives:
  a:
    name: Grow sales
    perspective: financial
    weight: 2
    kpis:
      a1: {{name: A1, target: 20, red: 10, actuals: {{2026-09: 24}}}}
      a2: {{name: A2, target: 20, red: 10}}
  b:
    name: Cut waste
    perspective: financial
    {of_b}
    kpis:
      b1: {{name: B1, target: 20, red: 10, actuals: {{2026-09: 6}}}}
      b2: {{name: B2, target: 20, red: 10, actuals: {{2026-09: 18}}}}
  c:
    name: Keep customers
    perspective: customer
    kpis:
      c1: {{name: C1, target: 20, red: 10, actuals: {{2026-09: 6}}}}
      c2: {{name: C2, actuals: {{2026-09: 6}}}}
"""


def _scorecard_of(text: str) -> ScorecardScore:
    return analysis_of(text).scores[0]


def _levels_of(settings: str = "", of_b: str = "") -> list[Standing]:
    """Objectives a, b, c, perspectives financial, customer, and the scorecard."""
    scores = _scorecard_of(THREE_LEVELS.format(settings=settings, of_b=of_b))
    below = [
        *(part.rolled_up for part in scores.objectives),
        *(lane.rolled_up for lane in scores.perspectives),
    ]
    return [standing(rolled_up) for rolled_up in (*below, scores.rolled_up)]


def test_weights_and_coverage_go_up_through_every_level() -> None:
    assert _levels_of() == [
        Standing(8, GREEN, 1, 2),
        Standing(4, AMBER, 2, 2),
        Standing(2, RED, 1, 1),
        Standing(6.67, GREEN, 3, 4),
        Standing(2, RED, 1, 1),
        Standing(5.5, AMBER, 4, 5),
    ]


def test_worst_takes_the_lowest_score_at_every_level() -> None:
    assert _levels_of("scoring: {rollup: worst}") == [
        Standing(8, GREEN, 1, 2),
        Standing(2, RED, 2, 2),
        Standing(2, RED, 1, 1),
        Standing(2, RED, 3, 4),
        Standing(2, RED, 1, 1),
        Standing(2, RED, 4, 5),
    ]


def test_an_objective_may_take_the_worst_by_itself() -> None:
    assert _levels_of(of_b="scoring: {rollup: worst}") == [
        Standing(8, GREEN, 1, 2),
        Standing(2, RED, 2, 2),
        Standing(2, RED, 1, 1),
        Standing(6, AMBER, 3, 4),
        Standing(2, RED, 1, 1),
        Standing(5, AMBER, 4, 5),
    ]


def test_an_objective_may_take_the_mean_where_the_scorecard_takes_the_worst() -> None:
    found = _levels_of("scoring: {rollup: worst}", of_b="scoring: {rollup: weighted}")
    assert found[1] == Standing(4, AMBER, 2, 2)
    assert found[3] == Standing(4, AMBER, 3, 4)


def test_an_objective_of_weight_zero_is_shown_and_never_counted() -> None:
    found = _levels_of(of_b="weight: 0")
    assert found[1] == Standing(4, AMBER, 2, 2)
    assert found[3] == Standing(8, GREEN, 1, 2)


def test_the_worst_does_not_count_weight_zero_or_what_has_no_score() -> None:
    found = objective_of(
        EIGHT, SIX, MISSING, f"weight: 0, {ZERO}", settings="scoring: {rollup: worst}"
    )
    assert found == Standing(6, AMBER, 2, 3)


def test_over_achievement_cannot_hide_a_miss() -> None:
    assert objective_of(BEYOND_TEN, ZERO) == Standing(5, AMBER, 2, 2)


def test_a_mean_on_the_edge_of_green_is_green() -> None:
    on_target = "target: 20, red: 10, actuals: {2026-09: 20}"
    found = objective_of(*(f"weight: 0.{n}, {on_target}" for n in range(1, 8)))
    assert found == Standing(6.67, GREEN, 7, 7)


def test_a_mean_on_the_edge_of_amber_is_amber() -> None:
    found = objective_of(ZERO, "target: 20, red: 10, actuals: {2026-09: 20}")
    assert found == Standing(3.33, AMBER, 2, 2)


def test_a_quarter_that_has_only_begun_is_not_missing() -> None:
    begun = objective_of(MISSING, as_of=date(2026, 7, 30))
    overdue = objective_of(MISSING, as_of=date(2026, 7, 31))
    assert (begun, overdue) == (
        Standing(None, NOT_DUE, 0, 0),
        Standing(None, NO_DATA, 0, 1),
    )
