"""Graphviz as an outside program: whatever it does, there is a map, and a word about it."""

from __future__ import annotations

import signal
import stat
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from bscli.cli.drawing import placed_map
from bscli.layout import built_in, dot_program, graphviz
from bscli.layout.dot_program import GraphvizError, is_installed
from bscli.layout.dot_source import dot_source
from bscli.layout.placed import PlacedLink
from bscli.model.settings import Engine
from tests.maps import BAKERY, map_of, view_of

needs_graphviz = pytest.mark.skipif(not is_installed(), reason="Graphviz is not installed")

VIEW = map_of(BAKERY)
INSTEAD = "; the map has the built-in layout instead\n"

Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a program called dot before all others on the path."""

    def put(script: str) -> Path:
        program = tmp_path / "dot"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
        return tmp_path

    return put


FAILURES = {
    "fails with a word": (
        "echo 'syntax error in line 1' >&2; exit 1",
        "Graphviz failed: syntax error in line 1",
    ),
    "fails in silence": ("exit 3", "Graphviz failed"),
    "complains in colour": (
        "printf 'bad\\033[31m\\nmore\\n' >&2; exit 1",
        "Graphviz failed: bad\\x1b[31m",
    ),
    "prints nothing": ("cat > /dev/null", "Graphviz printed something else than positions"),
    "prints rubbish": ("echo hello", "Graphviz printed something else than positions"),
    "prints no text": ("printf '\\377\\376'", "Graphviz printed something else than positions"),
    "prints a list": ("echo '[1, 2]'", "Graphviz printed something else than positions"),
    "prints brackets without end": (
        "head -c 200000 /dev/zero | tr '\\0' '['",
        "Graphviz printed something else than positions",
    ),
    "prints no positions": (
        """echo '{"bb": "0,0,9,9", "objects": [{"name": "card0"}]}'""",
        "Graphviz printed something else than positions",
    ),
    "prints half a position": (
        """echo '{"bb": "0,0,9,9", "objects": [{"name": "card0", "pos": "1"}]}'""",
        "Graphviz printed something else than positions",
    ),
    "prints a position nowhere": (
        """echo '{"bb": "0,0,9,9", "objects": [{"name": "card0", "pos": "nan,1"}]}'""",
        "Graphviz printed something else than positions",
    ),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_the_built_in_layout_stands_in_for_a_graphviz_that_fails(
    failure: str, install: Install, capsys: pytest.CaptureFixture[str]
) -> None:
    script, message = FAILURES[failure]
    install(script)
    assert placed_map(VIEW, None) == built_in.place(VIEW)
    assert capsys.readouterr().err == f"note: {message}{INSTEAD}"


@pytest.mark.parametrize(
    "script",
    ["sleep 60", "exec >&-; sleep 60", "while :; do echo too much >&2; done"],
    ids=["sleeps", "sleeps with its output closed", "complains without end"],
)
def test_a_graphviz_that_takes_too_long_is_ended(
    script: str,
    install: Install,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    install(script)
    monkeypatch.setattr(dot_program, "SECONDS", 0.2)
    assert placed_map(VIEW, None) == built_in.place(VIEW)
    assert capsys.readouterr().err == f"note: Graphviz took more than 0.2 seconds{INSTEAD}"


def test_a_graphviz_that_prints_without_end_is_ended(
    install: Install, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    install("while :; do echo too much; done")
    monkeypatch.setattr(dot_program, "MOST_BYTES", 10_000)
    assert placed_map(VIEW, None) == built_in.place(VIEW)
    assert capsys.readouterr().err == f"note: Graphviz printed more than any map needs{INSTEAD}"


def test_a_file_that_is_no_program_is_told(
    install: Install, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = install("")
    monkeypatch.setenv("PATH", str(folder))
    (folder / "dot").write_bytes(b"\x7fELF nonsense")
    assert placed_map(VIEW, None) == built_in.place(VIEW)
    assert capsys.readouterr().err == (f"note: Graphviz cannot be run: Exec format error{INSTEAD}")


def test_an_interrupted_run_ends_graphviz_too(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[Popen[bytes]] = []
    end = dot_program._end

    def interrupted(process: Popen[bytes]) -> tuple[bytes, str]:
        raise KeyboardInterrupt

    def noted_end(process: Popen[bytes]) -> None:
        ended.append(process)
        end(process)

    install("sleep 60")
    monkeypatch.setattr(dot_program, "_read", interrupted)
    monkeypatch.setattr(dot_program, "_end", noted_end)
    with pytest.raises(KeyboardInterrupt):
        dot_program.layout_of("digraph {}")
    assert [process.returncode for process in ended] == [-signal.SIGKILL]


@pytest.mark.parametrize(
    ("engine", "err"),
    [
        (None, ""),
        (Engine.BUILT_IN, ""),
        (Engine.GRAPHVIZ, f"note: Graphviz is not installed{INSTEAD}"),
    ],
)
def test_without_graphviz_only_a_scorecard_that_wants_it_is_told(
    engine: Engine | None,
    err: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert placed_map(VIEW, engine).engine == "built-in"
    assert capsys.readouterr().err == err


def test_a_scorecard_that_wants_the_built_in_layout_never_starts_graphviz(install: Install) -> None:
    folder = install('touch "$(dirname "$0")/started"; exit 1')
    assert placed_map(VIEW, Engine.BUILT_IN).engine == "built-in"
    assert not (folder / "started").exists()


def test_graphviz_is_given_the_very_text_that_a_dot_file_holds(install: Install) -> None:
    folder = install('cat > "$(dirname "$0")/given"; echo "$*" > "$(dirname "$0")/arguments"')
    with pytest.raises(GraphvizError):
        graphviz.place(VIEW)
    assert (folder / "given").read_bytes() == dot_source(VIEW).encode()
    assert (folder / "arguments").read_text("utf-8") == "-Tjson\n"


@needs_graphviz
def test_both_layouts_place_the_same_cards_lanes_and_links() -> None:
    ours, theirs = built_in.place(VIEW), graphviz.place(VIEW)
    assert (ours.engine, theirs.engine) == ("built-in", "Graphviz")
    assert [each.card for each in theirs.cards] == [each.card for each in ours.cards]
    assert [each.link for each in theirs.links] == [each.link for each in ours.links]
    assert [(lane.lane, lane.name_lines) for lane in theirs.lanes] == [
        (lane.lane, lane.name_lines) for lane in ours.lanes
    ]


@needs_graphviz
def test_graphviz_places_a_map_alike_each_time() -> None:
    assert graphviz.place(VIEW) == graphviz.place(VIEW)


@needs_graphviz
def test_links_that_graphviz_routes_arrive_at_their_effects() -> None:
    circle = view_of([["a"], ["b"], ["c"]], [("a", "b"), ("b", "c"), ("c", "a")])
    placed = graphviz.place(circle)
    boxes = {each.card.id: each for each in placed.cards}

    def arrives(line: PlacedLink) -> bool:
        box = boxes[line.link.effect]
        x, y = line.tip
        return box.x - 1 <= x <= box.x + box.width + 1 and box.y - 1 <= y <= box.y + box.height + 1

    assert [line.link.description for line in placed.links if not arrives(line)] == []
