"""YAML becomes data that knows where it stands; what YAML hides or loses is told."""

from __future__ import annotations

import pytest

from bscli.findings import Part, Span
from bscli.loading.documents import read_document
from bscli.loading.problems import FileProblems
from bscli.model.document import Document
from bscli.model.project import CodedProblem
from tests.builders import findings_of, scorecard_of


def document_of(text: str | bytes) -> Document:
    document, problems = reading_of(text)
    assert problems == []
    return document


def reading_of(text: str | bytes) -> tuple[Document, list[CodedProblem]]:
    problems = FileProblems()
    data = text if isinstance(text, bytes) else text.encode()
    return read_document("card.yaml", data, problems), problems.told


def span_of(text: str | bytes, *path: str | int, part: Part = Part.KEY) -> Span:
    return document_of(text).locate(path, part).span


NESTED = "bsc: 1\nowner: ceo\nobjectives:\n  grow:\n    themes: [one, two]\n"


@pytest.mark.parametrize(
    ("path", "part", "expected"),
    [
        (("bsc",), Part.KEY, Span(1, 1, 1, 4)),
        (("bsc",), Part.VALUE, Span(1, 6, 1, 7)),
        (("owner",), Part.VALUE, Span(2, 8, 2, 11)),
        (("objectives", "grow"), Part.KEY, Span(4, 3, 4, 7)),
        (("objectives", "grow", "themes"), Part.VALUE, Span(5, 13, 5, 23)),
        (("objectives", "grow", "themes", 1), Part.VALUE, Span(5, 19, 5, 22)),
        (("objectives", "grow", "themes", "two"), Part.KEY, Span(5, 19, 5, 22)),
        (("objectives", "grow", "weight"), Part.VALUE, Span(4, 3, 4, 7)),
        ((), Part.KEY, Span(1, 1, 1, 4)),
    ],
    ids=[
        "first key",
        "first value",
        "value",
        "nested key",
        "list",
        "item by position",
        "item by text",
        "missing key stands at its parent",
        "the whole file stands at its first key",
    ],
)
def test_lines_and_columns_count_from_one(
    path: tuple[str | int, ...], part: Part, expected: Span
) -> None:
    assert span_of(NESTED, *path, part=part) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xef\xbb\xbfbsc: 1\nowner: ceo\n", Span(2, 8, 2, 11)),
        (b"\xef\xbb\xbfowner: ceo\nbsc: 1\n", Span(1, 8, 1, 11)),
        (b"bsc: 1\r\nname: N\r\nowner: ceo\r\n", Span(3, 8, 3, 11)),
        ("name: Größe\nowner: ceo\n".encode(), Span(2, 8, 2, 11)),
        ("{name: Größe, owner: ceo}\n".encode(), Span(1, 22, 1, 25)),
        ("{name: 東京営業所, owner: ceo}\n".encode(), Span(1, 22, 1, 25)),
        ("{name: 🚚🚚🚚🚚🚚, owner: ceo}\n".encode(), Span(1, 22, 1, 25)),
    ],
    ids=[
        "byte-order mark on another line",
        "byte-order mark on the same line",
        "CRLF",
        "accents on another line",
        "accents",
        "wide characters",
        "emoji",
    ],
)
def test_columns_count_characters(data: bytes, expected: Span) -> None:
    assert span_of(data, "owner", part=Part.VALUE) == expected


def test_the_source_line_is_shown_without_its_line_end() -> None:
    location = document_of(b"bsc: 1\r\nowner: ceo\r\n").locate(("owner",), Part.VALUE)
    assert location.source_line == "owner: ceo"


def test_a_duplicate_key_is_told_at_the_second_one_with_the_place_of_the_first() -> None:
    (found,) = [
        finding
        for finding in findings_of(
            """\
            bsc: 1
            name: Test
            objectives:
              o: {name: O, perspective: customer, weight: 2,
                  owner: ceo, weight: 3}
            """
        )
        if finding.code.startswith("BSC0")
    ]
    assert (found.code, found.location.span) == ("BSC003", Span(5, 19, 5, 25))
    assert found.message == '"weight" stands twice in one mapping; the first one is on line 4'
    assert [other.location.span for other in found.related] == [Span(4, 39, 4, 45)]


