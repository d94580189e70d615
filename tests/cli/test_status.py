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
from tests.builders import analysis_of, kpi_scorecard
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
    perspectives:
      financial: {owner: accountant}
      customer: {}
      internal: {}
      learning: {}
    objectives:
      sell-more:
        name: Sell more bread
        owner: baker
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
@pytest.mark.parametrize("width", [60, 80, 140])
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
        (["--owner", "accountant"], []),
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


ALL_RED = TWO_OBJECTIVES.replace("2026-09: 4.5", "2026-09: 1")


@pytest.mark.parametrize(("perspective", "code"), [("financial", 1), ("internal", 0)])
def test_fail_on_red_looks_at_what_is_shown(perspective: str, code: int) -> None:
    result = bsc(
        *("status", "-", *DAY, "--fail-on", "red", "--perspective", perspective), stdin=ALL_RED
    )
    assert "score 0.0 ■ red" in result.out
    assert result.code == code


def test_an_owner_of_a_perspective_gets_to_see_it() -> None:
    card = status_of("--owner", "accountant")
    assert [lane["id"] for lane in card["perspectives"]] == ["financial"]


def headline_of(*arguments: str, stdin: str = TWO_OBJECTIVES) -> list[str]:
    """The lines above the table, without the first."""
    return bsc("status", "-", *DAY, *arguments, stdin=stdin).out.split("\n\n")[0].splitlines()[1:]


def test_the_counts_add_up_to_the_coverage() -> None:
    assert headline_of() == [
        "2026-Q3, as of 2026-10-15: score 4.2 ▲ amber, 2 of 3 KPIs known",
        "KPIs: 1 green, 1 red, 1 no data",
        "Red: Loaves 300 (target 700), baker",
    ]


def test_what_is_not_counted_is_counted_apart() -> None:
    text = TWO_OBJECTIVES.replace("Price,", "Price, weight: 0,").replace(
        "target: 5, red: 9, actuals: {}", "actuals: {}"
    )
    assert headline_of(stdin=text)[1] == "KPIs: 1 red, 1 no target, and 1 shown, not counted"


def test_what_is_not_due_is_named() -> None:
    day = ("--as-of", "2026-06-20", "--period", "2026-Q3")
    lines = bsc("status", LOGISTICS, *day).out.splitlines()
    assert lines[1].startswith("2026-Q3, as of 2026-06-20: ")
    assert " not due" in lines[2]


def test_no_more_than_five_reds_are_named() -> None:
    kpis = ", ".join(
        f"k{n}: {{name: K{n}, target: {n}, actuals: {{2026-09: 0}}}}" for n in "1234567"
    )
    text = kpi_scorecard("target: 1").replace("k: {name: K, target: 1}", kpis)
    assert headline_of(stdin=text)[2] == (
        "Red: K1 0 (target 1), me; K2 0 (target 2), me; K3 0 (target 3), me; "
        "K4 0 (target 4), me; K5 0 (target 5), me; and 2 more"
    )


def test_filters_are_named_and_leave_the_headline_alone() -> None:
    whole, narrowed = headline_of(), headline_of("--status", "red", "--owner", "baker")
    assert narrowed == [
        *whole,
        "Shown: status red, owner baker; scores are those of the whole scorecard",
    ]


@pytest.mark.parametrize("format", ["table", "markdown"])
def test_filters_that_match_nothing_say_so(format: str) -> None:
    filters = ("--status", "red", "--owner", "cashier")
    result = bsc("status", "-", *DAY, *filters, "--format", format, stdin=TWO_OBJECTIVES)
    assert result.out.endswith(("\nNothing matches.\n", "\nNothing matches\\.\n"))
    assert "Trend" not in result.out
    assert "No KPIs yet" not in result.out


def test_a_scorecard_without_kpis_says_so() -> None:
    out = bsc("status", "-", *DAY, stdin="bsc: 1\nname: New\n").out
    assert "No KPIs yet." in out
    assert out.count("no objectives") == 4
    assert "Scores run" not in out
    assert "compared" not in out


@pytest.mark.parametrize("format", ["table", "markdown"])
def test_mistakes_are_told_in_the_table_as_well(format: str) -> None:
    text = TWO_OBJECTIVES.replace("2026-09: 300", "2026-09: many").replace("higher", "lower")
    result = bsc("status", "-", *DAY, "--format", format, stdin=text)
    assert "Incomplete: 1 error in " in result.out
    assert "what they concern is left out" in result.out


def test_the_legend_speaks_only_of_what_is_shown() -> None:
    assert "compared" not in bsc("status", "-", *DAY, stdin=TWO_OBJECTIVES).out
    assert (
        "KPIs are compared by value, all above them by score" in bsc("status", LOGISTICS, *DAY).out
    )


def test_columns_is_the_width_even_of_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns, most in (
        ("80", 80),
        ("20", 60),
        ("x", 140),
        ("0", 140),
        ("9" * 5000, 140),
        ("²", 140),
    ):
        monkeypatch.setenv("COLUMNS", columns)
        out = bsc("status", LOGISTICS, *DAY).out
        assert max(map(len, out.splitlines())) <= most
        assert ("↘ worsening" in out.split("FINANCIAL")[1].split("\n")[0]) is (most > 100)


def test_only_signs_are_tinted() -> None:
    out = bsc("status", LOGISTICS, *DAY, "--color", Colour.ALWAYS).out
    assert "\x1b[1;33m▲\x1b[0m amber" in out
    assert "\x1b[1;31m■\x1b[0m red" in out
    assert "\x1b[1;2m" not in out


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
