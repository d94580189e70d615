"""One file's bytes become a document: data with positions, comments and the first problems."""

from __future__ import annotations

from bscli.findings import Problem
from bscli.loading.problems import FileProblems
from bscli.loading.text import decode, lines_of
from bscli.model.document import Document

MOST_REPAIRS = 20
"""How many rejected lines of one file are told in one run."""


def read_document(file: str, data: bytes, problems: FileProblems) -> Document:
    """The document, with no root where the text cannot be read; its problems are told."""
    text, forbidding = decode(file, data)
    for coded in forbidding:
        _tell(problems, coded.code, coded.problem)
    lines = lines_of(text)
    return Document(file, lines) if forbidding else _parsed(file, text, lines, problems)


def _parsed(file: str, text: str, lines: tuple[str, ...], problems: FileProblems) -> Document:
    from yaml import YAMLError

    from bscli.loading.yaml_events import OutOfBoundsError, YamlReader

    reader = YamlReader(file, text, lines, problems)
    try:
        root = reader.read()
    except YAMLError:
        _tell_syntax(file, lines, problems)
    except OutOfBoundsError:
        pass  # The reader has told what it met.
    else:
        return Document(file, lines, root, reader.comments())
    return Document(file, lines)


def _tell_syntax(file: str, lines: tuple[str, ...], problems: FileProblems) -> None:
    """Every rejected line: each is repaired in memory, so that the parser comes to the next."""
    from yaml import YAMLError

    from bscli.loading.syntax import SyntaxProblem
    from bscli.loading.yaml_events import OutOfBoundsError, YamlReader

    attempt = list(lines)
    for _ in range(MOST_REPAIRS):
        try:
            YamlReader(file, "\n".join(attempt), tuple(attempt), FileProblems()).read()
        except OutOfBoundsError:
            return
        except YAMLError as error:
            rejected = SyntaxProblem(file, error, tuple(attempt))
            _tell(problems, "BSC001", rejected.problem())
            if rejected.repaired is None:
                return
            attempt[rejected.line] = rejected.repaired
        else:
            return


def _tell(problems: FileProblems, code: str, problem: Problem) -> None:
    problems.tell(code, lambda: problem)
