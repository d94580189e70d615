"""``bsc map``: formats, choices, exit codes, what is said, and what is left where it fails."""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent
from unittest.mock import patch
from xml.etree import ElementTree

import pytest

from bscli.layout.limits import MOST_CARDS
from bscli.renderers import png
from tests.commands import Result, bsc
from tests.conftest import EXAMPLES, ROOT
from tests.maps import BAKERY

DAY = ("--as-of", "2026-10-15", "--period", "2026-Q3")
SOUND, FAILED, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130

BROKEN = BAKERY.replace("perspective: customer", "perspective: custom")
BEGINNINGS = {"svg": b"<svg ", "png": b"\x89PNG", "dot": b"digraph ", "mmd": b"---\ntitle: "}


def drawn(*arguments: str, stdin: str = BAKERY) -> Result:
    return bsc("map", "-", *DAY, *arguments, stdin=dedent(stdin))


@pytest.mark.parametrize("format", BEGINNINGS)
def test_the_ending_of_the_name_says_the_format(format: str, tmp_path: Path) -> None:
    for name in (f"map.{format}", f"MAP.{format.upper()}"):
        target = tmp_path / name
        result = drawn("-o", str(target), "--fail-on", "error")
        assert (result.code, result.out) == (SOUND, "")
        assert result.err.endswith(f"wrote {target}\n")
        assert target.read_bytes().startswith(BEGINNINGS[format])


