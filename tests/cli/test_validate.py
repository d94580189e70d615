"""``bsc validate``: what is printed, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.commands import bsc
from tests.conftest import EXAMPLES, ROOT

MISSPELLED = dedent("""\
    bsc: 1
    name: Carrier (fictional)
    owner: ceo
    objectives:
      deliver-on-time:
        name: Deliver on time
        perspective: customer
        drives:
          grwo-repeat-business: {because: Trust.}
      grow-repeat-business:
        name: Grow repeat business
        perspective: financial
    """)

MESSAGE = '"deliver-on-time" drives "grwo-repeat-business", which does not exist'


@pytest.fixture
def misspelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "scorecards").mkdir()
    (tmp_path / "scorecards" / "northwind.yaml").write_text(MISSPELLED)
    monkeypatch.chdir(tmp_path)
    return "scorecards/northwind.yaml"


def test_the_text_form_of_a_finding(misspelled: str) -> None:
    result = bsc("validate", misspelled, "--select", "BSC201")
    assert result.out == dedent(f"""\
        error[unknown-reference] BSC201: {MESSAGE}
         --> scorecards/northwind.yaml:9:7
          |
        9 |       grwo-repeat-business: {{because: Trust.}}
          |       ^^^^^^^^^^^^^^^^^^^^ no objective has this id
          |
          = help: did you mean "grow-repeat-business" (line 10)?
          = more: bsc rules BSC201

        1 file checked: 1 error
        """)
    assert (result.code, result.err) == (1, "")


def test_the_concise_form(misspelled: str) -> None:
    result = bsc("validate", misspelled, "--select", "BSC201", "--format", "concise")
    assert result.out == (
        f"scorecards/northwind.yaml:9:7: BSC201 {MESSAGE}\n1 file checked: 1 error\n"
    )


def test_the_github_form_is_escaped_and_worst_first(misspelled: str) -> None:
    result = bsc("validate", misspelled, "--format", "github")
    lines = result.out.splitlines()
    assert lines[0] == (
        "::error file=scorecards/northwind.yaml,line=9,endLine=9,col=7,endColumn=27,"
        f"title=BSC201 unknown-reference::{MESSAGE}"
        '%0Adid you mean "grow-repeat-business" (line 10)?'
    )
    kinds = [line.split(" ")[0] for line in lines[:-1]]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)


def test_the_json_form(misspelled: str) -> None:
    data = json.loads(bsc("validate", misspelled, "--select", "BSC201", "--format", "json").out)
    assert data == {
        "version": 1,
        "project": "Carrier (fictional)",
        "checked": ["scorecards/northwind.yaml"],
        "findings": [
            {
                "code": "BSC201",
                "name": "unknown-reference",
                "severity": "error",
                "message": MESSAGE,
                "help": 'did you mean "grow-repeat-business" (line 10)?',
                "file": "scorecards/northwind.yaml",
                "line": 9,
                "column": 7,
                "end_line": 9,
                "end_column": 27,
                "related": [],
                "suppressed": False,
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "infos": 0, "suppressed": 0},
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_findings_of_each_example(example: Path, golden: SnapshotAssertion) -> None:
    """No errors ever; which warnings there are is pinned."""
    result = bsc("validate", str(example), "--as-of", "2026-10-15", "--format", "concise")
    assert result.code == 0
    assert result.out.replace(f"{ROOT}/", "") == golden


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--ignore", "BSC201"], 0),
        (["--ignore", "unknown-reference"], 0),
        (["--ignore", "BSC2"], 0),
        (["--ignore", "BSC2,BSC3", "--fail-on", "warning"], 0),
        (["--select", "BSC3"], 0),
        (["--select", "BSC3", "--fail-on", "warning"], 1),
        (["--select", "BSC302", "--fail-on", "warning"], 0),
        (["--select", "BSC302", "--fail-on", "info"], 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_exit_codes(misspelled: str, arguments: list[str], code: int) -> None:
    for format in ("text", "concise", "json", "github"):
        assert bsc("validate", misspelled, "--format", format, *arguments).code == code


def test_an_unknown_rule_is_wrong_usage(misspelled: str) -> None:
    result = bsc("validate", misspelled, "--ignore", "BSC999")
    assert (result.code, result.out) == (2, "")


def test_nothing_to_check_does_not_pass(tmp_path: Path) -> None:
    (tmp_path / "unrelated.yaml").write_text("name: Something else\n")
    for format in ("text", "json", "github", "concise"):
        result = bsc("validate", str(tmp_path), "--format", format)
        assert result.code == 3
        assert "no YAML file here has the key bsc" in result.err


@pytest.mark.parametrize(
    "text",
    ["name: 'open", "bsc: 1\nname: \x07", "bsc: !!str 1", "bsc: 2", ""],
    ids=["001", "002", "005", "006", "empty"],
)
def test_an_unreadable_file_alone_is_3_and_beside_a_sound_one_1(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(text)
    assert bsc("validate", str(broken)).code == 3
    broken.write_text(f"bsc: 1\n{text}" if "bsc" not in text else text)
    (tmp_path / "sound.yaml").write_text("bsc: 1\nname: Sound (fictional)\n")
    assert bsc("validate", str(tmp_path)).code == 1


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    result = bsc("validate", str(tmp_path / "nowhere.yaml"))
    assert (result.code, result.out) == (2, "")
    assert "nowhere.yaml" in result.err


def test_standard_input(misspelled: str) -> None:
    result = bsc("validate", "-", "--format", "concise", stdin=Path(misspelled).read_bytes())
    assert result.code == 1
    assert result.out.startswith("<stdin>:")


def test_colour_never_reaches_a_pipe_unasked(misspelled: str) -> None:
    assert "\x1b[" not in bsc("validate", misspelled).out
    assert "\x1b[" in bsc("validate", misspelled, "--color", "always").out


def test_no_color_and_force_color(misspelled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in bsc("validate", misspelled).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in bsc("validate", misspelled).out


def test_validate_writes_nothing(misspelled: str, tmp_path: Path) -> None:
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    bsc("validate", misspelled)
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before


def test_a_closed_pipe_is_quiet() -> None:
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [sys.executable, "-m", "bscli", "validate", "examples/logistics"],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (ended.returncode, ended.stderr) == (0, b"")
