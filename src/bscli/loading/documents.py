"""One file's bytes become a document: data with positions, comments and the first problems."""

from __future__ import annotations

from bscli.loading.text import decode, lines_of
from bscli.model.document import Document
from bscli.model.project import CodedProblem

MOST_REPAIRS = 20
"""How many rejected lines of one file are told in one run."""


def read_document(file: str, data: bytes) -> tuple[Document, tuple[CodedProblem, ...]]:
    """The document, with no root where the text cannot be read, and its problems."""
    text, problems = decode(file, data)
    lines = lines_of(text)
    if problems:
        return Document(file, lines), problems
    return _parse(file, text, lines)


def _parse(
    file: str, text: str, lines: tuple[str, ...]
) -> tuple[Document, tuple[CodedProblem, ...]]:
    from yaml import YAMLError

    from bscli.loading.yaml_events import OutOfBoundsError, YamlReader

    reader = YamlReader(file, text, lines)
    try:
        root = reader.read()
    except YAMLError:
        return Document(file, lines), tuple(_syntax_problems(file, lines))
    except OutOfBoundsError:
        return Document(file, lines), tuple(reader.problems)
    document = Document(file, lines, root, reader.comments())
    return document, tuple(reader.problems)


def _syntax_problems(file: str, lines: tuple[str, ...]) -> list[CodedProblem]:
    """Every rejected line: each one is repaired for the eye of the parser to find the next."""
    from yaml import YAMLError

    from bscli.loading.syntax import SyntaxProblem
    from bscli.loading.yaml_events import OutOfBoundsError, YamlReader

    found: list[CodedProblem] = []
    attempt = list(lines)
    for _ in range(MOST_REPAIRS):
        try:
            YamlReader(file, "\n".join(attempt), tuple(attempt)).read()
            break
        except OutOfBoundsError:
            break
        except YAMLError as error:
            rejected = SyntaxProblem(file, error, tuple(attempt))
            found.append(rejected.coded())
            if rejected.repaired is None:
                break
            attempt[rejected.line] = rejected.repaired
    return found
