"""``bsc show``: pages of the examples, JSON, and ids that name nothing or too much."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.commands import bsc
from tests.conftest import ROOT

DAY = ("--as-of", "2026-10-15", "--period", "2026-Q3", "--quiet")

CARD = """\
bsc: 1
id: bakery
name: Bakery (fictional)
owner: baker
objectives:
  sell-more:
    name: Sell more bread
    perspective: financial
    kpis:
      loaves:
        name: Loaves
        target: 12
        red: 11
        guarded_by: [waste]
        actuals: {2026-04: 10, 2026-05: 11, 2026-06: 10, 2026-07: 11, 2026-08: 10, 2026-09: 30}
        notes: {2026-09: A wedding.}
      waste: {name: Waste, better: lower, target: 5, red: 9, actuals: {2026-08: n/a, 2026-09: 4}}
  bake-well:
    name: Bake well
    description: Crisp outside, soft inside.
    perspective: internal
    drives: {sell-more: {because: People come back for it., lag: 1 month}}
initiatives:
  oven:
    name: Buy an oven
    objectives: [bake-well]
    owner: smith
    starts: 2026-01-01
    ends: 2026-12-31
    status: active
    progress: 50%
    budget: 1000
    spent: 400
    milestones: {chosen: {name: Oven chosen, due: 2026-03-31, done: 2026-04-02}}
"""


def shown(id: str) -> dict[str, Any]:
    result = bsc("show", id, "-", *DAY, "--format", "json", stdin=CARD)
    assert (result.code, result.err) == (0, "")
    data: dict[str, Any] = json.loads(result.out)
    return data


@pytest.mark.parametrize("width", ["60", "80", "140"])
@pytest.mark.parametrize(
    ("example", "id"),
    [
        ("logistics", "on-time-rate"),
        ("logistics", "fleet-utilisation"),
        ("logistics", "deliver-on-time"),
        ("logistics", "gps-rollout"),
        ("nonprofit", "tuition-hours"),
        ("hotel-chain", "occupancy"),
    ],
)
def test_pages_read_well(
    example: str, id: str, width: str, golden: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert bsc("show", id, str(ROOT / "examples" / example), *DAY).out == golden


def test_a_page_in_ascii_and_one_in_colour(golden: SnapshotAssertion) -> None:
    kpi = ("show", "on-time-rate", str(ROOT / "examples" / "logistics"), *DAY)
    assert bsc(*kpi, encoding="ascii").out == golden(name="ascii")
    assert bsc(*kpi, "--color", "always").out == golden(name="colour")


def test_a_kpi_has_the_keys_of_its_status_its_history_and_its_limits() -> None:
    data = shown("loaves")
    status = json.loads(bsc("status", "-", *DAY, "--format", "json", stdin=CARD).out)
    kpi = status["scorecards"][0]["perspectives"][0]["objectives"][0]["kpis"][0]
    assert {key: data[key] for key in kpi} == kpi
    assert kpi["signals"] == [{"period": "2026-09", "rule": "outside-limits"}]
    head = {key: data[key] for key in data if key not in kpi and key not in ("history", "xmr")}
    assert head == {
        "version": 1,
        "period": "2026-Q3",
        "as_of": "2026-10-15",
        "scorecard": "bakery",
        "kind": "kpi",
        "objective": "sell-more",
    }
    assert data["history"][-1] == {
        "period": "2026-09",
        "value": 30.0,
        "target": 12.0,
        "red": 11.0,
        "score": 10.0,
        "status": "green",
        "note": "A wedding.",
    }
    assert [each["value"] for each in data["history"]] == [10.0, 11.0, 10.0, 11.0, 10.0, 30.0]
    assert data["xmr"] == {
        "centre": pytest.approx(82 / 6),
        "lower": pytest.approx(82 / 6 - 2.66 * 4.8),
        "upper": pytest.approx(82 / 6 + 2.66 * 4.8),
        "mean_moving_range": 4.8,
        "points": 6,
        "signals": [{"period": "2026-09", "rule": "outside-limits"}],
    }


def test_without_six_values_there_are_no_limits() -> None:
    data = shown("waste")
    assert data["xmr"] is None
    assert [(each["period"], each["status"]) for each in data["history"]] == [
        ("2026-08", "not-applicable"),
        ("2026-09", "green"),
    ]


def test_an_objective_has_its_causes_effects_and_initiatives() -> None:
    stands = {
        "score": 8.75,
        "status": "green",
        "trend": "improving",
        "coverage": {"scored": 2, "expected": 2},
    }
    cause = shown("bake-well")
    assert {key: cause[key] for key in ("kind", "description", "causes", "effects")} == {
        "kind": "objective",
        "description": "Crisp outside, soft inside.",
        "causes": [],
        "effects": [
            {
                "id": "sell-more",
                "name": "Sell more bread",
                **stands,
                "because": "People come back for it.",
                "lag": "1 month",
                "effect": "positive",
                "kind": "causal",
            }
        ],
    }
    assert [each["id"] for each in cause["initiatives"]] == ["oven"]
    effect = shown("sell-more")
    assert [each["id"] for each in effect["causes"]] == ["bake-well"]
    assert [each["id"] for each in effect["kpis"]] == ["loaves", "waste"]


def test_an_initiative_has_its_time_money_milestones_and_objectives() -> None:
    data = shown("oven")
    moved = data.pop("objectives")
    assert [(each["id"], each["status"]) for each in moved] == [("bake-well", "no-data")]
    assert data == {
        "version": 1,
        "period": "2026-Q3",
        "as_of": "2026-10-15",
        "scorecard": "bakery",
        "kind": "initiative",
        "id": "oven",
        "name": "Buy an oven",
        "owner": "smith",
        "status": "active",
        "starts": "2026-01-01",
        "ends": "2026-12-31",
        "progress": 0.5,
        "elapsed": pytest.approx(288 / 365),
        "budget": 1000.0,
        "spent": 400.0,
        "description": None,
        "milestones": [
            {
                "id": "chosen",
                "name": "Oven chosen",
                "due": "2026-03-31",
                "done": "2026-04-02",
                "state": "done-late",
            }
        ],
    }


def test_an_initiative_that_is_done_says_so_once() -> None:
    done = CARD.replace("status: active\n    progress: 50%", "status: done\n    progress: 100%")
    page = bsc("show", "oven", "-", *DAY, stdin=done).out
    assert page.splitlines()[:2] == ["Initiative Buy an oven", "done"]
    partly = bsc("show", "oven", "-", *DAY, stdin=done.replace("100%", "80%")).out
    assert partly.splitlines()[1] == "done, 80% done"


def test_an_unknown_id_is_told_with_the_nearest() -> None:
    result = bsc("show", "lovaes", "-", *DAY, stdin=CARD)
    message = (
        'error: no KPI, objective or initiative has the id "lovaes" (did you mean "loaves"?)\n'
    )
    assert (result.code, result.out, result.err) == (2, "", message)


def test_an_id_of_two_scorecards_is_told_apart_by_theirs(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CARD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(CARD.replace("id: bakery", "id: mill"), encoding="utf-8")
    result = bsc("show", "loaves", str(tmp_path), *DAY)
    hint = '"loaves" stands in several scorecards (write bakery.loaves or mill.loaves)'
    assert (result.code, result.err) == (2, f"error: {hint}\n")
    assert "KPI Loaves\n" in bsc("show", "mill.loaves", str(tmp_path), *DAY).out


def test_the_page_goes_to_a_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "page.txt"
    result = bsc("show", "loaves", "-", *DAY, "-o", str(target), stdin=CARD)
    assert (result.code, result.out) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("KPI Loaves\n")
