"""The JSON Schema agrees with bsc: it accepts what bsc accepts, and knows the mistakes of shape.

Documents reach it as an editor reads them, by the core schema of YAML 1.2: ``yes`` and dates are
texts, and keys are texts always.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bscli.findings import Severity
from bscli.model.json_schema import scorecard_schema
from tests.builders import findings_of, kpi_scorecard
from tests.conftest import ROOT

VALID = sorted((ROOT / "examples").rglob("*.yaml"))
VALID += sorted((ROOT / "tests" / "examples" / "valid").glob("*.yaml"))
INVALID = sorted((ROOT / "tests" / "examples" / "invalid").glob("BSC1*.yaml"))

BEYOND_A_SCHEMA = {
    "BSC106": "a schema cannot compare the ids of different mappings with each other",
    "BSC107": "a schema cannot compare a period's length with the frequency that is inherited",
}

SCHEMA = scorecard_schema()


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the name that PyYAML looks for

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys are the texts that stand in the file."""
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first
    )
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
EditorLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def as_an_editor_reads_it(text: str) -> Any:
    return yaml.load(text, EditorLoader)


def complaints(text: str) -> list[str]:
    errors = Draft202012Validator(SCHEMA).iter_errors(as_an_editor_reads_it(text))
    return [f"{error.json_path}: {error.message}"[:200] for error in errors]


def errors_of_bsc(text: str) -> list[str]:
    found = findings_of(text)
    return [finding.message for finding in found if finding.severity is Severity.ERROR]


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_schema_is_a_valid_schema_of_its_dialect() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_an_editor_reads_words_and_dates_as_texts_and_numbers_as_numbers() -> None:
    text = "{yes: no, 2026: 2026-07-14, a: 7, b: 7.5, c: ~, d: true, e: 12:30, f: '7', g: 1_000}"
    assert as_an_editor_reads_it(text) == {
        "yes": "no",
        "2026": "2026-07-14",
        "a": 7,
        "b": 7.5,
        "c": None,
        "d": True,
        "e": "12:30",
        "f": "7",
        "g": "1_000",
    }


