"""Each example tells its story in its numbers, as ``bsc status --format json`` gives them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bscli.model.objective import LinkKind
from bscli.model.perspective import CLASSIC
from tests.builders import scorecard_of
from tests.commands import bsc
from tests.conftest import EXAMPLES, ROOT

QUARTERS = ("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")


@cache
def card(example: str, period: str = "2026-Q3") -> dict[str, Any]:
    path = str(ROOT / "examples" / example)
    result = bsc("status", path, "--period", period, "--as-of", "2026-10-15", "--format", "json")
    assert result.code == 0, result.err
    found: dict[str, Any] = json.loads(result.out)["scorecards"][0]
    return found


def objectives(example: str, period: str = "2026-Q3") -> dict[str, dict[str, Any]]:
    lanes = card(example, period)["perspectives"]
    return {part["id"]: part for lane in lanes for part in lane["objectives"]}


def kpis(example: str, period: str = "2026-Q3") -> dict[str, dict[str, Any]]:
    parts = objectives(example, period).values()
    return {kpi["id"]: kpi for part in parts for kpi in part["kpis"]}


def course(example: str, kpi: str) -> list[float]:
    """The KPI's value in each of the last five quarters."""
    return [kpis(example, quarter)[kpi]["value"] for quarter in QUARTERS]


def rises(values: list[float]) -> bool:
    return values == sorted(values) and values[-1] > values[0]


def falls(values: list[float]) -> bool:
    return rises([-value for value in values])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_complete_and_labelled(example: Path) -> None:
    scorecard = scorecard_of((example / "scorecard.yaml").read_text(encoding="utf-8"))
    measured = [kpi for _, kpi in scorecard.kpis()]
    assert "(fictional)" in scorecard.name
    assert 10 <= len(scorecard.objectives) <= 15
    assert 20 <= len(measured) <= 30
    links = [link for part in scorecard.objectives for link in part.drives]
    assert all(link.because for link in links if link.kind is not LinkKind.LOGICAL)
    assert any(part.budget and part.spent and part.milestones for part in scorecard.initiatives)
    assert len(scorecard.reviews) == 1
    assert any(kpi.notes for kpi in measured)
    monthly = [kpi for kpi in measured if kpi.frequency == "monthly"]
    assert all(len(kpi.actuals.entries) >= 12 for kpi in monthly)
    assert max(entry.key for kpi in monthly for entry in kpi.actuals) == "2026-09"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_results_are_mixed(example: Path) -> None:
    found = [kpi["status"] for kpi in kpis(example.name).values()]
    assert 2 <= found.count("red") <= 5
    assert found.count("green") >= len(found) / 3
    assert found.count("amber") >= len(found) / 5


def test_logistics_training_comes_first_and_business_last() -> None:
    """Training -> GPS tracking used -> shorter delivery -> on time -> repeat business."""
    assert rises(course("logistics", "drivers-certified"))
    assert rises(course("logistics", "gps-loads"))
    assert falls(course("logistics", "delivery-hours"))
    assert rises(course("logistics", "on-time-rate"))
    assert course("logistics", "on-time-rate")[0] < 92
    assert 96 <= course("logistics", "on-time-rate")[-1] < 98
    revenue = course("logistics", "repeat-revenue")
    assert rises(revenue[2:])  # the year's end is always its peak
    assert revenue[-1] > revenue[0]


def first_green_quarter(example: str, kpi: str) -> int:
    return next(
        place
        for place, quarter in enumerate(QUARTERS)
        if kpis(example, quarter)[kpi]["status"] == "green"
    )


def test_logistics_revenue_follows_punctuality_with_its_lag() -> None:
    on_time = first_green_quarter("logistics", "on-time-rate")
    assert first_green_quarter("logistics", "repeat-revenue") > on_time


def test_logistics_pays_for_it_with_its_drivers() -> None:
    parts = objectives("logistics")
    assert parts["shorten-delivery-time"]["status"] == "green"
    assert parts["keep-experienced-drivers"]["trend"] == "worsening"


def test_nonprofit_mission_on_top_and_money_at_the_bottom() -> None:
    lanes = [lane["id"] for lane in card("nonprofit")["perspectives"]]
    assert lanes[0] == "mission"
    assert lanes[-1] == "stewardship"
    assert not set(lanes) & set(CLASSIC)


def test_nonprofit_money_reaches_the_mission_through_people() -> None:
    assert rises(course("nonprofit", "unrestricted-share")[2:])  # winter appeals come before
    assert rises(course("nonprofit", "tutor-retention"))
    assert rises(course("nonprofit", "completion-rate"))
    assert rises(course("nonprofit", "goal-reached-rate"))


def test_nonprofit_waits_grow_because_tutors_lack() -> None:
    parts = objectives("nonprofit")
    assert parts["shorten-wait"]["status"] == "red"
    assert parts["attract-tutors"]["status"] == "red"
    assert rises(course("nonprofit", "waiting-list"))


def test_nonprofit_says_what_is_missing() -> None:
    hours = kpis("nonprofit")["tuition-hours"]
    assert hours["values"] == {"present": 2, "expected": 3}
    assert (hours["target"], hours["full_target"]) == (2100, 3450)


def test_no_code_knows_the_four_perspectives() -> None:
    """Their names stand in one module, as defaults."""
    sources = (ROOT / "src").rglob("*.py")
    knowing = {
        path.name
        for path in sources
        if path.name != "perspective.py"
        and any(f'"{id}"' in _without_snippets(path.read_text()) for id in CLASSIC)
    }
    assert knowing == set()


def _without_snippets(source: str) -> str:
    """The source without example files and field examples."""
    return "".join(part for part in source.split('"""')[::2]).replace('examples=["customer"]', "")
