"""Plain data as JSON: stable, readable, and never with NaN."""

from __future__ import annotations

import json
from typing import Any


def json_text(data: Any) -> str:
    """The data with two spaces of indentation, keys in their order; raises ValueError for NaN."""
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