@pytest.mark.parametrize("path", VALID, ids=relative)
def test_a_sound_file_passes_the_schema_and_bsc(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (complaints(text), errors_of_bsc(text)) == ([], [])


@pytest.mark.parametrize("path", INVALID, ids=relative)
def test_the_schema_refuses_a_mistake_of_shape(path: Path) -> None:
    refused = complaints(path.read_text(encoding="utf-8")) != []
    assert refused is (path.name[:6] not in BEYOND_A_SCHEMA)


@pytest.mark.parametrize(
    "data",
    [
        "[]",
        "[{file: a.csv}]",
        "[{file: a.csv, columns: {kpi: Metric, note: }, delimiter: ';', decimal: ','}]",
        "[a.csv, data/b.csv]",
    ],
)
def test_every_way_to_name_a_data_file_passes_both(data: str) -> None:
    text = kpi_scorecard("target: {2026: 5}", f"data: {data}")
    shapes = [each for each in findings_of(text) if each.code.startswith("BSC1")]
    assert (complaints(text), shapes) == ([], [])


@pytest.mark.parametrize(
    "data",
    ["a.csv", "[{columns: {kpi: K}}]", "[{file: a.csv, delimiter: ';;'}]", "[{file: a, sep: x}]"],
)
def test_a_data_file_that_is_named_wrongly_fails_both(data: str) -> None:
    text = kpi_scorecard("target: {2026: 5}", f"data: {data}")
    assert complaints(text) != []
    assert [each for each in findings_of(text) if each.code.startswith("BSC1")] != []


def test_the_exceptions_are_rules_of_shape() -> None:
    assert set(BEYOND_A_SCHEMA) <= {path.name[:6] for path in INVALID}


@pytest.mark.parametrize(
    "kpi",
    [
        "target: 94",
        "target: -2.5",
        "target: +5",
        "target: .5",
        "target: 5.",
        "target: 1e3",
        "target: 1_000",
        "target: '94'",
        "unit: percent, target: 96%",
        "unit: '%', target: {2026: 96 %}",
        "target: {2026: 1, 2027-H1: 2, 2027-Q3: 3, 2027-10: 4}",
        "frequency: daily, actuals: {2026-07-14: 3}",
        "frequency: weekly, actuals: {2026-W31: 3}",
        "frequency: yearly, actuals: {FY2025: 3}",
        "frequency: yearly, actuals: {2024/25: 3, 2026: 4}",
        "actuals: {2026-07: 1, 2026-08: n/a, 2026-09: }",
        "unit: yes/no, actuals: {2026-07: yes, 2026-08: no}",
        "unit: yes/no, aggregate: min, target: yes, actuals: {2026-07: 'yes'}",
        "unit: red/amber/green, actuals: {2026-07: amber}",
        "better: within, target: {from: 40, to: 60}, red: {from: 30, to: 70}",
        "better: within, target: {2026: {from: 40, to: 60}}",
        "baseline: {2025: 91.0}, target: {2026: 95}, scoring: {by: progress, red: 75%}",
        "target: 9, red: 8, worst: 5, best: 10, weight: 0, decimals: 2",
        "target: 9, guarded_by: [], changed: {2026-02: New}, notes: {2026: Text}, see: [Text]",
        "target: , owner: ~, description: null",
    ],
)
def test_every_way_to_write_a_kpi_passes_both(kpi: str) -> None:
    text = kpi_scorecard(kpi)
    assert (complaints(text), errors_of_bsc(text)) == ([], [])


@pytest.mark.parametrize(
    "rest",
    [
        "perspectives: [financial, customer]",
        "perspectives: {financial: , planet: {name: Planet, weight: 2}}",
        "perspectives: {financial: {owner: cfo}, customer: {name: Guests}}",
        "themes: {safety: {name: Safety}}",
        "initiatives: {i: {name: I, objectives: [o], progress: 45%, budget: 480000, spent: 0}}",
        "initiatives: {i: {name: I, objectives: [o], milestones: {m: {name: M, due: 2026-04-30}}}}",
        "reviews: {2026-Q1: {held: 2026-04-14, attended: [ceo], actions: [{what: Ask}]}}",
        "reviews: {2026-Q1: }",
        "moved: {old-id: o}",
        "calendar: {fiscal_year_starts: april, fiscal_year_named_by: start}",
        "scoring: {by: ratio, red: 90%, green: 100%, rollup: worst}",
        "map: {engine: built-in}",
        "frequency: half-yearly",
        "id: test\nparent: corporate\nlanguage: en\nvision: V\nmission: M\nsource: S",
    ],
)
def test_every_way_to_write_the_rest_passes_both(rest: str) -> None:
    text = kpi_scorecard("target: {2026: 5}", rest)
    assert (complaints(text), errors_of_bsc(text)) == ([], [])


@pytest.mark.parametrize(
    "drives",
    [
        "[b]",
        "{b: }",
        "{b: {because: Why., lag: 1 quarter, effect: negative, kind: logical}}",
        "{b: {lag: 10 days}}",
    ],
)
def test_every_way_to_write_a_link_passes_both(drives: str) -> None:
    text = (
        "bsc: 1\nname: Test\nobjectives:\n"
        f"  a: {{name: A, perspective: customer, drives: {drives}}}\n"
        "  b: {name: B, perspective: financial}\n"
    )
    assert (complaints(text), errors_of_bsc(text)) == ([], [])


def test_a_key_without_a_value_counts_as_left_out_for_both() -> None:
    optional = sorted(set(SCHEMA["properties"]) - set(SCHEMA["required"]))
    text = "bsc: 1\nname: Test\n" + "".join(f"{key}:\n" for key in optional)
    assert (complaints(text), errors_of_bsc(text)) == ([], [])


def test_a_key_of_an_objective_without_a_value_counts_as_left_out_for_both() -> None:
    text = "bsc: 1\nname: Test\nobjectives: {o: {name: O, perspective: customer, kpis: }}\n"
    assert (complaints(text), errors_of_bsc(text)) == ([], [])
