"""Laws of scoring that hold whatever the numbers are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.rollup import Coverage
from bscli.scoring.scores import ScorecardScore
from bscli.scoring.status import Status
from tests.builders import analysis_of, score_of

COLOURS = {Status.RED: 0, Status.AMBER: 1, Status.GREEN: 2}
MONTHS = tuple(f"2026-{month:02}" for month in range(1, 7))
HALF_YEAR = "2026-H1"
TOLERANCE = 1e-6

numbers = st.floats(-1e6, 1e6, allow_subnormal=False) | st.integers(-100, 100).map(float)
whole = st.integers(-1000, 1000)
widths = st.integers(1, 500)
directions = st.sampled_from(["higher", "lower"])


@dataclass(frozen=True)
class Yardstick:
    """The keys of a KPI that say how it is judged."""

    keys: str

    def judge(self, value: float) -> KpiScore:
        return score_of(f"{self.keys}, actuals: {{2026-09: {value!r}}}")

    def score(self, value: float) -> float:
        score = self.judge(value).score
        assert score is not None
        return score


@st.composite
def by_value(draw: st.DrawFn) -> tuple[str, Yardstick]:
    better = draw(directions)
    worse, good = sorted((draw(numbers), draw(numbers)), reverse=better == "lower")
    edge = draw(st.sampled_from([f"red: {worse!r},", f"baseline: {worse!r},", ""]))
    return better, Yardstick(f"{edge} target: {good!r}, better: {better}")


@st.composite
def by_progress(draw: st.DrawFn) -> tuple[str, Yardstick]:
    better = draw(directions)
    start, way = draw(whole), draw(widths)
    end = start + (way if better == "higher" else -way)
    red, green = draw(st.sampled_from([(75, 100), (75, 90), (0, 50)]))
    scoring = f"scoring: {{by: progress, red: {red}%, green: {green}%}}"
    return better, Yardstick(f"baseline: {start}, target: {end}, better: {better}, {scoring}")


@st.composite
def by_ratio(draw: st.DrawFn) -> tuple[str, Yardstick]:
    better = draw(directions)
    target = draw(widths)
    red, green = draw(st.sampled_from([(90, 100), (50, 150)]))
    scoring = f"scoring: {{by: ratio, red: {red}%, green: {green}%}}"
    return better, Yardstick(f"target: {target}, better: {better}, {scoring}")


yardsticks = by_value() | by_progress() | by_ratio()


@st.composite
def ranges(draw: st.DrawFn) -> tuple[float, Yardstick]:
    """The centre of a target range, and the yardstick that it makes."""
    low, width = draw(whole), draw(st.integers(0, 500))
    below, above = draw(st.integers(0, 100)), draw(st.integers(0, 100))
    red = f"red: {{from: {low - below}, to: {low + width + above}}}"
    edges = draw(st.sampled_from(["", f"{red},"]))
    target = f"target: {{from: {low}, to: {low + width}}}"
    return low + width / 2, Yardstick(f"{edges} better: within, {target}")


def third_of(score: float) -> Status:
    """The colour of a score by thirds; an edge belongs to the better colour."""
    if score < 10 / 3:
        return Status.RED
    return Status.AMBER if score < 20 / 3 else Status.GREEN


@given(yardsticks, numbers)
def test_a_score_is_held_to_0_and_10_and_its_colour_is_that_of_its_third(
    yardstick: tuple[str, Yardstick], value: float
) -> None:
    found = yardstick[1].judge(value)
    assert found.score is not None
    assert 0 <= found.score <= 10
    assert found.judgement is not None
    edges = found.judgement.edges
    assert edges is not None
    if edges.red_is_baseline and found.score == 10 / 3:
        assert found.status is Status.RED
    else:
        assert found.status is third_of(found.score)


@given(ranges(), numbers)
def test_a_score_within_a_range_is_held_to_0_and_10_and_has_the_colour_of_its_third(
    centre_and_yardstick: tuple[float, Yardstick], value: float
) -> None:
    found = centre_and_yardstick[1].judge(value)
    assert found.score is not None
    assert 0 <= found.score <= 10
    assert found.status is third_of(found.score)


@given(yardsticks, st.lists(numbers | whole.map(float), min_size=2, max_size=4))
def test_a_better_value_never_lowers_the_score_or_the_colour(
    yardstick: tuple[str, Yardstick], values: list[float]
) -> None:
    better, keys = yardstick
    ascending = [keys.judge(value) for value in sorted(values, reverse=better == "lower")]
    for worse, good in pairwise(ascending):
        assert worse.score is not None
        assert good.score is not None
        assert worse.score <= good.score + TOLERANCE
        assert COLOURS[worse.status] <= COLOURS[good.status]


@given(ranges(), st.booleans(), st.lists(st.integers(0, 1000), min_size=2, max_size=4))
def test_a_value_nearer_to_the_centre_never_scores_lower(
    centre_and_yardstick: tuple[float, Yardstick], is_above: bool, distances: list[int]
) -> None:
    centre, yardstick = centre_and_yardstick
    sign = 1 if is_above else -1
    inward = [
        yardstick.score(centre + sign * distance) for distance in sorted(distances, reverse=True)
    ]
    for farther, nearer in pairwise(inward):
        assert farther <= nearer + TOLERANCE


def lined_up(better: str, target: float, distance: float, value: float) -> float:
    """The score by value of a target whose red line lies a distance on its worse side."""
    red = target - distance if better == "higher" else target + distance
    return Yardstick(f"target: {target!r}, red: {red!r}, better: {better}").score(value)


@given(directions, whole, widths, whole, whole)
def test_shifting_value_target_and_red_line_together_keeps_the_score(
    better: str, target: int, distance: int, value: int, shift: int
) -> None:
    here = lined_up(better, target, distance, value)
    there = lined_up(better, target + shift, distance, value + shift)
    assert there == pytest.approx(here, abs=TOLERANCE)


@given(directions, whole, widths, whole, st.sampled_from([0.001, 0.1, 0.3, 3.0, 7.5, 1e6]))
def test_scaling_value_target_and_red_line_together_keeps_the_score(
    better: str, target: int, distance: int, value: int, factor: float
) -> None:
    here = lined_up(better, target, distance, value)
    there = lined_up(better, target * factor, distance * factor, value * factor)
    assert there == pytest.approx(here, abs=TOLERANCE)


@given(whole, widths, whole)
def test_lower_is_the_mirror_of_higher(target: int, distance: int, value: int) -> None:
    mirrored = lined_up("lower", -target, distance, -value)
    assert mirrored == pytest.approx(lined_up("higher", target, distance, value), abs=TOLERANCE)


def mapping(entries: Sequence[tuple[str, object]]) -> str:
    """A flow mapping of YAML."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}"


