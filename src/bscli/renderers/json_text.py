"""Plain data as JSON: stable, readable, and never with NaN."""

from __future__ import annotations

import json
import re
from typing import Any

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control and bidirectional characters that JSON allows but a terminal would obey."""


def json_text(data: Any) -> str:
    """The data with two spaces of indentation, keys in their order; raises ValueError for NaN."""
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
