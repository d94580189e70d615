"""The program as a whole: version, help, defects, interrupts and the smaller commands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

import bscli
from bscli.cli.app import COMMANDS
from bscli.rules.registry import RULES
from tests.commands import bsc
from tests.conftest import ROOT


def test_version() -> None:
    assert bsc("--version").out == f"bsc {bscli.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = bsc(command, "--help")
    assert result.code == 0
    assert f"Usage: bsc {command}" in result.out


@pytest.mark.parametrize("arguments", [["frobnicate"], ["validate", "--frob"], ["explain"]])
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    result = bsc(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: ")


def test_a_defect_is_one_line_and_70() -> None:
    with patch("bscli.cli.validate.analysed", side_effect=RuntimeError("boom")):
        result = bsc("validate")
    assert (result.code, result.out) == (70, "")
    assert result.err.count("\n") == 1
    assert "CONTRIBUTING.md" in result.err


def test_a_defect_in_full() -> None:
    with patch("bscli.cli.validate.analysed", side_effect=RuntimeError("boom")):
        result = bsc("validate", "--verbose")
    assert "RuntimeError: boom" in result.err


def test_an_interrupt_is_130() -> None:
    with patch("bscli.cli.validate.analysed", side_effect=KeyboardInterrupt):
        assert bsc("validate").code == 130


def test_the_list_of_rules() -> None:
    lines = bsc("rules").out.splitlines()
    assert [line[:6] for line in lines] == [rule.code for rule in RULES]


@pytest.mark.parametrize("word", ["BSC203", "bsc203", "orphan-objective"])
def test_a_rule_by_code_or_name(word: str) -> None:
    result = bsc("rules", word)
    assert result.code == 0
    assert result.out.startswith("BSC203 orphan-objective (warning)")
    assert "drives: {grow-revenue: {because: Each guest on board pays a fare.}}" in result.out


def test_an_unknown_rule() -> None:
    result = bsc("rules", "orphan-objectiv")
    assert result.code == 2
    assert 'did you mean "orphan-objective"?' in result.err


def test_rules_as_json() -> None:
    data = json.loads(bsc("rules", "--format", "json").out)
    assert [rule["code"] for rule in data["rules"]] == [rule.code for rule in RULES]


def test_the_schema_is_json() -> None:
    assert json.loads(bsc("schema").out)["$schema"].endswith("2020-12/schema")


def test_a_closed_output_is_told_and_no_defect() -> None:
    command = f"{sys.executable} -m bscli status examples/logistics >&-"
    ended = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "standard output is closed" in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_full_disk_is_told_also_without_a_buffer() -> None:
    command = (
        f"PYTHONUNBUFFERED=1 {sys.executable} -m bscli report examples/logistics -o - >/dev/full"
    )
    ended = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "cannot be written" in ended.stderr


def test_an_impossible_file_name_is_wrong_usage() -> None:
    result = bsc("map", "examples/logistics", "-o", "x" * 300 + ".svg")
    assert result.code == 2
