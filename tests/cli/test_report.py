"""``bsc report``: when it writes, what it writes, and what it says."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.commands import bsc
from tests.conftest import ROOT
from tests.views.report.bakery import BAKERY

LOGISTICS = str(ROOT / "examples" / "logistics")
DAY = ("--as-of", "2026-10-15", "--period", "2026-Q3")
BROKEN = BAKERY.replace("perspective: customer", "perspective: custom")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("review.html", "<!doctype html>"),
        ("review.htm", "<!doctype html>"),
        ("REVIEW.HTML", "<!doctype html>"),
        ("review.md", "# Northwind Logistics"),
    ],
)
def test_the_ending_says_the_format(name: str, beginning: str, tmp_path: Path) -> None:
    place = tmp_path / name
    result = bsc("report", LOGISTICS, *DAY, "-o", str(place))
    assert (result.code, result.out, result.err) == (0, "", f"wrote {place}\n")
    assert place.read_text(encoding="utf-8").startswith(beginning)


def test_a_dash_writes_the_page_to_standard_output() -> None:
    result = bsc("report", LOGISTICS, *DAY, "-o", "-")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("<!doctype html>")
    assert result.out.endswith("</html>\n")


def test_quiet_says_nothing(tmp_path: Path) -> None:
    result = bsc("report", LOGISTICS, *DAY, "-o", str(tmp_path / "review.html"), "--quiet")
    assert (result.code, result.err) == (0, "")


def test_a_map_without_graphviz_is_told_unless_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    wanted = f"{BAKERY}    map: {{engine: graphviz}}\n"
    options = ("report", "-", *DAY, "-o", str(tmp_path / "review.html"), "--fail-on", "never")
    assert "note: Graphviz is not installed" in bsc(*options, stdin=dedent(wanted)).err
    assert bsc(*options, "--quiet", stdin=dedent(wanted)).err == ""


def test_a_map_that_is_too_large_is_told_unless_quiet(tmp_path: Path) -> None:
    head = "bsc: 1\nname: Many (fictional)\nobjectives:\n"
    objectives = (f"  o{number}: {{name: Do it, perspective: learning}}\n" for number in range(600))
    text = head + "".join(objectives)
    options = ("report", "-", *DAY, "-o", str(tmp_path / "review.html"))
    assert "note: the report has no picture of the map" in bsc(*options, stdin=text).err
    assert bsc(*options, "--quiet", stdin=text).err == ""


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    pages = []
    for name in ("one.html", "two.html"):
        bsc("report", LOGISTICS, *DAY, "-o", str(tmp_path / name))
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]


@pytest.mark.parametrize("name", ["review.pdf", "review", "review.yaml"])
def test_an_unknown_ending_names_the_endings(name: str, tmp_path: Path) -> None:
    result = bsc("report", LOGISTICS, *DAY, "-o", str(tmp_path / name))
    assert result.code == 2
    assert "let the name end in .html, .htm, .md" in result.err
    assert list(tmp_path.iterdir()) == []


def test_somewhere_to_write_is_required() -> None:
    result = bsc("report", LOGISTICS, *DAY)
    assert result.code == 2
    assert "--output" in result.err


@pytest.mark.parametrize(
    ("text", "fail_on"), [(BROKEN, "error"), (BAKERY, "warning"), (BAKERY, "info")]
)
def test_findings_at_the_threshold_leave_the_old_file(
    text: str, fail_on: str, tmp_path: Path
) -> None:
    place = tmp_path / "review.html"
    place.write_text("old", encoding="utf-8")
    options = ("-o", str(place), "--fail-on", fail_on, "--quiet")
    result = bsc("report", "-", *DAY, *options, stdin=text)
    assert result.code == 1
    assert "no report was written" in result.err
    assert place.read_text(encoding="utf-8") == "old"


def test_errors_are_told_one_by_one(tmp_path: Path) -> None:
    result = bsc("report", "-", *DAY, "-o", str(tmp_path / "review.html"), stdin=BROKEN)
    assert "error: BSC201 <stdin>:" in result.err


@pytest.mark.parametrize("name", ["review.html", "review.md"])
def test_what_is_missing_is_said_where_it_is_written_nevertheless(
    name: str, tmp_path: Path
) -> None:
    place = tmp_path / name
    result = bsc("report", "-", *DAY, "-o", str(place), "--fail-on", "never", stdin=BROKEN)
    assert result.code == 0
    page = place.read_text(encoding="utf-8")
    for text in ("Incomplete", "1 error", "what they concern is left out", "BSC201"):
        assert text in page


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = bsc("report", LOGISTICS, *DAY, "-o", str(tmp_path / "nowhere" / "review.html"))
    assert result.code == 2
    assert "cannot be written" in result.err


def test_several_scorecards_are_named(tmp_path: Path) -> None:
    result = bsc("report", str(ROOT / "examples"), *DAY, "-o", str(tmp_path / "review.html"))
    assert result.code == 2
    assert "name one of them: " in result.err
    assert "logistics" in result.err
    assert list(tmp_path.iterdir()) == []


def test_one_of_several_can_be_named(tmp_path: Path) -> None:
    place = tmp_path / "review.md"
    file = ROOT / "examples" / "nonprofit" / "scorecard.yaml"
    assert bsc("report", str(file), *DAY, "-o", str(place)).code == 0
    assert place.read_text(encoding="utf-8").startswith("# Open Shelf Literacy")


@pytest.mark.parametrize("text", ["name: T\n", "bsc: 1\n  name: T\n", ""])
def test_what_is_no_scorecard_has_no_report(text: str, tmp_path: Path) -> None:
    result = bsc("report", "-", *DAY, "-o", str(tmp_path / "review.html"), stdin=text)
    assert result.code == 3
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_period_is_told(tmp_path: Path) -> None:
    where = ("-o", str(tmp_path / "review.html"))
    result = bsc("report", LOGISTICS, "--period", "Q3", *where)
    assert result.code == 2
    assert '"Q3" is no period' in result.err
