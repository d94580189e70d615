"""``bsc init``: what is written, where, and that nothing which is there is ever touched."""

from __future__ import annotations

import os
import re
from pathlib import Path
from textwrap import dedent
from unittest.mock import patch

import pytest
import yaml

from bscli.cli.creating import create_all
from bscli.errors import UsageError
from bscli.starters import SUMMARIES, starter
from tests.commands import bsc
from tests.conftest import AS_OF, ROOT
from tests.test_imports import loaded_by

DAY = ("--as-of", AS_OF.isoformat())
EXTRAS = ("--editor", "--github", "--pre-commit")
ALL = (
    ".github/workflows/scorecard.yaml",
    ".pre-commit-config.yaml",
    "scorecard.schema.json",
    "scorecard.yaml",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder with its text; links and folders have none."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
        if not path.is_dir() or path.is_symlink()
    }


def test_without_any_option_it_is_the_minimal_scorecard_here(folder: Path) -> None:
    result = bsc("init", *DAY)
    assert (result.code, result.err) == (0, "")
    assert files(folder) == {"scorecard.yaml": starter("minimal", AS_OF)}


def test_it_says_what_was_written_and_what_to_try_next(folder: Path) -> None:
    assert bsc("init").out == dedent("""\
        Written:
          scorecard.yaml

        Try next:
          bsc validate
          bsc status
          bsc map -o map.svg
          bsc report -o review.html
        """)
    assert bsc("init", "my plan", *EXTRAS, *DAY).out == dedent("""\
        Written:
          my plan/scorecard.yaml
          my plan/scorecard.schema.json
          my plan/.github/workflows/scorecard.yaml
          my plan/.pre-commit-config.yaml

        Try next:
          bsc validate 'my plan' --as-of 2026-10-15
          bsc status 'my plan' --as-of 2026-10-15
          bsc map 'my plan' --as-of 2026-10-15 -o map.svg
          bsc report 'my plan' --as-of 2026-10-15 -o review.html

        Left to do:
          set BSC_SOURCE in .github/workflows/scorecard.yaml to where your team keeps bsc
          install pre-commit, and run in the repository: pre-commit install
        """)


@pytest.mark.parametrize("name", SUMMARIES)
@pytest.mark.parametrize("day", [(), DAY], ids=["today", "as-of"])
def test_the_commands_to_try_next_work_at_once(name: str, day: tuple[str, ...]) -> None:
    told = bsc("init", "a plan", "--template", name, *day).out
    commands = re.findall(r"^  bsc (\w+) 'a plan'(.*)$", told, re.MULTILINE)
    assert [command for command, _ in commands] == ["validate", "status", "map", "report"]
    for command, rest in commands:
        assert bsc(command, "a plan", *rest.split()).code == 0


def test_a_folder_is_never_told_as_an_option(folder: Path) -> None:
    told = bsc("init", *DAY, "--", "-plan").out
    assert "\n  bsc validate ./-plan --as-of 2026-10-15\n" in told
    assert bsc("validate", "./-plan", *DAY).code == 0


def test_a_way_through_a_new_folder_and_back_is_gone(folder: Path) -> None:
    result = bsc("init", "new/../plan", *DAY)
    assert (result.code, result.err) == (0, "")
    assert files(folder) == {"plan/scorecard.yaml": starter("minimal", AS_OF)}


def test_the_day_is_that_of_the_epoch_where_none_is_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1894838400")  # 2030-01-17
    bsc("init")
    assert "2029-Q4:" in files(folder)["scorecard.yaml"]
    assert "2026-Q3:" not in files(folder)["scorecard.yaml"]


def test_the_list_is_aligned_and_begins_with_the_minimal_one(folder: Path) -> None:
    result = bsc("init", "--list")
    lines = result.out.splitlines()
    assert [line.split()[0] for line in lines] == list(SUMMARIES)
    assert lines[0].startswith("minimal ")
    assert len({line.index(SUMMARIES[line.split()[0]]) for line in lines}) == 1
    assert max(map(len, lines)) <= 79
    assert files(folder) == {}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--template", "logistic"],
            'no template is called "logistic" (did you mean "logistics"?)',
        ),
        (["--template", "zoo"], 'no template is called "zoo" (bsc init --list shows them)'),
        (["--template", ""], 'no template is called "" (bsc init --list shows them)'),
        (
            ["--as-of", "2026-02-30"],
            '--as-of is "2026-02-30", which is no day of the calendar (write it as in 2026-10-15)',
        ),
        (
            ["--as-of", "9999-12-31"],
            "no template can be moved to 9999-12-31 (name a day from 1910 to 2189)",
        ),
    ],
)
def test_wrong_use_is_2_and_nothing_is_written(
    folder: Path, arguments: list[str], message: str
) -> None:
    result = bsc("init", "plan", *arguments)
    assert (result.code, result.out, result.err) == (2, "", f"error: {message}\n")
    assert files(folder) == {}
    assert not (folder / "plan").exists()


