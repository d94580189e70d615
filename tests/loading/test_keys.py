"""A key that the format does not know is told with the one that was probably meant."""

from __future__ import annotations

import pytest

from bscli.findings import Finding
from tests.builders import findings_of, kpi_scorecard


def errors_in(text: str) -> list[Finding]:
    return [finding for finding in findings_of(text) if finding.severity == "error"]


def objective(entries: str) -> str:
    return f"bsc: 1\nname: Test\nobjectives:\n  o: {{name: O, perspective: customer, {entries}}}\n"


def initiative(entries: str) -> str:
    return f"{objective('weight: 1')}initiatives:\n  i: {{name: I, objectives: [o], {entries}}}\n"


@pytest.mark.parametrize(
    ("text", "key", "meant"),
    [
        (objective("measures: {}"), "measures", "kpis"),
        (objective("metrics: {}"), "metrics", "kpis"),
        (objective("parent: corporate"), "parent", "supports"),
        (objective("causes: {}"), "causes", "drives"),
        (objective("responsible: ceo"), "responsible", "owner"),
        (objective("wieght: 2"), "wieght", "weight"),
        (kpi_scorecard("actual: {}"), "actual", "actuals"),
        (kpi_scorecard("values: {}"), "values", "actuals"),
        (kpi_scorecard("targets: 5"), "targets", "target"),
        (kpi_scorecard("goal: 5"), "goal", "target"),
        (kpi_scorecard("direction: up"), "direction", "better"),
        (kpi_scorecard("threshold: 4"), "threshold", "red"),
        (kpi_scorecard("Target: 5"), "Target", "target"),
        (kpi_scorecard("guarded-by: []"), "guarded-by", "guarded_by"),
        (kpi_scorecard("supports: [x.y]"), "supports", None),
        (initiative("due: 2026-12-31"), "due", "ends"),
        (initiative("deadline: 2026-12-31"), "deadline", "ends"),
        (initiative("start: 2026-12-31"), "start", "starts"),
        ("bsc: 1\nname: Test\ngoals: {}\n", "goals", "objectives"),
        ("bsc: 1\nname: Test\nprojects: {}\n", "projects", "initiatives"),
        ("bsc: 1\nname: Test\nzzz: 1\n", "zzz", None),
    ],
)
def test_an_unknown_key_is_told_with_the_one_that_was_meant(
    text: str, key: str, meant: str | None
) -> None:
    (found,) = errors_in(text)
    assert (found.code, f'"{key}"' in found.message) == ("BSC101", True)
    line = found.location.source_line
    assert line[found.location.span.column - 1 :].startswith(f"{key}:")
    if meant is None:
        assert str(found.help).startswith("known keys: ")
    else:
        assert found.help == f'did you mean "{meant}"?'


def test_supports_within_one_scorecard_is_told_to_be_drives() -> None:
    text = (
        "bsc: 1\nname: Test\nobjectives:\n"
        "  a: {name: A, perspective: customer, supports: [b]}\n"
        "  b: {name: B, perspective: financial}\n"
    )
    (found,) = errors_in(text)
    assert (found.code, found.location.span.line) == ("BSC201", 4)
    assert found.help == "use drives for objectives of this scorecard"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("bsc: 1\nnmae: Test\n", "name"),
        ("bsc: 1\ntitle: Test\n", "name"),
        (
            "bsc: 1\nname: Test\nobjectives: {o: {label: O, perspective: customer}}\n",
            "name",
        ),
        (
            "bsc: 1\nname: Test\nobjectives: {o: {name: O, perspectiv: customer}}\n",
            "perspective",
        ),
    ],
    ids=["misspelled", "other word", "other word in an objective", "misspelled in an objective"],
)
def test_a_misspelled_required_key_is_told_once_and_read_as_it_was_meant(
    text: str, key: str
) -> None:
    (found,) = errors_in(text)
    assert (found.code, found.help) == ("BSC101", f'did you mean "{key}"?')


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("bsc: 1\n", 'the scorecard has no "name"', 1),
        ("name: Test\n", 'the scorecard has no "bsc"', 1),
        (
            "bsc: 1\nname: Test\nobjectives:\n  o: {name: O}\n",
            'objective "o" has no "perspective"',
            4,
        ),
        (
            "bsc: 1\nname: Test\nthemes:\n  t: {see: [x]}\n",
            'theme "t" has no "name"',
            4,
        ),
    ],
)
def test_a_missing_key_is_told_at_what_lacks_it(text: str, message: str, line: int) -> None:
    (found,) = errors_in(text)
    assert (found.code, found.location.span.line) == ("BSC102", line)
    assert found.message.startswith(message)


@pytest.mark.parametrize("id", ["9-lives", "Grow", "grow_fast", "größer", "a--b", "a" * 65, "@key"])
def test_an_id_in_another_form_is_told_at_its_key(id: str) -> None:
    text = f'bsc: 1\nname: Test\nobjectives:\n  "{id}": {{name: O, perspective: customer}}\n'
    (found,) = errors_in(text)
    assert found.code == "BSC105"
    assert (found.location.span.line, found.location.span.column) == (4, 3)


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "true", "false", "NO", "Yes"])
def test_a_word_that_yaml_reads_as_a_boolean_is_shown_in_quotes(word: str) -> None:
    (found,) = errors_in(f"bsc: 1\nname: Test\nowner: {word}\n")
    assert (found.code, found.help) == ("BSC004", f'put it in quotes: owner: "{word}"')
    assert (found.location.span.line, found.location.span.column) == (3, 8)
    assert errors_in(f'bsc: 1\nname: Test\nowner: "{word}"\n') == []


@pytest.mark.parametrize("word", ["2026", "3.5", "1_000", "0x1F", "2026-07-14", "12:30", "1e3"])
def test_a_name_that_yaml_reads_as_a_number_or_date_is_shown_in_quotes(word: str) -> None:
    (found,) = errors_in(f"bsc: 1\nname: {word}\n")
    assert (found.code, found.help) == ("BSC004", f'put it in quotes: name: "{word}"')
