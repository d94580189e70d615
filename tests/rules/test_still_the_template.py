"""BSC507: what counts as copied from a template, and who may copy."""

from __future__ import annotations

import re

import pytest

from bscli.starters import SUMMARIES, starter
from tests.builders import findings_of
from tests.conftest import AS_OF

OURS = ("Live on repairs, not on sales", "Be passed on from rider to rider")
OWN = ("Carry every child to school", "Lend a bicycle to every guest", "Open on Sundays")


def told(*names: str, scorecard: str = "Hillside Bicycles") -> list[tuple[int, str]]:
    """The line and message of each finding, for objectives with these names."""
    rows = [
        f'  o{place}: {{name: "{name}", perspective: customer}}' for place, name in enumerate(names)
    ]
    text = "\n".join(["bsc: 1", f"name: {scorecard}", "objectives:", *rows, ""])
    found = [finding for finding in findings_of(text) if finding.code == "BSC507"]
    return [(finding.location.span.line, finding.message) for finding in found]


def message(copied: int, total: int) -> list[tuple[int, str]]:
    return [(3, f"{copied} of {total} objectives still have the name that a template gave them")]


def test_over_half_is_a_copy_and_half_is_not() -> None:
    assert told(*OURS, *OWN[:1]) == message(2, 3)
    assert told(*OURS, *OWN[:2]) == []
    assert told(*OURS, *OWN) == []
    assert told(OURS[0]) == message(1, 1)
    assert told(OWN[0]) == []


@pytest.mark.parametrize(
    "name", ["LIVE ON REPAIRS, NOT ON SALES", " Live  on repairs,\\tnot on sales "]
)
def test_capitals_and_white_space_make_no_strategy(name: str) -> None:
    assert told(name) == message(1, 1)


def test_other_words_do() -> None:
    assert told("Live on repairs and not on sales") == []


@pytest.mark.parametrize("label", ["(fictional)", "(Fictional)", "(fictional) as of today"])
def test_what_calls_itself_fictional_is_left_alone(label: str) -> None:
    assert told(*OURS, scorecard=f"Hillside Bicycles {label}") == []


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_template_is_found_once_it_claims_to_be_real(name: str) -> None:
    text = starter(name, AS_OF)
    real = re.sub(r"^(name: .*) \(fictional\)", r"\1", text, flags=re.MULTILINE)
    assert [finding.code for finding in findings_of(text)].count("BSC507") == 0
    assert [finding.code for finding in findings_of(real)].count("BSC507") == 1


def test_objectives_that_were_misread_are_not_counted() -> None:
    text = (
        "bsc: 1\nname: Hillside Bicycles\nobjectives:\n"
        f'  a: {{name: "{OURS[0]}", perspective: customer}}\n'
        "  b: {name: Lend bicycles, perspectiv: customer}\n"
        "  c: {name: Carry children, perspectiv: customer}\n"
    )
    assert "BSC507" not in {finding.code for finding in findings_of(text)}