@pytest.mark.parametrize("format", BEGINNINGS)
def test_the_same_scorecard_gives_the_same_bytes(format: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"first.{format}", tmp_path / f"second.{format}"
    for target in (first, second):
        assert drawn("-o", str(target)).code == SOUND
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_drawn_without_a_word_of_trouble(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    result = bsc("map", str(example), *DAY, "-o", str(target), "--quiet")
    assert (result.code, result.out, result.err) == (SOUND, "", "")
    ElementTree.parse(target)


def test_standard_output_gets_svg_and_nothing_else() -> None:
    result = drawn("-o", "-", "-q")
    assert (result.code, result.err) == (SOUND, "")
    assert ElementTree.fromstring(result.out).get("class") == "strategy-map"


@pytest.mark.parametrize("name", ["map.pdf", "map", "map.svg.txt", ".svg"])
def test_an_ending_that_says_no_format_is_refused(name: str, tmp_path: Path) -> None:
    result = drawn("-o", str(tmp_path / name))
    assert (result.code, list(tmp_path.iterdir())) == (USAGE, [])
    assert "(let the name end in .svg, .png, .dot, .mmd)\n" in result.err


def test_a_file_must_be_named() -> None:
    result = drawn()
    assert (result.code, result.err) == (USAGE, "error: Missing option '--output' / '-o'.\n")


def test_a_plain_map_shows_no_results() -> None:
    words = drawn("-o", "-", "--plain", "-q").out
    assert "Earn more from regulars" in words
    assert [word for word in ("green", "7.3", "KPI", "2026") if word in words] == []


def test_a_theme_a_focus_and_a_depth_narrow_the_map() -> None:
    themed = drawn("-o", "-", "-q", "--theme", "people").out
    assert "Shown: theme People" in themed
    assert 'data-cause="' not in themed
    focused = drawn("-o", "-", "-q", "--focus", "earn-more", "--depth", "1").out
    assert 'data-cause="keep-regulars" data-effect="earn-more"' in focused
    assert "Train every baker" not in focused


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--depth", "2"],
            "error: --depth counts the links from an objective (name it with --focus)\n",
        ),
        (
            ["--focus", "earn-mor"],
            'error: there is no objective "earn-mor" (did you mean "earn-more"?)\n',
        ),
        (
            ["--theme", "money!"],
            'error: there is no theme "money!" (did you mean "money"?)\n',
        ),
        (["--theme", "pets"], "error: there are no objectives to draw\n"),
        (["--period", "Q3"], 'error: "Q3" is no period (write it as in 2026-Q3)\n'),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(
    arguments: list[str], message: str, tmp_path: Path
) -> None:
    result = drawn("-o", str(tmp_path / "map.svg"), "-q", *arguments)
    assert (result.code, result.err, list(tmp_path.iterdir())) == (USAGE, message, [])


def test_a_depth_of_nothing_is_refused(tmp_path: Path) -> None:
    target = str(tmp_path / "map.svg")
    assert drawn("-o", target, "--focus", "earn-more", "--depth", "0").code == USAGE


def test_a_scorecard_without_objectives_has_no_map(tmp_path: Path) -> None:
    result = drawn("-o", str(tmp_path / "map.svg"), "-q", stdin="bsc: 1\nname: T\n")
    assert (result.code, list(tmp_path.iterdir())) == (USAGE, [])
    assert result.err.endswith("error: there are no objectives to draw\n")


@pytest.mark.parametrize("format", BEGINNINGS)
def test_a_map_that_nobody_could_read_is_refused(format: str, tmp_path: Path) -> None:
    many = "".join(
        f"  o{n}: {{name: O{n}, perspective: customer}}\n" for n in range(MOST_CARDS + 1)
    )
    text = f"bsc: 1\nname: T\nobjectives:\n{many}"
    result = drawn("-o", str(tmp_path / f"map.{format}"), "-q", stdin=text)
    assert (result.code, list(tmp_path.iterdir())) == (USAGE, [])
    assert result.err == (
        "error: 201 objectives with 0 links are too many for one picture "
        "(narrow it with --focus or --theme)\n"
    )


def test_of_several_scorecards_one_must_be_named(tmp_path: Path) -> None:
    result = bsc("map", str(ROOT / "examples"), *DAY, "-o", str(tmp_path / "map.svg"), "-q")
    assert (result.code, list(tmp_path.iterdir())) == (USAGE, [])
    assert f"error: there are {len(EXAMPLES)} scorecards here (name one of them: " in result.err


def test_findings_at_the_threshold_leave_the_old_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    target.write_text("old", encoding="utf-8")
    result = drawn("-o", str(target), stdin=BROKEN)
    assert (result.code, target.read_text("utf-8")) == (FAILED, "old")
    assert "error: BSC201 " in result.err
    assert result.err.endswith(
        "error: no map was drawn; add --fail-on never to draw what there is\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]


def test_findings_below_the_threshold_do_not_matter(tmp_path: Path) -> None:
    target = str(tmp_path / "map.svg")
    assert drawn("-o", target, "--fail-on", "warning").code == FAILED
    assert drawn("-o", target).code == SOUND


def test_what_there_is_is_drawn_where_that_is_wanted(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    result = drawn("-o", str(target), "--fail-on", "never", stdin=BROKEN)
    assert (result.code, "error: BSC201 " in result.err) == (SOUND, True)
    words = target.read_text("utf-8")
    assert "Earn more from regulars" in words
    assert "Keep the regulars" not in words


def test_circles_are_drawn_where_that_is_wanted() -> None:
    circle = """
        bsc: 1
        name: Circle (fictional)
        map: {engine: built-in}
        objectives:
          a: {name: A, perspective: financial, drives: [b]}
          b: {name: B, perspective: financial, drives: [c]}
          c: {name: C, perspective: customer, drives: [a]}
    """
    assert drawn("-o", "-", stdin=circle).code == FAILED
    result = drawn("-o", "-", "--fail-on", "never", stdin=circle)
    assert (result.code, result.out.count("data-cause=")) == (SOUND, 3)


def test_what_is_no_scorecard_gives_no_map(tmp_path: Path) -> None:
    result = drawn("-o", str(tmp_path / "map.svg"), stdin="- a list\n")
    assert (result.code, list(tmp_path.iterdir())) == (UNREADABLE, [])


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "map.svg"
    result = drawn("-o", str(nowhere), "-q")
    assert (result.code, result.err) == (
        USAGE,
        f'error: "{nowhere}" cannot be written: No such file or directory '
        "(check the folder and its permissions)\n",
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "map.svg"
    folder.mkdir()
    result = drawn("-o", str(folder), "-q")
    assert (result.code, result.err) == (
        USAGE,
        f'error: "{folder}" is a folder (name a file to write)\n',
    )


@pytest.mark.parametrize("format", BEGINNINGS)
@pytest.mark.parametrize(
    ("end", "code"),
    [(OSError(28, "No space left on device"), USAGE), (KeyboardInterrupt(), INTERRUPTED)],
    ids=["full disk", "Ctrl-C"],
)
def test_an_end_during_the_write_leaves_the_old_file(
    format: str, end: BaseException, code: int, tmp_path: Path
) -> None:
    target = tmp_path / f"map.{format}"
    target.write_text("old", encoding="utf-8")
    with patch("bscli.cli.atomic.os.fsync", side_effect=end):
        result = drawn("-o", str(target), "-q")
    assert (result.code, [path.name for path in tmp_path.iterdir()]) == (code, [target.name])
    assert target.read_text("utf-8") == "old"


def test_characters_that_no_typeface_has_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        png,
        "missing_characters",
        lambda words: tuple(s for s in dict.fromkeys(words) if s > "\u0e00"),
    )
    text = BAKERY.replace("Ada", "\u53ef\u6301 \u53ef\ue000\u0e34").replace("Jo", "\u53ef")
    result = drawn("-o", str(tmp_path / "map.png"), "-q", stdin=text)
    assert (result.code, result.err) == (
        SOUND,
        "note: no font on this machine has \u53ef \u6301 U+E000 U+0E34; the picture shows boxes "
        "there. Install a font that has them, or write SVG\n",
    )
    assert drawn("-o", str(tmp_path / "map.svg"), "-q", stdin=text).err == ""


def test_many_missing_characters_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "missing_characters", lambda words: tuple("abcdefghijk"))
    err = drawn("-o", str(tmp_path / "map.png"), "-q").err
    assert err.startswith("note: no font on this machine has a b c d e f g h and 3 more; ")


def test_without_graphviz_the_map_is_the_one_that_the_scorecard_could_pin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    free = BAKERY.replace("    map: {engine: built-in}\n", "")
    wanted = BAKERY.replace("built-in", "graphviz")
    pinned = drawn("-o", "-", "-q")
    assert drawn("-o", "-", "-q", stdin=free) == pinned
    assert drawn("-o", "-", "-q", stdin=wanted) == pinned
    told = drawn("-o", "-", stdin=wanted)
    assert (told.code, told.out) == (SOUND, pinned.out)
    assert told.err.endswith(
        "note: Graphviz is not installed; the map has the built-in layout instead\n"
    )


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_the_same_words_and_links() -> None:
    free = BAKERY.replace("    map: {engine: built-in}\n", "")
    ours, theirs = drawn("-o", "-", "-q"), drawn("-o", "-", "-q", stdin=free)
    assert ours.out != theirs.out
    assert _words(theirs.out) == _words(ours.out)


def _words(svg: str) -> list[str]:
    return [each.text for each in ElementTree.fromstring(svg).iter() if each.text]