@pytest.mark.parametrize("name", SUMMARIES)
def test_actuals_in_a_csv_file_change_no_result(folder: Path, name: str) -> None:
    for place, options in (("inline", ()), ("beside", ("--csv",))):
        assert bsc("init", place, "--template", name, *options, *DAY).code == 0
    assert sorted(files(folder)) == [
        "beside/actuals.csv",
        "beside/scorecard.yaml",
        "inline/scorecard.yaml",
    ]
    text = files(folder)["beside/scorecard.yaml"]
    assert ("actuals:" in text, "\ndata: [actuals.csv]\n" in text) == (False, True)
    shown = [bsc("status", place, "--format", "json", *DAY).out for place in ("inline", "beside")]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("taken", ALL)
def test_where_one_file_is_there_none_is_written(folder: Path, taken: str) -> None:
    there = folder / "plan" / taken
    there.parent.mkdir(parents=True)
    there.write_text("mine")
    result = bsc("init", "plan", *EXTRAS)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f'error: there already: "plan/{taken}" '
        "(nothing was written: name another folder, or move away what is there)\n"
    )
    assert files(folder) == {f"plan/{taken}": "mine"}


def test_a_second_run_is_refused_and_names_every_file(folder: Path) -> None:
    bsc("init", *EXTRAS, *DAY)
    before = files(folder)
    result = bsc("init", *EXTRAS, "--as-of", "2027-10-15")
    assert result.code == 2
    assert sorted(re.findall(r'"([^"]*)"', result.err)) == sorted(ALL)
    assert files(folder) == before


def test_a_link_to_nowhere_is_no_free_place(folder: Path) -> None:
    (folder / "scorecard.yaml").symlink_to("elsewhere.yaml")
    assert bsc("init").code == 2
    assert files(folder) == {"scorecard.yaml": ""}
    assert os.readlink(folder / "scorecard.yaml") == "elsewhere.yaml"


def test_a_folder_of_that_name_is_no_free_place(folder: Path) -> None:
    (folder / "scorecard.yaml").mkdir()
    result = bsc("init")
    assert (result.code, result.err[:38]) == (2, 'error: there already: "scorecard.yaml"')


@pytest.mark.parametrize("name", ["notes", "notes/plan", "nowhere", "nowhere/plan"])
def test_what_is_no_folder_is_said_to_be_none(folder: Path, name: str) -> None:
    (folder / "notes").write_text("mine")
    (folder / "nowhere").symlink_to("missing")
    result = bsc("init", name)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f'error: "{name.split("/")[0]}" is not a folder (name a folder, or a new one)\n'
    )
    assert files(folder) == {"notes": "mine", "nowhere": ""}


def test_a_name_that_is_taken_in_the_meantime_is_not_overwritten(folder: Path) -> None:
    (folder / "scorecard.yaml").write_text("mine")
    with patch("bscli.cli.creating.os.path.lexists", return_value=False):
        result = bsc("init", "--pre-commit")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        'error: "scorecard.yaml" cannot be written: File exists '
        "(check the folder and its permissions)\n"
    )
    assert files(folder) == {"scorecard.yaml": "mine"}


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(28, "No space left on device"), UsageError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_an_end_in_the_middle_leaves_nothing(
    folder: Path, error: BaseException, raised: type[BaseException]
) -> None:
    texts = {folder / "new" / "a": "A", folder / "new" / "deep" / "b": "B", folder / "c": "C"}
    with (
        patch("bscli.cli.creating.os.fsync", side_effect=[None, error]),
        pytest.raises(raised),
    ):
        create_all(texts)
    assert list(folder.iterdir()) == []


