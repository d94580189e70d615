"""The arithmetic that ``bsc explain`` prints, checked with nothing but the printed text."""

from __future__ import annotations

import json
import math
import operator
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.commands import bsc
from tests.conftest import EXAMPLES, ROOT

DAY = ("--as-of", "2026-10-15", "--period", "2026-Q3")
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


class Calculator:
    """A pocket calculator: + - × / ( ), min and max."""

    def __init__(self, text: str) -> None:
        self.tokens = re.findall(r"min|max|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[-+×/(),]", text)
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
        if token in ("min", "max"):
            return (min if token == "min" else max)(self.arguments())
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


def equations(text: str) -> list[tuple[str, list[str]]]:
    """Each ``name = terms = result`` of a text, as its name and the sides of its equals signs."""
    found = []
    for line in text.splitlines():
        match = re.search(r"(?<!\S)([a-z]+(?: [a-z]+)?) = (.+)$", line)
        if match:
            # A remark such as "(3 of 12 months)" ends a line; a source does after two spaces.
            sides = re.split(r"  |, (?=the )| \((?=[a-z\d]+ (?:of|[a-z]+ old))", match[2])[0]
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


def scores(example: Path) -> dict[str, float]:
    """Every score of an example by id."""
    found: dict[str, float] = {}
    card = json.loads(bsc("status", str(example), *DAY, "--format", "json").out)["scorecards"][0]
    parts = [card]
    while parts:
        part = parts.pop()
        found[part["id"]] = part["score"]
        for below in ("perspectives", "objectives", "kpis"):
            parts += part.get(below, [])
    return found


CASES = [(example, kpi) for example in EXAMPLES for kpi in kpi_ids(example)]


@pytest.mark.parametrize(("example", "kpi"), CASES, ids=[kpi for _, kpi in CASES])
def test_the_printed_arithmetic_gives_the_score(example: Path, kpi: str) -> None:
    text = bsc("explain", kpi, str(example), *DAY).out
    found = equations(text)
    for name, sides in found:
        if name in ("value", "target", "red", "baseline") and not re.search(r"\d", sides[0]):
            continue  # a word such as yes or amber
        if " to " in sides[-1]:
            continue  # a range
        results = [Calculator(side).result() for side in sides]
        for result in results[1:]:
            assert math.isclose(result, results[0], rel_tol=1e-4, abs_tol=1e-5), (name, sides)
    way_up = [float(sides[-1]) for name, sides in found if name == "score"]
    expected = scores(example)
    assert math.isclose(way_up[0], expected[kpi], abs_tol=1e-5)
    assert math.isclose(way_up[-1], expected[example.name], abs_tol=1e-5)


@pytest.mark.parametrize(("example", "kpi"), CASES, ids=[kpi for _, kpi in CASES])
def test_every_number_of_the_file_names_its_line(example: Path, kpi: str) -> None:
    text = bsc("explain", kpi, str(example), *DAY).out
    lines = (example / "scorecard.yaml").read_text(encoding="utf-8").splitlines()
    stated = re.findall(r"^  (\d{4}\S*) +(-?[\d.]+)\b.*scorecard\.yaml:(\d+)$", text, re.MULTILINE)
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


def test_an_unknown_id_offers_the_nearest_one() -> None:
    result = bsc("explain", "on-time-rat", str(ROOT / "examples" / "logistics"))
    assert (result.code, result.out) == (2, "")
    assert 'did you mean "on-time-rate"?' in result.err