@st.composite
def two_orders_of(draw: st.DrawFn, keys: Sequence[str]) -> tuple[str, str]:
    """One mapping of values, written in two orders."""
    entries = [(key, draw(whole)) for key in draw(st.sets(st.sampled_from(keys), min_size=1))]
    return mapping(draw(st.permutations(entries))), mapping(draw(st.permutations(entries)))


@given(
    st.sampled_from(["last", "sum", "mean", "min", "max"]),
    two_orders_of(MONTHS),
    two_orders_of([*MONTHS, "2026-Q1", "2026", "2025", "2025-Q3"]),
)
def test_the_order_of_entries_changes_nothing(
    aggregate: str, actuals: tuple[str, str], targets: tuple[str, str]
) -> None:
    first, second = (
        score_of(
            f"aggregate: {aggregate}, red: {{2024: -3000}}, target: {target}, actuals: {actual}",
            period=HALF_YEAR,
        )
        for actual, target in zip(actuals, targets, strict=True)
    )
    assert (first.reading, first.target, first.red) == (second.reading, second.target, second.red)
    assert (first.score, first.status, first.trend) == (second.score, second.status, second.trend)


@dataclass(frozen=True)
class Weighted:
    """A KPI by its weight and its value; without a value it has no data."""

    weight: float
    value: int | None

    def written(self, id: str, factor: float = 1) -> str:
        actuals = "" if self.value is None else f", actuals: {{2026-09: {self.value}}}"
        weight = repr(self.weight * factor)
        return f"      {id}: {{name: K, weight: {weight}, target: 20, red: 10{actuals}}}\n"


weights = st.sampled_from([0.0, 0.1, 0.5, 1.0, 3.0, 70.0])
weighted = st.builds(Weighted, weights, st.none() | st.integers(-10, 40))
objectives = st.lists(st.lists(weighted, min_size=1, max_size=3), min_size=1, max_size=3)


