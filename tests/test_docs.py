"""The pages are true: their scorecards load, their commands exist, their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bscli.cli.app import COMMANDS
from bscli.findings import Severity
from tests.builders import findings_of
from tests.commands import bsc
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WRITTEN = [page for page in PAGES if page.parent.name != "rules"]

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")

SET_UP = (
    "pip install uv && uv run --no-dev bsc report examples/logistics "
    "--period 2026-Q3 --as-of 2026-10-15 -o review.html",
    "pip install uv && uv run pytest",
)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(page.read_text("utf-8")) if kind == language]


SCORECARDS = [
    pytest.param(text, id=f"{name_of(page)}-{number}")
    for page in WRITTEN
    for number, text in enumerate(blocks(page, "yaml"))
    if re.search(r"^bsc: 1", text, re.MULTILINE)
]


@pytest.mark.parametrize("text", SCORECARDS)
def test_every_whole_scorecard_on_a_page_is_sound(text: str) -> None:
    errors = [finding for finding in findings_of(text) if finding.severity is Severity.ERROR]
    assert [finding.message for finding in errors] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(BLOCK.sub("", page.read_text("utf-8")))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_every_command_on_a_page_exists(page: Path) -> None:
    called = set(re.findall(r"^\$? ?bsc ([a-z]+)", page.read_text("utf-8"), re.MULTILINE))
    for command in called:
        assert bsc(command, "--help").code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_stands_on_its_page(command: str) -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    options = set(re.findall(r"--[a-z-]+", bsc(command, "--help").out)) - {"--help"}
    assert {option for option in options if option not in page} == set()


@pytest.mark.parametrize("command", SET_UP)
def test_the_readme_has_the_commands_that_do_all_the_set_up(command: str) -> None:
    assert f"\n{command}\n" in (ROOT / "README.md").read_text("utf-8")


def test_every_code_that_a_page_names_is_a_rule() -> None:
    listed = bsc("rules").out
    named = {code for page in WRITTEN for code in re.findall(r"BSC\d{3}", page.read_text("utf-8"))}
    assert {code for code in named if code not in listed} == set()
