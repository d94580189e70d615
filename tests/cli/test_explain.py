"""The arithmetic that ``bsc explain`` prints, checked with nothing but the printed text."""

from __future__ import annotations

import json
import math
import operator
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import ClassVar

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.builders import kpi_scorecard
from tests.commands import bsc
from tests.conftest import EXAMPLES, ROOT

DAY = ("--as-of", "2026-10-15", "--period", "2026-Q3")
NUMBER_OF_THE_FILE = r"^  (\d{4}\S*) +(?:[a-z]+ = )?(-?[\d.]+)\b.*scorecard\.yaml:(\d+)$"
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


class Calculator:
    """A pocket calculator: + - × / ( ) and the functions of a formula."""

    FUNCTIONS: ClassVar[dict[str, Callable[[list[float]], float]]] = {
        "min": min,
        "max": max,
        "sum": sum,
        "mean": fmean,
        "abs": lambda values: abs(values[0]),
    }

    def __init__(self, text: str) -> None:
        names = "|".join(self.FUNCTIONS)
        self.tokens = re.findall(rf"{names}|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[-+×/(),]", text)
        assert "".join(self.tokens) == text.replace(" ", ""), text

    def result(self) -> float:
        value = self.sum()
        assert not self.tokens
        return value

    def sum(self) -> float:
        return self.chain(self.product, {"+": operator.add, "-": operator.sub})

    def product(self) -> float:
        return self.chain(self.factor, {"×": operator.mul, "/": operator.truediv})

    def chain(
        self, part: Callable[[], float], signs: dict[str, Callable[[float, float], float]]
    ) -> float:
        value = part()
        while self.tokens and self.tokens[0] in signs:
            value = signs[self.tokens.pop(0)](value, part())
        return value

    def factor(self) -> float:
        token = self.tokens.pop(0)
        if token == "-":
            return -self.factor()
        if token in self.FUNCTIONS:
            return self.FUNCTIONS[token](self.arguments())
        if token == "(":
            value = self.sum()
            assert self.tokens.pop(0) == ")"
            return value
        assert NUMBER.fullmatch(token), token
        return float(token)

    def arguments(self) -> list[float]:
        assert self.tokens.pop(0) == "("
        values = [self.sum()]
        while self.tokens.pop(0) == ",":
            values.append(self.sum())
        return values


def unfolded(text: str) -> str:
    """The text with every parted line in one: it goes on behind a comma or with an operator."""
    return re.sub(r"(?<=,)\n +|\n +(?=[-+×/=] )", " ", text)


def equations(text: str) -> list[tuple[str, list[str]]]:
    """Each ``name = terms = result`` of a text, as its name and the sides of its equals signs."""
    found = []
    for line in unfolded(text).splitlines():
        match = re.search(r"(?<!\S)([a-z][a-z\d.-]*(?: [a-z]+)?) = (.+)$", line)
        if match:
            # A remark such as "(3 of 12 months)" ends a line; a source does after two spaces.
            remarks = r"  |, (?=for |carried )| \((?=[a-z\d]+ (?:of|[a-z-]+ old))"
            sides = re.split(remarks, match[2])[0]
            found.append((match[1], sides.split(" = ")))
    return found


def kpi_ids(example: Path) -> list[str]:
    """The ids of an example's KPIs, as the program tells them."""
    status = json.loads(bsc("status", str(example), *DAY, "--format", "json").out)
    return [
        kpi["id"]
        for lane in status["scorecards"][0]["perspectives"]
        for objective in lane["objectives"]
        for kpi in objective["kpis"]
    ]


@cache
def scores(path: str, stdin: str = "") -> dict[str, float | None]:
    """Every score of a scorecard by id, None where there is none."""
    found: dict[str, float | None] = {}
    told = bsc("status", path, *DAY, "--format", "json", stdin=stdin).out
    parts = json.loads(told)["scorecards"]
    while parts:
        part = parts.pop()
        found[part["id"]] = part["score"]
        for below in ("perspectives", "objectives", "kpis"):
            parts += part.get(below, [])
    return found


