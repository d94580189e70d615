"""Bytes become text that can be read safely, or a problem that says what is in the way."""

from __future__ import annotations

import re

from bscli.findings import Place, Problem, Span
from bscli.model.project import CodedProblem

MOST_BYTES = 4 * 1024 * 1024

_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)"
)
_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
_NAMES = {
    "\x00": "a NUL character",
    "\r": "a carriage return without a line feed",
    "\x85": "a NEL control character, which YAML takes for a line end",
    "\u2028": "a line separator (U+2028), which YAML takes for a line end",
    "\u2029": "a paragraph separator (U+2029), which YAML takes for a line end",
    "\x1b": "an escape character",
}


def decode(file: str, data: bytes) -> tuple[str, tuple[CodedProblem, ...]]:
    """The text without its byte-order mark, and what forbids reading it (then it is to be left)."""
    if len(data) > MOST_BYTES:
        size = f"{len(data) / 1024 / 1024:.1f} MiB" if len(data) < 10**9 else "over 900 MiB"
        message = f"the file is {size} large; a scorecard has at most {MOST_BYTES // 1024**2} MiB"
        return "", (_at_start(file, "BSC005", message, "split it into several scorecards"),)
    return decode_utf8(file, data)


def decode_utf8(file: str, data: bytes) -> tuple[str, tuple[CodedProblem, ...]]:
    """Like ``decode``, whatever the size."""
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return "", (_wrong_encoding(file, encoding),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", (_not_utf8(file, data, error),)
    return text, () if _is_plain(data) else tuple(_control_characters(file, text))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text whose only line ends are LF and CRLF."""
    return tuple(line.removesuffix("\r") for line in text.split("\n"))


def _is_plain(data: bytes) -> bool:
    """Whether nothing but printable ASCII and usual line ends is there, as is soon seen."""
    if data.translate(None, _PLAIN):
        return False
    return b"\r" not in data or data.count(b"\r") == data.count(b"\r\n")


def _control_characters(file: str, text: str) -> list[CodedProblem]:
    return [_control_character(file, text, match) for match in _first_on_each_line(text)]


def _first_on_each_line(text: str) -> list[re.Match[str]]:
    found: dict[int, re.Match[str]] = {}
    for match in _FORBIDDEN.finditer(text):
        found.setdefault(text.rfind("\n", 0, match.start()), match)
        if len(found) > 100:
            break
    return list(found.values())


def _control_character(file: str, text: str, match: re.Match[str]) -> CodedProblem:
    character = match.group()
    name = _NAMES.get(character, f"the control character U+{ord(character):04X}")
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    problem = Problem(
        Place(file, span=Span(line, column, line, column + 1)),
        f"line {line} holds {name}",
        "delete it; many editors can show invisible characters",
    )
    return CodedProblem("BSC002", problem)


def _wrong_encoding(file: str, encoding: str) -> CodedProblem:
    return _at_start(file, "BSC002", f"the file is encoded as {encoding}", "save it as UTF-8")


def _not_utf8(file: str, data: bytes, error: UnicodeDecodeError) -> CodedProblem:
    line = data.count(b"\n", 0, error.start) + 1
    start_of_line = data.rfind(b"\n", 0, error.start) + 1
    column = len(data[start_of_line : error.start].decode("utf-8", "replace")) + 1
    problem = Problem(
        Place(file, span=Span(line, column, line, column + 1)),
        f"the byte 0x{data[error.start]:02x} on line {line} is not UTF-8",
        "save the file as UTF-8",
    )
    return CodedProblem("BSC002", problem)


def _at_start(file: str, code: str, message: str, help: str) -> CodedProblem:
    return CodedProblem(code, Problem(Place(file, span=Span(1, 1, 1, 1)), message, help))
