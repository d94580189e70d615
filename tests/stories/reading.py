"""What ``bsc status --format json`` tells about an example, period by period."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from bscli.model.objective import Link
from bscli.model.scorecard import Scorecard
from tests.builders import scorecard_of
from tests.commands import bsc
from tests.conftest import ROOT

QUARTERS = ("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")


@cache
def model(example: str) -> Scorecard:
    """The example as it is written: its links, guards and notes."""
    text = (ROOT / "examples" / example / "scorecard.yaml").read_text(encoding="utf-8")
    return scorecard_of(text)


@cache
def card(example: str, period: str = "2026-Q3") -> dict[str, Any]:
    """The example's scorecard in this period, as of two weeks after the last quarter."""
    path = str(ROOT / "examples" / example)
    result = bsc("status", path, "--period", period, "--as-of", "2026-10-15", "--format", "json")
    assert result.code == 0, result.err
    found: dict[str, Any] = json.loads(result.out)["scorecards"][0]
    return found


def objectives(example: str, period: str = "2026-Q3") -> dict[str, dict[str, Any]]:
    """The example's objectives by id."""
    lanes = card(example, period)["perspectives"]
    return {part["id"]: part for lane in lanes for part in lane["objectives"]}


def kpis(example: str, period: str = "2026-Q3") -> dict[str, dict[str, Any]]:
    """The example's KPIs by id."""
    parts = objectives(example, period).values()
    return {kpi["id"]: kpi for part in parts for kpi in part["kpis"]}


def course(example: str, kpi: str, quarters: tuple[str, ...] = QUARTERS) -> list[float]:
    """The KPI's value in each of these quarters, by default the last five."""
    return [kpis(example, quarter)[kpi]["value"] for quarter in quarters]


def rises(values: list[float]) -> bool:
    """Whether no value is below the one before, and the last is above the first."""
    return values == sorted(values) and values[-1] > values[0]


def falls(values: list[float]) -> bool:
    """Whether no value is above the one before, and the last is below the first."""
    return rises([-value for value in values])


def statuses(example: str, kpi: str) -> list[str]:
    """The KPI's status in each of the last five quarters."""
    return [kpis(example, quarter)[kpi]["status"] for quarter in QUARTERS]


def first_green_quarter(example: str, kpi: str) -> int:
    """The place in ``QUARTERS`` of the first in which the KPI is green."""
    return statuses(example, kpi).index("green")


def actuals(example: str, kpi: str) -> dict[str, float]:
    """The numbers that the file gives for the KPI, by the period as written there."""
    found = next(part for _, part in model(example).kpis() if part.id == kpi)
    return {entry.key: entry.value for entry in found.actuals if isinstance(entry.value, float)}


def link(example: str, cause: str, effect: str) -> Link:
    """The link from one objective to the other."""
    causes = {part.id: part for part in model(example).objectives}
    return {found.effect_id: found for found in causes[cause].drives}[effect]