CASES = [(example, kpi) for example in EXAMPLES for kpi in kpi_ids(example)]
SCORED = [case for case in CASES if scores(str(case[0]))[case[1]] is not None]
UNSCORED = [case for case in CASES if case not in SCORED]


def assert_adds_up(text: str, kpi: float | None, whole: float | None) -> None:
    """Every printed equation holds, and they lead to the scores of the KPI and of the whole."""
    found = equations(text)
    for name, sides in found:
        if name in ("value", "target", "red", "baseline") and not re.search(r"\d", sides[0]):
            continue  # a word such as yes or amber
        if " to " in sides[-1]:
            continue  # a range
        results = [Calculator(side).result() for side in sides]
        for result in results[1:]:
            assert math.isclose(result, results[0], rel_tol=1e-4, abs_tol=1e-12), (name, sides)
    assert kpi is not None
    assert whole is not None
    way_up = [float(sides[-1]) for name, sides in found if name == "score"]
    assert math.isclose(way_up[0], kpi, abs_tol=1e-5)
    assert math.isclose(way_up[-1], whole, abs_tol=1e-5)


@pytest.mark.parametrize(("example", "kpi"), UNSCORED, ids=[kpi for _, kpi in UNSCORED])
def test_a_kpi_without_a_score_says_why(example: Path, kpi: str) -> None:
    text = bsc("explain", kpi, str(example), *DAY).out
    answer = text.splitlines()[1]
    assert answer.startswith("no score: ")
    assert f"score  none: {answer.removeprefix('no score: ')}" in text


@pytest.mark.parametrize(("example", "kpi"), SCORED, ids=[kpi for _, kpi in SCORED])
def test_the_printed_arithmetic_gives_the_score(example: Path, kpi: str) -> None:
    expected = scores(str(example))
    text = bsc("explain", kpi, str(example), *DAY).out
    assert_adds_up(text, expected[kpi], expected[example.name])


def explained(kpi: str, settings: str = "") -> str:
    """The explanation of the one KPI of a scorecard, whose arithmetic adds up to its score."""
    card = kpi_scorecard(kpi, settings)
    text = bsc("explain", "k", "-", *DAY, stdin=card).out
    expected = scores("-", card)
    assert_adds_up(text, expected["k"], expected["stdin"])
    return text


