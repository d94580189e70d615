"""The status as CSV: a line for each scorecard, perspective, objective and KPI."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from bscli.views.text import inline

COLUMNS = (
    "scorecard",
    "level",
    "id",
    "name",
    "owner",
    "unit",
    "value",
    "target",
    "full_target",
    "red",
    "score",
    "status",
    "trend",
    "known",
    "expected",
    "age",
    "period",
    "signals",
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def render(data: dict[str, Any]) -> str:
    """Unrounded numbers under one line of column names; no cell begins a formula."""
    target = StringIO()
    writer = csv.DictWriter(target, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for scorecard in data["scorecards"]:
        for row in _rows(scorecard):
            cells = {"scorecard": scorecard["id"], "period": data["period"], **row}
            writer.writerow({name: _cell(value) for name, value in cells.items()})
    return target.getvalue()


def _rows(scorecard: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [_row("scorecard", scorecard)]
    for perspective in scorecard["perspectives"]:
        rows.append(_row("perspective", perspective))
        for objective in perspective["objectives"]:
            rows.append(_row("objective", objective))
            rows += [_row("kpi", kpi) for kpi in objective["kpis"]]
    return rows


def _row(level: str, part: dict[str, Any]) -> dict[str, Any]:
    counted = part.get("coverage") or part["values"]
    known = counted.get("scored", counted.get("present"))
    plain = {name: part[name] for name in COLUMNS if name in part}
    signals = "; ".join(f"{each['period']} {each['rule']}" for each in part.get("signals", ()))
    counts = {"known": known, "expected": counted["expected"]}
    return {**plain, "level": level, **counts, "signals": signals}


def _cell(value: Any) -> Any:
    if isinstance(value, dict):
        return f"{value['from']} to {value['to']}"
    if not isinstance(value, str):
        return value
    text = inline(value)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
