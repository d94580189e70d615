"""Every rule has a scorecard that breaks it and nothing else as bad, or worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from bscli.analysis import analyse
from bscli.findings import Severity
from bscli.loading import load
from bscli.rules.registry import RULES
from bscli.rules.rule import Rule
from tests.commands import bsc
from tests.conftest import AS_OF, PERIOD, ROOT

FOLDER = ROOT / "tests" / "examples" / "invalid"
CANNOT_BE_READ = {"BSC001", "BSC002", "BSC005", "BSC006"}


def example_of(rule: Rule) -> Path:
    """The file that breaks a rule, or the folder of it where data files stand beside it."""
    name = f"{rule.code}-{rule.name}"
    return FOLDER / name if rule.beside else FOLDER / f"{name}.yaml"


each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def test_every_rule_has_a_file_that_is_named_after_it_and_no_file_has_no_rule() -> None:
    expected = sorted(example_of(rule).name for rule in RULES)
    assert sorted(path.name for path in FOLDER.iterdir()) == expected


@each_rule
def test_nothing_as_bad_as_the_mistake_is_found_beside_it(rule: Rule) -> None:
    project = load(example_of(rule))
    findings = analyse(project, as_of=AS_OF, period=PERIOD).findings
    as_bad = [found.code for found in findings if found.severity.is_at_least(rule.severity)]
    assert as_bad == [rule.code]


@each_rule
def test_validate_ends_with_the_exit_code_of_the_mistake(rule: Rule) -> None:
    file = example_of(rule)
    result = bsc("validate", str(file), "--as-of", AS_OF.isoformat(), "--period", PERIOD)
    expected = 3 if rule.code in CANNOT_BE_READ else int(rule.severity is Severity.ERROR)
    assert (result.code, result.err) == (expected, "")
    assert f"{rule.severity}[{rule.name}] {rule.code}: " in result.out


@each_rule
def test_an_example_is_fictional_and_says_so(rule: Rule) -> None:
    example = example_of(rule)
    file = example / "scorecard.yaml" if rule.beside else example
    assert b"(fictional)\n" in file.read_bytes()
