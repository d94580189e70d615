"""Every template is sound whenever somebody begins with it, and tells what its example tells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from scripts.starters import STARTERS

from bscli.analysis import analyse
from bscli.findings import Severity
from bscli.periods import Calendar
from bscli.starters import SUMMARIES, starter
from bscli.starters.moving import moved
from tests.builders import project_of
from tests.conftest import AS_OF, EXAMPLES, ROOT
from tests.starters.test_moving import quarters_later
from tests.test_json_schema import as_an_editor_reads_it, complaints

PERIODS = Calendar()
MODELINE = "# yaml-language-server: $schema=../../schemas/scorecard.schema.json\n"

each_template = pytest.mark.parametrize("name", SUMMARIES)


def reviewed(quarters: int) -> tuple[str, date]:
    """The quarter so many after 2026-Q3, and its last day, the first that it can be reviewed on."""
    period = PERIODS.before(PERIODS.period("2026-Q3"), -quarters)
    return period.name, period.last


def with_dates_moved(data: Any, day: date) -> Any:
    """YAML data with each text and key moved by itself, and each number as it was."""
    if isinstance(data, dict):
        return {moved(key, day): with_dates_moved(value, day) for key, value in data.items()}
    if isinstance(data, list):
        return [with_dates_moved(value, day) for value in data]
    return moved(data, day) if isinstance(data, str) else data


def test_the_templates_are_the_minimal_one_and_every_example() -> None:
    names = [path.stem for path in (ROOT / STARTERS).glob("*.yaml")]
    assert sorted(names) == sorted(SUMMARIES)
    assert sorted(names) == sorted(["minimal", *(example.name for example in EXAMPLES)])
    assert next(iter(SUMMARIES)) == "minimal"


@each_template
def test_a_template_is_labelled_and_names_no_file_that_is_not_there(name: str) -> None:
    text = starter(name, AS_OF)
    assert re.search(r"^name: .*\(fictional\)", text, re.MULTILINE)
    assert "yaml-language-server" not in text
    assert complaints(text) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_in_the_quarter_of_the_examples_a_template_is_its_example(example: Path) -> None:
    text = (example / "scorecard.yaml").read_text("utf-8")
    told = starter(example.name, AS_OF)
    assert text in (f"{MODELINE}{told}", f"{MODELINE}#\n{told}")


@each_template
def test_every_date_of_a_template_is_written_in_a_form_that_moves(name: str) -> None:
    text = starter(name, AS_OF)
    # Two years later each form has another year, so no year that is left was overlooked.
    dates = re.compile(r"(?<!\d)20(?:2\d|3[0-5])(?!\d)")
    later = starter(name, quarters_later(8))
    years = [int(year) + 2 for year in dates.findall(text)]
    assert [int(year) for year in dates.findall(later)] == years
    assert re.findall(r"\b[QH][1-4] 20\d\d", text) == []


@each_template
def test_only_dates_move_and_no_number_does(name: str) -> None:
    told = as_an_editor_reads_it(starter(name, AS_OF))
    for quarters in (-8, -1, 1, 2, 7):
        _, day = reviewed(quarters)
        there = as_an_editor_reads_it(starter(name, day))
        assert there == with_dates_moved(told, day)


@each_template
def test_in_every_quarter_a_template_is_sound_and_shows_its_last_results(name: str) -> None:
    """Years cannot move by a quarter: moved by one, a year begins with the quarter before it.

    So a red line for a year must not be better than the target of the quarter before that year;
    where it is, write the red line by quarters.
    """
    found: dict[int, object] = {}
    expected: dict[int, object] = {}
    for quarters in range(-8, 9):
        quarter, day = reviewed(quarters)
        analysis = analyse(project_of(starter(name, day)), as_of=day)
        errors = [each.message for each in analysis.findings if each.severity is Severity.ERROR]
        known = analysis.scores[0].rolled_up.score is not None
        found[quarters] = (analysis.period.name, analysis.newer_period, known, errors)
        expected[quarters] = (quarter, None, True, [])
    assert found == expected


@each_template
def test_a_template_is_the_same_on_all_days_between_two_ends_of_a_quarter(name: str) -> None:
    first = date(2026, 12, 31)
    last = date(2027, 3, 31) - timedelta(days=1)
    assert starter(name, first) == starter(name, last)
    assert starter(name, last) != starter(name, last + timedelta(days=1))