def test_of_two_equal_keys_the_first_one_is_read() -> None:
    document, _ = reading_of(b"bsc: 1\nowner: ceo\nowner: cfo\n")
    assert document.root == {"bsc": "1", "owner": "ceo"}


def test_keys_are_equal_whatever_their_quotes() -> None:
    _, problems = reading_of(b"owner: ceo\n'owner': cfo\n")
    assert [problem.code for problem in problems] == ["BSC003"]


def test_comments_are_kept_with_their_places() -> None:
    text = (
        "# head\n"
        "bsc: 1   # version\n"
        "name: 'Not # a comment'\n"
        "vision: a#b\n"
        'owner: "x" # real # one\n'
        "see:\n"
        "  - |\n"
        "    # not this\n"
        "    text\n"
        "  # but this\n"
    )
    found = [(comment.line, comment.column, comment.text) for comment in document_of(text).comments]
    assert found == [
        (1, 1, "# head"),
        (2, 10, "# version"),
        (5, 12, "# real # one"),
        (10, 3, "# but this"),
    ]


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("name: Be #1 in town", '"Be #1 in town"'),
        ("name: Ship to dock #4", '"Ship to dock #4"'),
        ('name: Say "hi" #twice', '"Say \\"hi\\" #twice"'),
    ],
)
def test_a_text_that_a_hash_cuts_off_is_shown_in_quotes(line: str, quoted: str) -> None:
    found = findings_of(f"bsc: 1\n{line}\n")
    (cut,) = [finding for finding in found if finding.code == "BSC004"]
    assert (cut.location.span.line, cut.location.span.column) == (2, 7)
    assert cut.help is not None
    assert cut.help.startswith(f"put it in quotes: name: {quoted}")
    codes = [finding.code for finding in findings_of(f"bsc: 1\nname: {quoted}\n")]
    assert "BSC004" not in codes


@pytest.mark.parametrize(
    "line",
    ["name: Grow # the first aim", "name: Grow  ##", "name: Grow #", "name: A#1", "name: '#1'"],
)
def test_a_comment_that_looks_like_one_cuts_nothing_off(line: str) -> None:
    assert "BSC004" not in {finding.code for finding in findings_of(f"bsc: 1\n{line}\n")}


def test_an_alias_stands_for_what_its_anchor_marks() -> None:
    card = scorecard_of(
        """\
        bsc: 1
        name: Test
        objectives:
          a: {name: A, perspective: customer, owner: &lead Ann}
          b: {name: B, perspective: customer, owner: *lead}
        """
    )
    assert [part.owner for part in card.objectives] == ["Ann", "Ann"]


def test_a_mistake_in_what_an_alias_repeats_is_told_where_the_alias_stands() -> None:
    found = findings_of(
        """\
        bsc: 1
        name: Test
        objectives:
          a: {name: A, perspective: customer, weight: &w many}
          b: {name: B, perspective: customer, weight: *w}
        """
    )
    places = [
        (finding.code, finding.location.span.line, finding.location.span.column)
        for finding in found
        if finding.severity == "error"
    ]
    assert places == [("BSC103", 4, 47), ("BSC103", 5, 47)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("bsc: 1\na: &a [*a]\n", "BSC005", 2),
        ("bsc: 1\nname: *nowhere\n", "BSC001", 2),
        ("bsc: 1\nname: !!str N\n", "BSC005", 2),
        ("bsc: 1\na: &a {x: 1}\nb:\n  <<: *a\n", "BSC005", 4),
        ("bsc: 1\n[a, b]: c\n", "BSC005", 2),
        ("bsc: 1\nname: N\n---\nbsc: 1\n", "BSC001", 3),
    ],
    ids=["alias of itself", "alias of nothing", "tag", "merge", "list as key", "second document"],
)
def test_what_a_scorecard_never_needs_is_told_at_its_place(text: str, code: str, line: int) -> None:
    _, problems = reading_of(text)
    spans = [problem.problem.place.span for problem in problems]
    assert [problem.code for problem in problems] == [code]
    assert [span.line for span in spans if span is not None] == [line]


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert document_of('"<<": x\n').root == {"<<": "x"}
