"""Numbers as people write them, read to the letter or refused with a reason."""

from __future__ import annotations

import math
import re

MOST_DIGITS = 40
LARGEST = 1e100
"""No result is larger; sums and differences of what is smaller stay finite."""

_NUMBER = re.compile(
    r"[+-]?(?:(?:\d+|\d{1,3}(?:_\d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?", re.I | re.A
)
_PERCENT = re.compile(r"(.*?)\s?%", re.S)
_LOOKS_NUMERIC = re.compile(
    r"[+-]?[^\w\s]{0,3}\s?\.?\d|[+-]?\.?(?:nan|inf|infinity)\Z", re.I | re.A
)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.A)
_WITH_UNIT = re.compile(
    r"(?:[$€£¥]|[A-Z]{2,3})\s?(?P<behind>[+-]?\d+(?:\.\d+)?)"
    r"|(?P<before>[+-]?\d+(?:\.\d+)?)(?:\s?[$€£¥]|\s?[A-Z]{3}|\s[a-z].{0,20})",
    re.A,
)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.A)


class NumberError(ValueError):
    """A text that is no number we may read; ``suggestion`` is how it is probably meant."""

    def __init__(self, message: str, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.suggestion = suggestion


def read_number(text: str, *, percent: bool = False) -> float:
    """The finite number that a text states; a percent sign is allowed for a percent alone."""
    body = text.strip()
    signed = _PERCENT.fullmatch(body)
    if signed and not percent:
        raise NumberError("has a percent sign, but the unit is not percent", signed[1])
    return _finite(signed[1] if signed else body)


def read_percentage(text: str) -> float:
    """The share that a text such as ``45%`` states, as 0.45; the sign is required."""
    signed = _PERCENT.fullmatch(text.strip())
    if signed is None:
        raise NumberError("is not written as a percentage", _as_percentage(text.strip()))
    return _finite(signed[1]) / 100


def _as_percentage(text: str) -> str | None:
    """A plain number with its sign; a share of one is meant in hundredths."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace("_", ""))
    return f"{number * 100:.10g}%" if 0 < number < 1 else f"{text}%"


def looks_numeric(text: str) -> bool:
    """Whether somebody who wrote this probably meant a number."""
    return _LOOKS_NUMERIC.match(text.strip()) is not None


def _finite(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise NumberError(*_reason(text))
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        raise NumberError(f"has more than {MOST_DIGITS} digits")
    number = float(text.replace("_", ""))
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise NumberError("is too large for any result")
    if number == 0 and any(digit in "123456789" for digit in text.lower().split("e")[0]):
        raise NumberError("is too close to zero for any result")
    return number


def _reason(text: str) -> tuple[str, str | None]:
    if _GROUPED.fullmatch(text):
        return "has commas in it", text.replace(",", "")
    if _DECIMAL_COMMA.fullmatch(text):
        return "has a decimal comma", text.replace(",", ".")
    if ":" in text:
        return "is a time or a sexagesimal number to YAML", None
    if re.fullmatch(r"[+-]?\.?(?:nan|inf|infinity)", text, re.I):
        return "is no number that a result can have", None
    if re.match(r"[+-]?0[xob]", text, re.I):
        return "is a number of another base to YAML", None
    if match := _WITH_UNIT.fullmatch(text):
        number = match["behind"] or match["before"]
        return "is more than a number", f"{number}; what is counted belongs in unit"
    return "is not a plain number", None
