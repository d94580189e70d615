"""Every rule holds what it promises: its bad snippet breaks it, its good one does not."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from bscli.findings import Severity
from bscli.loading.shape_problems import CODES
from bscli.rules import catalogue
from bscli.rules.registry import RULES
from bscli.rules.rule import Rule
from tests.builders import findings_of

CATALOGUE = Path(catalogue.__file__).parent

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@each_rule
def test_the_bad_snippet_breaks_the_rule(rule: Rule) -> None:
    assert rule.code in {finding.code for finding in findings_of(rule.bad, rule.beside)}


@each_rule
def test_the_good_snippet_keeps_the_rule_and_has_no_errors(rule: Rule) -> None:
    found = findings_of(rule.good, rule.beside)
    assert rule.code not in {finding.code for finding in found}
    assert [finding.code for finding in found if finding.severity is Severity.ERROR] == []


@each_rule
def test_one_line_is_mended(rule: Rule) -> None:
    assert rule.bad.count(rule.mend[0]) == 1
    changes = [line[0] for line in ndiff(rule.bad.split("\n"), rule.good.split("\n"))]
    assert changes.count("-") <= 1
    assert changes.count("+") <= 1


@each_rule
def test_the_module_is_named_after_the_rule(rule: Rule) -> None:
    module = CATALOGUE / f"{rule.name.replace('-', '_')}.py"
    assert module.read_text().startswith(f'"""{rule.code}: ')


def test_the_registry_lists_every_module_of_the_catalogue_once_and_in_order() -> None:
    modules = {path.stem.replace("_", "-") for path in CATALOGUE.glob("*.py")} - {"--init--"}
    assert sorted(rule.name for rule in RULES) == sorted(modules)
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_every_code_that_loading_emits_has_a_rule() -> None:
    source = "".join(path.read_text() for path in (CATALOGUE.parents[1] / "loading").rglob("*.py"))
    codes = {rule.code for rule in RULES}
    emitted = {word for word in source.replace('"', " ").split() if word.startswith("BSC")}
    assert {code for code in emitted if len(code) == 6} <= codes
    assert set(CODES.values()) <= codes
    assert set(CODES) <= {rule.name for rule in RULES}
