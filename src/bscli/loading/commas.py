"""Numbers such as 1,250 in braces, which YAML cuts into an entry and a key without a value."""

from __future__ import annotations

import re

from bscli.model.document import MappingNode, Node, Scalar

NO_KEY = Scalar()
"""Stands for the last key where there is none yet."""

_BEGINS = re.compile(r"[^\w\s]?[+-]?\d[\d.,]*", re.ASCII)
_GOES_ON = re.compile(r"\d+(?:\.\d+)?%?", re.ASCII)


def is_rest_of_number(node: MappingNode, last: Scalar, key: Scalar, value: Node) -> bool:
    """Whether a key without a value is what a comma cut off the number before it."""
    if value != "" or last is NO_KEY or not _GOES_ON.fullmatch(key):
        return False
    before = node[last]
    is_plain = isinstance(before, Scalar) and before.style == "" and key.style == ""
    return is_plain and _BEGINS.fullmatch(str(before)) is not None


def joined_number(before: Node, rest: Scalar) -> Scalar:
    """The number as it was written, commas and all, for its reader to refuse or explain."""
    whole = Scalar(f"{before},{rest}")
    whole.start, whole.end, whole.style = before.start, rest.end, ""
    return whole