def written(parts: Sequence[tuple[int, Sequence[tuple[int, Weighted]]]], factor: float = 1) -> str:
    """A scorecard of numbered objectives, each with numbered KPIs, in the order given."""
    text = "bsc: 1\nname: Test\nobjectives:\n"
    for number, kpis in parts:
        lane = ("financial", "customer")[number % 2]
        text += f"  o{number}:\n    name: Do it\n    perspective: {lane}\n"
        text += f"    weight: {(number + 1) * factor!r}\n    kpis:\n"
        for kpi_number, kpi in kpis:
            text += kpi.written(f"k{number}-{kpi_number}", factor)
    return text


def numbered(
    parts: list[list[Weighted]],
) -> list[tuple[int, list[tuple[int, Weighted]]]]:
    return [(number, list(enumerate(kpis))) for number, kpis in enumerate(parts)]


Standings = Mapping[str, tuple[float | None, Status, Coverage]]


def standings(text: str) -> Standings:
    """Score, status and coverage of the scorecard, its perspectives and its objectives."""
    scores: ScorecardScore = analysis_of(text).scores[0]
    found = {"scorecard": scores.rolled_up}
    found |= {lane.perspective.id: lane.rolled_up for lane in scores.perspectives}
    found |= {part.objective.id: part.rolled_up for part in scores.objectives}
    return {id: (part.score, part.status, part.coverage) for id, part in found.items()}


@given(objectives, st.data())
def test_the_order_of_kpis_and_objectives_in_the_file_changes_no_score(
    parts: list[list[Weighted]], data: st.DataObject
) -> None:
    in_order = numbered(parts)
    shuffled = [
        (number, data.draw(st.permutations(kpis)))
        for number, kpis in data.draw(st.permutations(in_order))
    ]
    assert standings(written(shuffled)) == standings(written(in_order))


@given(objectives, st.sampled_from([0.001, 0.3, 2.0, 1e6]))
def test_scaling_all_weights_by_one_factor_changes_nothing(
    parts: list[list[Weighted]], factor: float
) -> None:
    here, there = (standings(written(numbered(parts), by)) for by in (1, factor))
    assert {id: part[1:] for id, part in there.items()} == {
        id: part[1:] for id, part in here.items()
    }
    for id, (score, *_) in here.items():
        assert there[id][0] == (score if score is None else pytest.approx(score, abs=TOLERANCE))


@pytest.mark.parametrize("gap", range(len(MONTHS)), ids=MONTHS)
@pytest.mark.parametrize("value", [50, -50])
@pytest.mark.parametrize("better", ["higher", "lower"])
@pytest.mark.parametrize("aggregate", ["last", "sum", "mean", "min", "max"])
def test_a_gap_is_told_and_never_turns_into_zero(
    aggregate: str, better: str, value: int, gap: int
) -> None:
    months = [month for place, month in enumerate(MONTHS) if place != gap]
    score = score_of(
        f"aggregate: {aggregate}, better: {better}, target: {value}, "
        f"actuals: {mapping([(month, value) for month in months])}",
        period=HALF_YEAR,
    )
    assert (len(score.reading.present), len(score.reading.due)) == (5, 6)
    assert score.reading.value == (5 * value if aggregate == "sum" else value)
    assert score.score == pytest.approx(20 / 3)
    assert score.status is Status.GREEN


@given(st.lists(whole, min_size=6, max_size=6), st.integers(0, 5))
def test_the_values_around_a_gap_are_combined_as_if_there_were_no_others(
    values: list[int], gap: int
) -> None:
    kept = [(month, value) for month, value in zip(MONTHS, values, strict=True)]
    del kept[gap]
    rest = [value for _, value in kept]
    found = {
        aggregate: score_of(
            f"aggregate: {aggregate}, actuals: {mapping(kept)}", period=HALF_YEAR
        ).reading.value
        for aggregate in ("last", "sum", "mean", "min", "max")
    }
    assert found == {
        "last": rest[-1],
        "sum": sum(rest),
        "mean": pytest.approx(sum(rest) / len(rest)),
        "min": min(rest),
        "max": max(rest),
    }


@given(st.lists(st.integers(0, 30), min_size=2, max_size=5), st.data())
def test_a_kpi_without_data_lowers_the_coverage_and_leaves_the_mean_of_the_others(
    values: list[int], data: st.DataObject
) -> None:
    gap = data.draw(st.integers(0, len(values) - 1))
    kpis = [Weighted(1, None if place == gap else value) for place, value in enumerate(values)]
    score, status, coverage = standings(written(numbered([kpis])))["o0"]
    rest = [value / 3 for place, value in enumerate(values) if place != gap]
    assert score == pytest.approx(sum(rest) / len(rest))
    assert status in COLOURS
    assert coverage == Coverage(len(values) - 1, len(values))
