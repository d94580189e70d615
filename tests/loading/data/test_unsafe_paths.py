"""A data file stays inside the project, whatever its path says and wherever a link leads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bscli.analysis import analyse
from bscli.loading import load
from tests.builders import findings_of
from tests.conftest import AS_OF
from tests.loading.data.cards import card

ROWS = "kpi,period,value\nloaves,2026-07,5\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder in a world with a secret outside of it."""
    inside = tmp_path / "project"
    inside.mkdir()
    (tmp_path / "secret.csv").write_text(ROWS)
    (inside / "sound.csv").write_text(ROWS)
    (inside / ".git").mkdir()
    (inside / ".git" / "config").write_text("token\n")
    (inside / "out.csv").symlink_to(tmp_path / "secret.csv")
    (inside / "out").symlink_to(tmp_path)
    (inside / "loop.csv").symlink_to("loop.csv")
    (inside / "there.csv").symlink_to("sound.csv")
    (inside / "device.csv").symlink_to("/dev/zero")
    os.mkfifo(inside / "pipe.csv")
    monkeypatch.chdir(inside)
    return inside


def told(path: str, at: str = "card.yaml") -> list[str]:
    """The codes and messages of errors where a scorecard names one data file."""
    Path("card.yaml").write_text(card(f"[{path}]"))
    found = analyse(load(at), as_of=AS_OF).findings
    return [f"{each.code} {each.message}" for each in found if each.severity == "error"]


@pytest.mark.parametrize("at", ["card.yaml", "."])
@pytest.mark.parametrize(
    ("path", "fact"),
    [
        ("../secret.csv", "lies outside the project"),
        ("out.csv", "lies outside the project"),
        ("out/secret.csv", "lies outside the project"),
        ("device.csv", "lies outside the project"),
        ("/etc/passwd", "is an absolute path"),
        ("'C:\\data\\actuals.csv'", "is an absolute path"),
        ("'\\\\server\\share\\a.csv'", "is an absolute path"),
        (".git/config", "is hidden, or lies in a hidden folder"),
        ("pipe.csv", "is a pipe or a device, not a regular file"),
        (".", "is a folder"),
        ("loop.csv", "is no path of a file"),
        ('"a\\0b"', "is no path of a file"),
    ],
)
@pytest.mark.usefixtures("project")
def test_nothing_outside_is_read(path: str, fact: str, at: str) -> None:
    [only] = told(path, at)
    assert only.startswith("BSC711 the data file ")
    assert only.endswith(f" {fact}")


@pytest.mark.usefixtures("project")
def test_a_link_that_stays_inside_is_followed() -> None:
    assert told("there.csv") == []


@pytest.mark.usefixtures("project")
def test_a_missing_file_is_told_with_the_nearest_name() -> None:
    assert told("sond.csv") == ['BSC201 the data file "sond.csv" does not exist']
    [finding] = [each for each in analyse(load("."), as_of=AS_OF).findings if each.code == "BSC201"]
    assert finding.help == 'did you mean "sound.csv"?'


@pytest.mark.usefixtures("project")
def test_a_link_to_a_missing_file_is_not_offered_for_itself() -> None:
    Path("sounds.csv").symlink_to("nothing.csv")
    assert told("sounds.csv") == ['BSC201 the data file "sounds.csv" does not exist']
    [finding] = [each for each in analyse(load("."), as_of=AS_OF).findings if each.code == "BSC201"]
    assert finding.help == 'did you mean "sound.csv"?'


def test_standard_input_has_no_folder_to_begin_at() -> None:
    codes = [each.code for each in findings_of(card())]
    assert "BSC711" in codes