def test_a_file_has_its_name_only_once_it_is_whole(folder: Path) -> None:
    """So a run that is killed leaves no half of a file under the name of a whole one."""
    there: list[bool] = []
    with patch("bscli.cli.creating.os.fsync", lambda _: there.append((folder / "a").exists())):
        create_all({folder / "a": "A"})
    assert there == [False]
    assert files(folder) == {"a": "A"}


def test_a_file_is_made_where_there_are_no_hard_links(folder: Path) -> None:
    with patch("bscli.cli.creating.os.link", side_effect=OSError(95, "Not supported")):
        create_all({folder / "a": "A"})
        with (
            patch("bscli.cli.creating.os.path.lexists", side_effect=[False, True]),
            pytest.raises(UsageError, match="cannot be written"),
        ):
            create_all({folder / "a": "B"})
    assert files(folder) == {"a": "A"}


def test_a_folder_that_cannot_be_made_is_wrong_use(folder: Path) -> None:
    with patch("pathlib.Path.mkdir", side_effect=PermissionError(13, "Permission denied")):
        result = bsc("init", "plan")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        'error: "plan/scorecard.yaml" cannot be written: Permission denied '
        "(check the folder and its permissions)\n"
    )
    assert list(folder.iterdir()) == []


def test_the_editor_is_told_of_a_schema_that_stands_beside_the_scorecard(folder: Path) -> None:
    bsc("init", "--editor", *DAY)
    found = files(folder)
    modeline = "# yaml-language-server: $schema=scorecard.schema.json\n"
    assert found["scorecard.yaml"] == f"{modeline}#\n{starter('minimal', AS_OF)}"
    assert found["scorecard.schema.json"] == bsc("schema").out


def test_the_workflow_checks_with_as_few_rights_as_possible(folder: Path) -> None:
    bsc("init", "--github")
    workflow = yaml.load(files(folder)[".github/workflows/scorecard.yaml"], yaml.BaseLoader)
    assert workflow["on"] == ["push", "pull_request"]
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["env"] == {"BSC_SOURCE": ""}
    steps = workflow["jobs"]["validate"]["steps"]
    assert [step["uses"].split("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
    ]
    assert steps[0]["with"] == {"persist-credentials": "false"}
    assert [step["run"] for step in steps if "run" in step][1:] == [
        'python -m pip install "$BSC_SOURCE"',
        "bsc validate --format github",
    ]
    assert steps[2]["if"] == "env.BSC_SOURCE == ''"
    assert steps[2]["run"].endswith("exit 1\n")


def test_the_hook_checks_whenever_yaml_is_committed(folder: Path) -> None:
    bsc("init", "--pre-commit")
    hooks = yaml.safe_load(files(folder)[".pre-commit-config.yaml"])
    assert hooks == {
        "repos": [
            {
                "repo": "local",
                "hooks": [
                    {
                        "id": "scorecard",
                        "name": "Check the scorecard",
                        "entry": "bsc validate",
                        "language": "system",
                        "files": r"\.ya?ml$",
                        "pass_filenames": False,
                    }
                ],
            }
        ]
    }


def test_what_stands_around_a_scorecard_goes_to_the_top_of_its_repository(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "units" / "sales").mkdir(parents=True)
    result = bsc("init", "units/sales", *EXTRAS)
    assert result.code == 0
    assert sorted(files(folder)) == [
        ".github/workflows/scorecard.yaml",
        ".pre-commit-config.yaml",
        "units/sales/scorecard.schema.json",
        "units/sales/scorecard.yaml",
    ]
    assert f"\n  {folder}/.pre-commit-config.yaml\n" in result.out


def test_no_file_around_a_scorecard_is_taken_for_one(folder: Path) -> None:
    bsc("init", *EXTRAS, *DAY)
    assert '"scorecard.yaml"\n  ],' in bsc("validate", "--format", "json", *DAY).out
    assert bsc("validate", *DAY).code == 0


def test_to_begin_reads_no_yaml(folder: Path) -> None:
    # typer itself reads options with pydantic
    assert loaded_by("init", str(folder / "plan")) == {"typer", "pydantic"}
    assert sorted(files(folder)) == ["plan/scorecard.yaml"]


def test_every_option_stands_on_the_page_of_the_command_line() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    options = set(re.findall(r"--[a-z-]+", bsc("init", "--help").out)) - {"--help"}
    assert {option for option in options if option not in page} == set()
