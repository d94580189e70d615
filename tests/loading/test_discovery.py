"""Which files of a folder are read: scorecards in it, and nothing outside of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bscli.errors import UsageError
from bscli.loading import load
from bscli.loading.text import MOST_BYTES

CARD = "bsc: 1\nname: {}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one, so that files have short names."""
    inside = tmp_path / "work"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


def write(path: Path, text: str | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CARD.format(path.stem) if text is None else text, encoding="utf-8")
    return path


def files_read(path: str | Path = ".") -> list[str]:
    return [file.file for file in load(path).files]


def test_every_scorecard_below_a_folder_is_read_in_the_order_of_its_names(folder: Path) -> None:
    for name in ("b.yaml", "a.yml", "units/south/c.yaml", "units/a.yaml"):
        write(folder / name)
    assert files_read() == ["a.yml", "b.yaml", "units/a.yaml", "units/south/c.yaml"]


def test_a_folder_with_a_project_file_of_its_own_is_not_entered(folder: Path) -> None:
    write(folder / "a.yaml")
    write(folder / "other" / "b.yaml")
    write(folder / "other" / "bsc.yaml", "bsc-project: 1\n")
    write(folder / "other" / "deeper" / "c.yaml")
    assert files_read() == ["a.yaml"]


def test_hidden_folders_are_not_entered(folder: Path) -> None:
    write(folder / "a.yaml")
    write(folder / ".venv" / "b.yaml")
    write(folder / ".github" / "workflows" / "c.yaml")
    assert files_read() == ["a.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "services: {web: {image: nginx}}\n",
        "# bsc: 1\njobs: {}\n",
        "- bsc: 1\n- x\n",
        "tool:\n  bsc: 1\n",
        "not yaml: [at all\n",
        "",
        "bsc\n",
        "text: |\n  bsc: 1\n",
    ],
    ids=["other keys", "comment", "list", "deeper", "broken", "empty", "word", "text"],
)
def test_other_yaml_files_of_a_folder_are_skipped(folder: Path, text: str) -> None:
    write(folder / "a.yaml")
    write(folder / "other.yaml", text)
    project = load(".")
    assert [file.file for file in project.files] == ["a.yaml"]
    assert project.problems == ()


def test_files_with_another_ending_are_skipped(folder: Path) -> None:
    for name in ("a.yaml", "b.json", "c.yaml.bak", "d.txt", "yaml"):
        write(folder / name)
    assert files_read() == ["a.yaml"]


def test_a_broken_scorecard_of_a_folder_is_told_and_the_others_are_read(folder: Path) -> None:
    write(folder / "a.yaml")
    write(folder / "b.yaml", "bsc: 1\nname: %b\n")
    project = load(".")
    assert [card.id for card in project.scorecards] == ["a"]
    assert [(found.code, found.problem.place.file) for found in project.problems] == [
        ("BSC001", "b.yaml")
    ]


def test_a_file_that_is_named_is_read_whatever_its_ending(folder: Path) -> None:
    write(folder / "card.txt")
    assert files_read("card.txt") == ["card.txt"]


def test_an_empty_folder_holds_no_files(folder: Path) -> None:
    assert files_read() == []


def test_links_that_leave_the_folder_are_not_read(folder: Path) -> None:
    outside = write(folder.parent / "outside" / "secret.yaml")
    write(folder / "a.yaml")
    (folder / "file.yaml").symlink_to(outside)
    (folder / "relative.yaml").symlink_to("../outside/secret.yaml")
    (folder / "linked").symlink_to(outside.parent)
    assert files_read() == ["a.yaml"]


def test_links_within_the_folder_are_read(folder: Path) -> None:
    write(folder / "a.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")
    assert files_read() == ["a.yaml", "b.yaml"]


def test_links_that_lead_nowhere_or_in_a_circle_are_skipped(folder: Path) -> None:
    write(folder / "a.yaml")
    (folder / "nowhere.yaml").symlink_to("missing.yaml")
    (folder / "circle.yaml").symlink_to("circle.yaml")
    (folder / "up").symlink_to("..")
    assert files_read() == ["a.yaml"]


def test_a_pipe_in_a_folder_is_skipped(folder: Path) -> None:
    write(folder / "a.yaml")
    os.mkfifo(folder / "pipe.yaml")
    assert files_read() == ["a.yaml"]


def test_a_pipe_that_is_named_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    with pytest.raises(UsageError, match=r'"pipe[.]yaml" is not a regular file'):
        load("pipe.yaml")


def test_a_device_is_refused() -> None:
    with pytest.raises(UsageError, match='"/dev/zero" is not a regular file'):
        load("/dev/zero")


@pytest.mark.parametrize("path", ["missing.yaml", "missing/", "a\0b", "x" * 5000])
def test_a_path_that_does_not_exist_is_wrong_usage(folder: Path, path: str) -> None:
    with pytest.raises(UsageError, match="there is no file or folder"):
        load(path)


def test_no_more_of_a_file_is_read_than_its_limit(folder: Path) -> None:
    with (folder / "large.yaml").open("wb") as stream:
        stream.write(b"bsc: 1\nname: Large\n")
        stream.truncate(MOST_BYTES * 100)
    project = load("large.yaml")
    assert [found.code for found in project.problems] == ["BSC005"]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("northwind.yaml", "northwind"),
        ("Northwind Group.bsc.yaml", "northwind-group"),
        ("2026_plan.yaml", "plan"),
        ("東京.yaml", "scorecard"),
    ],
)
def test_a_scorecard_without_an_id_is_named_after_its_file(
    folder: Path, name: str, id: str
) -> None:
    write(folder / name)
    assert [card.id for card in load(name).scorecards] == [id]
