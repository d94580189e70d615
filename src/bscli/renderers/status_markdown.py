"""The status as a Markdown table, for a wiki or a pull request."""

from __future__ import annotations

import re

from bscli.scoring.status import Trend
from bscli.views.status import Level, Row, StatusTable
from bscli.views.text import visible
from bscli.views.tokens import STATUS_TOKENS, TREND_TOKENS

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~&@:-])")
_HEAD = "| | Value | Target | Score | Known | Status | Trend | Owner | Age |"
_RULE = "| :--- | ---: | ---: | ---: | :--- | :--- | :--- | :--- | :--- |"


def render(tables: tuple[StatusTable, ...]) -> str:
    """A heading and a table for each scorecard."""
    return "\n".join(_page(table) for table in tables)


def _page(table: StatusTable) -> str:
    total = table.total
    score = f"score {total.score}, " if total.score else ""
    known = f", {total.known} KPIs known" if total.known else ""
    lines = [
        f"## {escaped(table.name)}",
        "",
        f"{table.period}, as of {table.as_of}: {score}{_status(total)}{known}.",
        "",
        _HEAD,
        _RULE,
        *(_line(row) for row in table.rows),
    ]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    cells = (
        _name(row),
        row.value,
        row.target,
        row.score,
        row.known,
        _status(row),
        "" if row.trend is Trend.UNKNOWN else TREND_TOKENS[row.trend].word,
        row.owner,
        row.age,
    )
    return (
        "| "
        + " | ".join(cell if i in (0, 5) else escaped(cell) for i, cell in enumerate(cells))
        + " |"
    )


def _name(row: Row) -> str:
    name = escaped(row.name)
    if row.level is Level.PERSPECTIVE:
        return f"**{name}**"
    if row.level is Level.OBJECTIVE:
        return f"*{name}*"
    details = ", ".join(detail for detail in (row.unit, row.remark) if detail)
    return f"{name} ({escaped(details)})" if details else name


def _status(row: Row) -> str:
    token = STATUS_TOKENS[row.status]
    return f"{token.symbol} {token.word}"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: no markup, no HTML, no link, no mention."""
    return _MARKUP.sub(r"\\\1", visible(text).replace("\n", " "))
