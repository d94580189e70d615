"""``bsc status``: the table, its filters, its formats and its exit codes."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bscli.cli.options import Colour
from bscli.renderers.terminal import status_table as renderer
from bscli.views.status import status_table
from tests.builders import analysis_of
from tests.commands import bsc
from tests.conftest import EXAMPLES, ROOT

LOGISTICS = str(ROOT / "examples" / "logistics")
NONPROFIT = str(ROOT / "examples" / "nonprofit")
DAY = ("--as-of", "2026-10-15", "--period", "2026-Q3")

TWO_OBJECTIVES = """
    bsc: 1
    name: Bakery (fictional)
    owner: baker
    themes: {bread: {name: Bread}}
    objectives:
      sell-more:
        name: Sell more bread
        perspective: financial
        kpis:
          loaves: {name: Loaves, target: 700, red: 500, actuals: {2026-09: 300}}
          price: {name: Price, owner: cashier, target: 4, red: 3, actuals: {2026-09: 4.5}}
      bake-well:
        name: Bake well
        perspective: internal
        themes: [bread]
        drives: [sell-more]
        kpis:
          waste: {name: Waste, better: lower, target: 5, red: 9, actuals: {}}
"""


def status_of(*arguments: str, stdin: str = TWO_OBJECTIVES) -> dict[str, Any]:
    result = bsc("status", "-", *DAY, "--format", "json", *arguments, stdin=stdin)
    card: dict[str, Any] = json.loads(result.out)["scorecards"][0]
    return card


def shown_ids(card: dict[str, Any]) -> list[str]:
    return [
        part["id"]
        for lane in card["perspectives"]
        for objective in lane["objectives"]
        for part in [objective, *objective["kpis"]]
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("width", [80, 140])
def test_the_table_of_each_example(example: Any, width: int, golden: SnapshotAssertion) -> None:
    text = (example / "scorecard.yaml").read_bytes()
    scores = analysis_of(text).scores[0]
    table = renderer.render(status_table(scores), width=width, in_colour=False, in_ascii=False)
    assert max(map(len, table.splitlines())) <= width
    assert table == golden


@pytest.mark.parametrize("format", ["csv", "markdown", "json"])
def test_other_formats(format: str, golden: SnapshotAssertion) -> None:
    result = bsc("status", LOGISTICS, *DAY, "--format", format)
    assert (result.code, result.err) == (0, "")
    assert result.out == golden


def test_json_has_the_documented_keys() -> None:
    data = json.loads(bsc("status", LOGISTICS, *DAY, "--format", "json").out)
    assert list(data) == ["version", "period", "as_of", "revision", "scorecards"]
    card = data["scorecards"][0]
    lane = card["perspectives"][0]
    objective = lane["objectives"][0]
    standing = ["score", "status", "trend", "coverage"]
    assert list(card) == ["id", "name", "parent", *standing, "perspectives"]
    assert list(lane) == ["id", "name", *standing, "objectives"]
    assert list(objective) == ["id", "name", "owner", "themes", *standing, "kpis"]
    assert list(objective["kpis"][0]) == [
        *("id", "name", "owner", "type", "unit", "value", "values", "age"),
        *("target", "full_target", "red", "score", "status", "trend", "signals"),
    ]


def test_a_missing_value_is_null_and_leaves_its_weight_to_the_others() -> None:
    card = status_of()
    waste = card["perspectives"][2]["objectives"][0]["kpis"][0]
    assert (waste["value"], waste["score"], waste["status"]) == (None, None, "no-data")
    assert waste["values"] == {"present": 0, "expected": 3}
    assert card["coverage"] == {"scored": 2, "expected": 3}


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--perspective", "internal"], ["bake-well", "waste"]),
        (["--theme", "bread"], ["bake-well", "waste"]),
        (["--owner", "cashier"], ["sell-more", "price"]),
        (["--status", "red"], ["sell-more", "loaves"]),
        (["--status", "no-data"], ["bake-well", "waste"]),
        (["--status", "red", "--status", "green"], ["sell-more", "loaves", "price"]),
        (["--status", "red", "--owner", "cashier"], []),
    ],
    ids=lambda value: " ".join(value) if value and value[0].startswith("--") else "",
)
def test_filters_narrow_what_is_shown(filters: list[str], ids: list[str]) -> None:
    assert shown_ids(status_of(*filters)) == ids


def test_filters_leave_the_scores_alone() -> None:
    whole, filtered = status_of(), status_of("--perspective", "internal")
    assert (filtered["score"], filtered["coverage"]) == (whole["score"], whole["coverage"])


@pytest.mark.parametrize(
    ("option", "word", "hint"),
    [
        ("--perspective", "intern", "internal"),
        ("--owner", "bakers", "baker"),
        ("--theme", "bred", "bread"),
    ],
)
def test_an_unknown_name_offers_the_nearest_one(option: str, word: str, hint: str) -> None:
    result = bsc("status", "-", *DAY, option, word, stdin=TWO_OBJECTIVES)
    assert (result.code, result.out) == (2, "")
    assert f'did you mean "{hint}"?' in result.err


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0), ("red", 1)]
)
def test_fail_on(fail_on: str, code: int) -> None:
    assert bsc("status", "-", *DAY, "--fail-on", fail_on, stdin=TWO_OBJECTIVES).code == code


def test_fail_on_red_passes_where_nothing_is_red() -> None:
    healthy = TWO_OBJECTIVES.replace("2026-09: 300", "2026-09: 900")
    assert bsc("status", "-", *DAY, "--fail-on", "red", stdin=healthy).code == 0


def test_a_mistake_in_one_kpi_hides_no_other() -> None:
    result = bsc(
        *("status", "-", *DAY, "--format", "json"),
        stdin=TWO_OBJECTIVES.replace("2026-09: 300", "2026-09: many"),
    )
    assert result.code == 1
    assert '"actuals" for 2026-09 of KPI "loaves" is "many"' in result.err
    card = json.loads(result.out)["scorecards"][0]
    assert card["perspectives"][0]["objectives"][0]["kpis"][1]["status"] == "green"


def test_csv_has_a_row_for_every_part_and_no_formulas() -> None:
    text = TWO_OBJECTIVES.replace("name: Loaves", 'name: "=HYPERLINK(1)"')
    result = bsc("status", "-", *DAY, "--format", "csv", stdin=text)
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert [row["id"] for row in rows if row["level"] == "kpi"] == ["loaves", "price", "waste"]
    assert "'=HYPERLINK(1)" in [row["name"] for row in rows]


def test_narrow_encodings_get_ascii_signs() -> None:
    result = bsc("status", NONPROFIT, *DAY, encoding="ascii")
    assert result.code == 0
    assert "X red" in result.out
    assert "\\u" not in result.out


def test_a_later_period_that_has_ended_is_noted() -> None:
    result = bsc("status", LOGISTICS, "--as-of", "2027-01-15")
    assert result.out.splitlines()[1].startswith("2026-Q3, as of 2027-01-15")
    assert "2026-Q4 has ended and has none yet" in result.err


def test_colour_on_demand_only() -> None:
    assert "\x1b[" not in bsc("status", LOGISTICS, *DAY).out
    assert "\x1b[" in bsc("status", LOGISTICS, *DAY, "--color", Colour.ALWAYS).out


def test_a_file_is_written_whole(tmp_path: Any) -> None:
    target = tmp_path / "status.md"
    result = bsc("status", LOGISTICS, *DAY, "--format", "markdown", "-o", str(target))
    assert (result.code, result.out) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("## Northwind Logistics")
    assert [path.name for path in tmp_path.iterdir()] == ["status.md"]


@pytest.mark.parametrize("place", ["missing/status.md", "."])
def test_an_output_that_cannot_be_written_is_a_usage_error(tmp_path: Any, place: str) -> None:
    result = bsc("status", LOGISTICS, *DAY, "-o", str(tmp_path / place))
    assert (result.code, result.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_as_of_defaults_to_the_source_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1792022400")
    assert json.loads(bsc("status", LOGISTICS, "--format", "json").out)["as_of"] == "2026-10-15"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--period", "2026-Q9"],
        ["--period", "Q3 2026"],
        ["--as-of", "tomorrow"],
        ["--as-of", "2026-02-30"],
        ["--format", "pdf"],
        ["--colour", "always"],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = bsc("status", LOGISTICS, *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: ")


def test_the_day_decides_what_is_known() -> None:
    day = ("--period", "2026-Q3", "--as-of", "2026-08-31")
    card = json.loads(bsc("status", LOGISTICS, *day, "--format", "json").out)["scorecards"][0]
    kpi = card["perspectives"][1]["objectives"][0]["kpis"][0]
    assert kpi["values"] == {"present": 2, "expected": 3}
