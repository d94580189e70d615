"""What YAML rejects is told in plain words, with the line as it should be written."""

from __future__ import annotations

import pytest

from bscli.findings import Finding
from tests.builders import findings_of

HEAD = "bsc: 1\nname: Test\n"
"""The lines tried below are line 3."""


def errors_in(text: str) -> list[Finding]:
    return [finding for finding in findings_of(text) if finding.severity == "error"]


BEGINS = "a text cannot begin with {} unless it stands in quotes"
COLON = 'the text holds a colon and a space (": "), which YAML takes for a key'
STAR = '"*{0}" begins with * and so refers to an anchor "{0}" that is nowhere'


@pytest.mark.parametrize(
    ("line", "column", "message", "mended"),
    [
        ("vision: %growth", 9, BEGINS.format("%"), 'vision: "%growth"'),
        ("vision: @home care", 9, BEGINS.format("@"), 'vision: "@home care"'),
        ("vision: `code` first", 9, BEGINS.format("`"), 'vision: "`code` first"'),
        ("vision: *star", 9, STAR.format("star"), 'vision: "*star"'),
        ("see: [*star, moon]", 7, STAR.format("star"), 'see: ["*star", moon]'),
        ("themes: {a: {name: *star}}", 20, STAR.format("star"), 'themes: {a: {name: "*star"}}'),
        ("vision: Growth: fast", 15, COLON, 'vision: "Growth: fast"'),
        ("vision: Growth:", 15, COLON, 'vision: "Growth:"'),
        (
            r'vision: Say: "hi" \o/',
            12,
            COLON,
            r'vision: "Say: \"hi\" \\o/"',
        ),
        ("themes: {a: {name: Q3: fast}}", 22, COLON, 'themes: {a: {name: "Q3: fast"}}'),
        ("themes: {a: {name: @home}}", 20, BEGINS.format("@"), 'themes: {a: {name: "@home"}}'),
        ("themes: {a: {name: %x, see: [b]}}", 20, BEGINS.format("%"), None),
    ],
    ids=[
        "percent sign",
        "at sign",
        "backquote",
        "star",
        "star in a list",
        "star in braces",
        "colon and space",
        "colon at the end",
        "colon, quotes and backslash",
        "colon in braces",
        "at sign in braces",
        "percent sign in braces beside more",
    ],
)
def test_a_name_that_breaks_yaml_is_shown_as_it_should_be_written(
    line: str, column: int, message: str, mended: str | None
) -> None:
    (found,) = errors_in(f"{HEAD}{line}\n")
    assert (found.code, found.message) == ("BSC001", message)
    assert (found.location.span.line, found.location.span.column) == (3, column)
    assert found.help is not None
    shown = found.help.partition("quotes: ")[2]
    assert shown == (mended or shown)
    assert errors_in(f"{HEAD}{shown}\n") == []


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("vision: *Grow* fast", '"*Grow* fast"'),
        ("vision: * bold", '"* bold"'),
        ("see: [%growth]", '"%growth"'),
        ("see:\n  - Growth: fast", '"Growth: fast"'),
        ("themes: {a: {name: Be #1}}", '"Be #1"'),
        ("themes: {a: {name: ? why}}", '"? why"'),
        ("themes: {a: {name: Why? Because}}", '"Why? Because"'),
        ("themes: {a: {name: Fast, cheap}}", '"Fast, cheap"'),
        ("themes: {a: {name: Fast, cheap, good}}", '"Fast, cheap, good"'),
        ("themes: {a: {name: Fast, cheap: good}}", '"Fast, cheap: good"'),
    ],
    ids=[
        "emphasis",
        "star and space",
        "percent sign in a list",
        "colon in a list item",
        "hash in braces",
        "question mark in braces",
        "question mark within a text in braces",
        "comma in braces",
        "commas in braces",
        "comma and colon in braces",
    ],
)
def test_any_other_name_that_breaks_yaml_is_one_finding_with_its_quoted_form(
    line: str, quoted: str
) -> None:
    (found,) = errors_in(f"{HEAD}{line}\n")
    assert found.help is not None
    assert quoted in found.help


@pytest.mark.parametrize(
    "line",
    [
        "vision: 100% on time",
        "vision: Mean of 12:30 to 13:00",
        "vision: a@b.example",
        "vision: Growth, profit and *joy*",
        "vision: Why? Because",
        "vision: C#",
        'vision: "Growth: fast, #1"',
    ],
)
def test_a_name_that_does_not_break_yaml_is_left_alone(line: str) -> None:
    assert errors_in(f"{HEAD}{line}\n") == []


@pytest.mark.parametrize(
    ("text", "place", "message", "help"),
    [
        (
            "\tvision: V\n",
            (3, 1),
            "line 3 is indented with a tab",
            "YAML wants spaces: replace each tab by two",
        ),
        (
            "vision: 'It's ours'\n",
            (3, 13),
            "line 3 goes on after the closing quote",
            'put the whole text in quotes; within double quotes, write \\" for a quote',
        ),
        (
            "map:\n  engine: graphviz\n owner: ceo\n",
            (5, 2),
            "line 5 does not line up with the lines above it",
            "give entries of one mapping the same indentation, in spaces",
        ),
        (
            "see:\n  - a\n  b: c\n",
            (5, 3),
            "line 5 does not belong to the list above it",
            "begin each item with - at one indentation",
        ),
    ],
    ids=["tab", "quote in a quote", "indentation", "no item of the list"],
)
def test_what_yaml_rejects_is_told_at_its_place(
    text: str, place: tuple[int, int], message: str, help: str
) -> None:
    found = errors_in(HEAD + text)[0]
    assert (found.code, found.message, found.help) == ("BSC001", message, help)
    assert (found.location.span.line, found.location.span.column) == place


@pytest.mark.parametrize(
    ("text", "line", "message", "help"),
    [
        (
            'vision: "Growth\nowner: ceo\n',
            3,
            "the quote that opens on line 3 is never closed",
            "add the closing quote",
        ),
        (
            "see: [a, b\n",
            3,
            "the bracket [ that opens on line 3 is not closed here",
            "add the closing sign, or a comma between two entries",
        ),
        (
            "map: {engine: graphviz\n",
            3,
            "the brace { that opens on line 3 is not closed here",
            "add the closing sign, or a comma between two entries",
        ),
        ("vision V\n", 3, "line 3 has no colon after its key", "write it as key: value"),
    ],
    ids=["quote", "bracket", "brace", "colon"],
)
def test_a_missing_sign_is_told_with_the_line_that_lacks_it(
    text: str, line: int, message: str, help: str
) -> None:
    (found,) = errors_in(HEAD + text)
    assert (found.code, found.message, found.help) == ("BSC001", message, help)
    assert f"line {line}" in found.message


def test_every_line_that_can_be_mended_is_told_in_one_run() -> None:
    text = f"{HEAD}vision: %a\nmission: Growth: fast\nsource: @b\nowner: ceo\n"
    found = [(finding.code, finding.location.span.line) for finding in errors_in(text)]
    assert found == [("BSC001", 3), ("BSC001", 4), ("BSC001", 5)]


def test_nothing_is_read_from_a_file_that_yaml_rejects() -> None:
    assert {finding.code for finding in findings_of(f"{HEAD}vision: %a\nunknown: 1\n")} == {
        "BSC001"
    }
