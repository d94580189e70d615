"""Each command imports what it needs and no more: start-up time is made of imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

DEAR = ("typer", "pydantic", "yaml", "networkx", "rich", "jinja2", "graphviz", "resvg_py")

PROBE = """
import sys
sys.argv = ["bsc", *{arguments!r}]
try:
    from bscli.__main__ import main
    main()
except SystemExit:
    pass
print("LOADED", *[name for name in {dear!r} if name in sys.modules])
"""


def loaded_by(*arguments: str) -> set[str]:
    """Which of the dear libraries a command line has loaded when it ends."""
    code = PROBE.format(arguments=arguments, dear=DEAR)
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(ended.stdout.rsplit("LOADED", 1)[1].split())


@pytest.mark.parametrize(
    ("arguments", "libraries"),
    [
        (["--version"], set()),
        (["--help"], {"typer"}),
        (["validate", "examples/logistics"], {"typer", "pydantic", "yaml"}),
        (
            ["validate", "tests/examples/invalid/BSC202-cycle.yaml"],
            {"typer", "pydantic", "yaml", "networkx"},
        ),
        (["rules", "BSC203"], {"typer", "pydantic"}),
        (["schema"], {"typer", "pydantic"}),
        (["init", "--list"], {"typer", "pydantic"}),  # typer itself reads options with pydantic
        (
            ["explain", "on-time-rate", "examples/logistics"],
            {"typer", "pydantic", "yaml"},
        ),
        (["status", "examples/logistics"], {"typer", "pydantic", "yaml", "rich"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_loads_only_the_libraries_that_it_needs(
    arguments: list[str], libraries: set[str]
) -> None:
    assert loaded_by(*arguments) == libraries


@pytest.mark.parametrize(
    ("format", "library"),
    [("svg", set()), ("mmd", set()), ("dot", {"graphviz"}), ("png", {"resvg_py"})],
)
def test_a_map_of_the_built_in_layout_loads_only_what_its_format_needs(
    format: str, library: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    target = str(tmp_path / f"map.{format}")
    loaded = loaded_by("map", "examples/logistics", "-o", target)
    assert loaded == {"typer", "pydantic", "yaml"} | library


def test_the_version_loads_next_to_nothing() -> None:
    code = "import sys; from bscli.__main__ import main; print('typing' in sys.modules)"
    ended = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.append({str(ROOT / 'src')!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.split() == ["False"]


def test_the_public_names_are_lazy() -> None:
    code = "import sys, bscli; print(*[name for name in sys.modules if name.startswith('bscli.')])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []
