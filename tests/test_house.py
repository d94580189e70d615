"""The house is in order: layers, types, lint, format and generated files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from scripts.generate import generated_files

import bscli
from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize(
    "command",
    [
        ["lint-imports", "--no-cache"],
        ["ruff", "check", "--no-cache", "."],
        ["ruff", "format", "--no-cache", "--check", "."],
        ["mypy"],
    ],
    ids=["import-contracts", "lint", "format", "types"],
)
def test_the_checkers_are_content(command: list[str]) -> None:
    program = Path(sys.executable).parent / command[0]
    ended = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


GENERATED = generated_files()


@pytest.mark.parametrize("path", GENERATED, ids=str)
def test_generated_files_have_not_drifted(path: Path) -> None:
    """Mend with: uv run python -m scripts.generate."""
    assert (ROOT / path).read_text(encoding="utf-8") == GENERATED[path]


def test_no_rule_page_outlives_its_rule() -> None:
    pages = {path.relative_to(ROOT) for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert pages <= set(GENERATED)


def test_the_version_is_the_same_in_code_and_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == bscli.__version__


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_modules_and_functions_fit_in_one_look(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
    sizes = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: size for name, size in sizes.items() if size > 50} == {}


def test_the_project_speaks_of_itself_alone() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    forbidden = re.compile(r"/(?:root|home|tmp/[a-z])[/\w]*|\bTODO\b|\bFIXME\b")
    texts = [path for path in tracked if path.endswith((".py", ".md", ".yaml", ".toml"))]
    found = {
        path: match[0]
        for path in texts
        if path != "tests/test_house.py"
        and (match := forbidden.search((ROOT / path).read_text("utf-8", "replace")))
    }
    assert found == {}