MONTHS = "actuals: {2026-07: %s, 2026-08: %s, 2026-09: %s}"
ARITHMETIC = {
    "small numbers": (
        "better: lower, aggregate: mean, target: 0.000001, red: 0.000002, "
        + MONTHS % ("0.0000012", "0.0000014", "0.0000016")
    ),
    "smaller numbers": (
        "aggregate: mean, target: 2.0e-12, red: 1.0e-12, " + MONTHS % ("1e-12", "1.5e-12", "3e-12")
    ),
    "large numbers": "target: 2e+17, red: 1e+17, " + MONTHS % ("1e+17", "1.3e+17", "1.7e+17"),
    "negative numbers": (
        "aggregate: sum, target: -2, red: -4, " + MONTHS % ("-1.5", "-2.25", "-3.1")
    ),
    "negative mean": "aggregate: mean, target: -2, red: -4, " + MONTHS % ("-1.5", "-2.25", "-3.1"),
    "partial sum": "aggregate: sum, target: 5, red: 3, actuals: {2026-07: 4.1, 2026-08: 4.6}",
    "partial sum of a quarter": (
        "aggregate: sum, target: {2026-Q3: 15}, red: {2026: 36}, actuals: {2026-07: 4.1}"
    ),
    "straight line": (
        "baseline: {2025: 40}, target: {2027: 64}, red: 30, actuals: {2026-Q3: 47}, "
        "frequency: quarterly"
    ),
    "straight line of a partial sum": (
        "aggregate: sum, baseline: {2025: 1200}, target: {2027: 2400}, red: {2026-Q3: 300}, "
        "actuals: {2026-07: 130, 2026-08: 125}"
    ),
    "carried forward sum": (
        "aggregate: sum, target: {2025: 1200}, red: {2025: 1000}, " + MONTHS % (90, 95, 100)
    ),
    "worst and best": "target: 10, red: 5, worst: 4, best: 30, " + MONTHS % (1, 1, 17.3),
    "worst": "target: 10, red: 5, worst: 4, best: 30, " + MONTHS % (1, 1, 4.3),
    "beyond the best": "target: 10, red: 5, worst: 4, best: 30, " + MONTHS % (1, 1, 31),
    "lower, beyond the worst": "better: lower, target: 10, red: 20, " + MONTHS % (1, 1, 31),
    "lower, between best and target": (
        "better: lower, target: 10, red: 20, worst: 50, best: -5, " + MONTHS % (1, 1, -1.7)
    ),
    "no red line": "target: -10, " + MONTHS % (1, 1, -10.3),
    "baseline for want of a red line": "baseline: {2025: 3}, target: 7, " + MONTHS % (1, 1, 4.4),
    "ratio": "scoring: {by: ratio}, target: 400, " + MONTHS % (1, 1, 377),
    "ratio, lower": "scoring: {by: ratio}, better: lower, target: 400, " + MONTHS % (1, 1, 433),
    "progress, lower": (
        "scoring: {by: progress}, better: lower, baseline: {2025: 500}, target: 400, "
        + MONTHS % (1, 1, 417)
    ),
}
for place, value in {"below": 32, "low": 38, "in": 44, "high": 57, "over": 66, "above": 72}.items():
    ranges = "better: within, target: {from: 40, to: 60}, red: {from: 30, to: 70}, "
    ARITHMETIC[f"range, {place}"] = ranges + MONTHS % (1, 1, value)
    bare = "better: within, target: {from: -6, to: 60}, "
    ARITHMETIC[f"range without red lines, {place}"] = bare + MONTHS % (1, 1, value)


INPUTS = (
    "}, a: {name: A, weight: 0, aggregate: sum, " + MONTHS % ("3.5", "-4", "7") + "}, "
    "b: {name: B, weight: 0, aggregate: mean, " + MONTHS % (12, 15, 11) + "}, "
    "part: {name: P, weight: 0, aggregate: sum, actuals: {2026-07: 5, 2026-08: 6}}, "
    "c: {name: C, weight: 0, frequency: quarterly, actuals: {2026-Q2: 4}}, "
    "share: {name: S, weight: 0, formula: a / b"
)
FORMULAS = {
    "ratio": "a / b * 100",
    "brackets": "(a - b) / (a + b) - -2",
    "negative input": "b - a * 1_000",
    "functions": "max(a, b, 1) + min(a, b) - abs(a - b)",
    "sums": "sum(a, b, 0.5) / mean(a, b)",
    "to date": "part / a * 10",
    "with one that stands": "a / c",
    "calculated from a calculated one": "share * 100 + a",
    "long": " + ".join(["a * b"] * 9),
}
for name, formula in FORMULAS.items():
    ARITHMETIC[f"formula, {name}"] = f'target: 9, red: 2, formula: "{formula}"{INPUTS}'


@pytest.mark.parametrize("kpi", ARITHMETIC.values(), ids=ARITHMETIC.keys())
def test_the_arithmetic_of_any_kpi_gives_its_score(kpi: str) -> None:
    text = explained(kpi)
    assert max(map(len, text.splitlines())) <= 80


def test_small_numbers_are_written_out() -> None:
    text = explained(ARITHMETIC["small numbers"])
    assert "  2026-07    0.0000012  <stdin>:6\n" in text
    assert text.splitlines()[1] == "0.0000014 against a target of 0.000001: score 5.3, amber"


