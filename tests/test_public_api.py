"""What a program that imports bscli can rely on."""

from __future__ import annotations

import csv
import dataclasses
import inspect
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import bscli
from tests.builders import kpi_scorecard
from tests.commands import bsc
from tests.conftest import ROOT

LOGISTICS = ROOT / "examples" / "logistics"
DAY = date(2026, 10, 15)


def test_every_public_name_can_be_had_and_is_documented() -> None:
    assert set(dir(bscli)) == set(bscli.__all__)
    for name in set(bscli.__all__) - {"__version__"}:
        assert inspect.getdoc(getattr(bscli, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reprot'"):
        bscli.reprot  # noqa: B018


def test_load_analyse_explain() -> None:
    analysis = bscli.analyse(bscli.load(LOGISTICS), period="2026-Q3", as_of=DAY)
    explanation = bscli.explain(analysis, "on-time-rate")
    assert explanation.kpi is not None
    assert explanation.kpi.status is bscli.Status.GREEN
    assert [finding.severity for finding in analysis.findings].count(bscli.Severity.ERROR) == 0


def test_show_gives_what_an_id_names_with_the_history_of_a_kpi() -> None:
    analysis = bscli.analyse(bscli.load(LOGISTICS), period="2026-Q3", as_of=DAY)
    kpi = bscli.show(analysis, "on-time-rate")
    assert isinstance(kpi, bscli.KpiSubject)
    assert [each.period.name for each in kpi.history(3)] == ["2026-07", "2026-08", "2026-09"]
    assert isinstance(bscli.show(analysis, "deliver-on-time"), bscli.ObjectiveSubject)
    assert isinstance(bscli.show(analysis, "gps-rollout"), bscli.InitiativeSubject)


@pytest.mark.parametrize(
    ("look_up", "hint"),
    [
        (bscli.explain, "bsc status --format csv lists ids"),
        (bscli.show, "bsc status --format csv lists those of objectives and KPIs"),
    ],
)
def test_the_hint_for_an_unknown_id_names_a_command_that_lists_ids(
    look_up: Callable[[bscli.Analysis, str], object], hint: str
) -> None:
    analysis = bscli.analyse(bscli.load(LOGISTICS), as_of=DAY)
    with pytest.raises(bscli.NotFoundError) as told:
        look_up(analysis, "zzzzzzzzzzzz")
    assert told.value.hint == hint
    table = bsc("status", str(LOGISTICS), "--format", "csv", "--quiet").out
    listed = {row["id"] for row in csv.DictReader(table.splitlines())}
    assert {"logistics", "customer", "deliver-on-time", "on-time-rate"} <= listed


def test_a_text_in_memory_is_loaded_like_a_file() -> None:
    project = bscli.load(bscli.StandardInput(kpi_scorecard("target: 5").encode()))
    assert [scorecard.name for scorecard in project.scorecards] == ["Test"]


def test_results_are_frozen() -> None:
    analysis = bscli.analyse(bscli.load(LOGISTICS), as_of=DAY)
    with pytest.raises(dataclasses.FrozenInstanceError):
        analysis.as_of = date(2027, 1, 1)  # type: ignore[misc]


@pytest.mark.parametrize("day", [date(1800, 1, 1), date(9999, 12, 31)])
def test_a_day_that_no_calendar_of_ours_holds_is_wrong_usage(day: date) -> None:
    with pytest.raises(bscli.UsageError):
        bscli.analyse(bscli.load(LOGISTICS), as_of=day)


def test_an_id_of_two_scorecards_must_name_its_scorecard(tmp_path: Path) -> None:
    for name in ("north", "south"):
        (tmp_path / f"{name}.yaml").write_text(kpi_scorecard("target: 5"))
    analysis = bscli.analyse(bscli.load(tmp_path), as_of=DAY)
    with pytest.raises(bscli.UsageError) as told:
        bscli.explain(analysis, "k")
    assert told.value.hint == "write north.k or south.k"
    assert bscli.explain(analysis, "south.k").scorecard.scorecard.id == "south"


def test_the_code_on_the_page_runs() -> None:
    page = (ROOT / "docs" / "python-api.md").read_text("utf-8")
    for code in re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL):
        if "bscli.load(" in code:
            exec(code.replace('"examples/', f'"{ROOT}/examples/'), {})