def test_a_calculated_kpi_tells_its_inputs_and_the_formula_with_their_numbers() -> None:
    text = explained(ARITHMETIC["formula, to date"])
    assert chapters(text)[:3] == ['Input "P" (part)', 'Input "A" (a)', "Value"]
    assert text.split("\n\n")[1:4] == [
        'Input "P" (part)\n'
        "  2026-07   5  <stdin>:6\n"
        "  2026-08   6  <stdin>:6\n"
        "  sum of 2  part = 5 + 6 = 11",
        'Input "A" (a)\n'
        "  2026-07   3.5  <stdin>:6\n"
        "  2026-08   -4   <stdin>:6\n"
        "  sum of 2  a = 3.5 + (-4) = -0.5",
        "Value\n"
        "  2026-07          14.285714\n"
        "  2026-08          -15\n"
        "  2026-09          none: no value of part\n"
        "  formula          part / a * 10  <stdin>:6\n"
        "  to date, 2 of 3  value = 11 / (-0.5) × 10 = -220\n"
        "  trend            unknown",
    ]


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("a / (b - b)", "2026-09  none: division by zero\n"),
        ("missing * 2", "2026-09  none: the formula cannot be calculated\n"),
        ("part * 2 - c", "2026-09  none: no value of part\n"),
        ("c * 2", "2026-09  none: no value is new in it\n"),
    ],
)
def test_a_calculated_kpi_without_a_value_says_why(formula: str, why: str) -> None:
    card = kpi_scorecard(f"target: 9, formula: {formula}{INPUTS}")
    assert why in bsc("explain", "k", "-", *DAY, "--period", "2026-09", stdin=card).out


def test_inputs_of_another_scorecard_name_their_own_file(tmp_path: Path) -> None:
    months = MONTHS % (1, 2, 3)
    (tmp_path / "north.yaml").write_text(kpi_scorecard(f"aggregate: sum, {months}"))
    (tmp_path / "group.yaml").write_text(kpi_scorecard("target: 9, formula: north.k * 2"))
    text = bsc("explain", "group.k", str(tmp_path), *DAY).out
    assert f"2026-07   1  {tmp_path}/north.yaml:6\n" in text
    assert "  sum of 3  north.k = 1 + 2 + 3 = 6\n" in text
    assert re.search(r"value = 6 × 2 = 12$", text, re.MULTILINE)


def chapters(text: str) -> list[str]:
    return re.findall(r"^\n(.+)$", text, re.MULTILINE)


def test_a_range_under_an_inherited_progress_is_judged_by_its_limits() -> None:
    kpi = "baseline: {2025: 1}, " + ARITHMETIC["range, over"]
    found = chapters(explained(kpi, "scoring: {by: progress}"))
    assert found[:4] == ["Value", "Target", "Red line", "Score, by value, better within"]


def test_without_a_value_the_yardstick_is_shown_all_the_same() -> None:
    kpi = ARITHMETIC["range, over"].replace("actuals", "notes").replace(": 1", ": x")
    kpi = re.sub(r"notes: \{.*\}", "baseline: {2025: 1}", kpi)
    card = kpi_scorecard(kpi, "scoring: {by: progress}")
    text = bsc("explain", "k", "-", *DAY, stdin=card).out
    assert text.splitlines()[1] == "no score: no data"
    assert chapters(text)[:4] == ["Value", "Target", "Red line", "Score"]


def test_the_edges_of_a_share_name_their_lines() -> None:
    kpi = "baseline: {2025: 500}, target: 700, actuals: {2026-09: 640}"
    text = explained(kpi, "scoring: {by: progress, red: 60%}")
    assert "  3.33 at      0.6, where red ends  <stdin>:4\n" in text
    assert "  6.67 at      1, where green begins, by default\n" in text
    text = explained(f"{kpi}, scoring: {{by: ratio}}", "scoring: {by: progress, red: 60%}")
    assert "  3.33 at   0.9, where red ends, by default\n" in text


@pytest.mark.parametrize(
    ("kpi", "answer"),
    [
        ("target: 5, actuals: {2026-09: 4}", "4 against a target of 5: score 0.0, red"),
        ("actuals: {2026-09: 4}", "4: no score, nothing says what is good"),
        ("target: 5", "no score: no data"),
        ("target: 5, actuals: {2026-07: n/a, 2026-08: n/a, 2026-09: n/a}", "no score: n/a"),
        ("unit: yes/no, actuals: {2026-09: no}", "no: score 0.0, red"),
        (
            "unit: red/amber/green, target: green, actuals: {2026-09: amber}",
            "amber against a target of green: score 5.0, amber",
        ),
    ],
)
def test_the_answer_comes_first(kpi: str, answer: str) -> None:
    text = bsc("explain", "k", "-", *DAY, stdin=kpi_scorecard(kpi)).out
    assert text.splitlines()[:2] == ["KPI K", answer]


def test_the_answer_of_a_level_above() -> None:
    text = bsc("explain", "logistics", str(ROOT / "examples" / "logistics"), *DAY).out
    assert text.splitlines()[1] == "score 6.0, amber, 27 of 27 KPIs known"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_lines_fit_eighty_columns(example: Path) -> None:
    for id in scores(str(example)):
        lines = bsc("explain", id, str(example), *DAY).out.splitlines()
        assert max(len(line) for line in lines if line.startswith("  ")) <= 80


def test_the_file_is_named_once_and_its_lines_stand_in_a_column() -> None:
    text = bsc("explain", "on-time-rate", str(ROOT / "examples" / "logistics"), *DAY).out
    assert text.count("examples/logistics/scorecard.yaml") == 1
    for chapter in text.split("\n\n")[1:]:
        assert len({line.index("scorecard.yaml:") for line in chapter.splitlines()
                    if "scorecard.yaml:" in line}) <= 1  # fmt: skip


@pytest.mark.parametrize(("example", "kpi"), CASES, ids=[kpi for _, kpi in CASES])
def test_every_number_of_the_file_names_its_line(example: Path, kpi: str) -> None:
    text = bsc("explain", kpi, str(example), *DAY).out
    lines = (example / "scorecard.yaml").read_text(encoding="utf-8").splitlines()
    stated = re.findall(NUMBER_OF_THE_FILE, text, re.MULTILINE)
    for period, number, line in stated:
        assert number.rstrip("0").rstrip(".") in lines[int(line) - 1], (period, number, line)


@pytest.mark.parametrize(
    ("example", "id"),
    [
        ("logistics", "on-time-rate"),
        ("logistics", "fuel-cost-per-mile"),
        ("logistics", "return-on-capital"),
        ("logistics", "repeat-loads"),
        ("logistics", "fleet-utilisation"),
        ("logistics", "renewal-rate"),
        ("logistics", "make-safe-driving-normal"),
        ("manufacturer", "average-price"),
        ("nonprofit", "tuition-hours"),
        ("nonprofit", "funds-reconciled"),
        ("nonprofit", "people-we-serve"),
    ],
)
def test_explanations_read_well(example: str, id: str, golden: SnapshotAssertion) -> None:
    result = bsc("explain", id, str(ROOT / "examples" / example), *DAY)
    assert result.code == 0
    assert result.out.replace(str(ROOT) + "/", "") == golden


def test_json_holds_the_same_steps() -> None:
    path = str(ROOT / "examples" / "logistics")
    data = json.loads(bsc("explain", "on-time-rate", path, *DAY, "--format", "json").out)
    assert [chapter["title"] for chapter in data["chapters"]][:4] == [
        "Value",
        "Target",
        "Red line",
        "Score, by value, better higher",
    ]
    assert data["score"] == pytest.approx(6.857142857)
    assert data["chapters"][0]["steps"][0]["source"] == f"{path}/scorecard.yaml:203"


def test_an_unknown_id_offers_the_nearest_one() -> None:
    result = bsc("explain", "on-time-rat", str(ROOT / "examples" / "logistics"))
    assert (result.code, result.out) == (2, "")
    assert 'did you mean "on-time-rate"?' in result.err
