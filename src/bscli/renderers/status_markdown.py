"""The status as a Markdown table, for a wiki or a pull request."""

from __future__ import annotations

import re

from bscli.scoring.status import Trend
from bscli.views.status import Level, Row, StatusTable
from bscli.views.text import visible
from bscli.views.tokens import SIGNAL_TOKEN, STATUS_TOKENS, TREND_TOKENS

_SUMMONS = r"@(?=\w)|#(?=\d)|(?<=\bgh)-(?=\d)|:(?=[\w+-]+:)"
"""Where people, issues or little pictures are called: hosts do so even after a backslash."""

_MARKUP = re.compile(
    rf"(?P<summons>{_SUMMONS})|[\\`*_{{}}\[\]()#+!|<>~&@$:-]|(?<=www)\.", re.IGNORECASE
)
_NO_SPACE = "&#8203;"
_HEAD = "| | Value | Target | Score | Known | Status | Trend | Owner | Age |"
_RULE = "| :--- | ---: | ---: | ---: | :--- | :--- | :--- | :--- | :--- |"


def render(tables: tuple[StatusTable, ...]) -> str:
    """A heading and a table for each scorecard."""
    return "\n".join(_page(table) for table in tables)


def _page(table: StatusTable) -> str:
    blocks = [f"## {escaped(table.total.name)}", _standing(table)]
    facts = (("KPIs", table.counts), ("Red", table.reds))
    lines = [f"{title}: {text}" for title, text in facts if text] + [*table.notes]
    if lines:
        blocks.append("\n".join(f"- {_escaped_fact(line)}" for line in lines))
    if table.instead:
        blocks.append(escaped(table.instead))
    if table.rows:
        blocks.append("\n".join([_HEAD, _RULE, *(_line(row) for row in table.rows)]))
    return "\n\n".join(blocks) + "\n"


def _standing(table: StatusTable) -> str:
    total = table.total
    score = f"score {total.score}, " if total.score else ""
    known = f", {total.coverage}" if total.coverage else ""
    trend = "" if total.trend is Trend.UNKNOWN else f", {TREND_TOKENS[total.trend].word}"
    return f"{table.period}, as of {table.as_of}: {score}{_status(total)}{known}{trend}."


def _escaped_fact(line: str) -> str:
    """A line with its first word as it stands, such as "Red:"."""
    title, _, text = line.partition(": ")
    return f"{title}: {escaped(text)}"


def _line(row: Row) -> str:
    is_owner_shown = row.is_owner_new or row.level is not Level.KPI
    cells = (
        _name(row),
        escaped(row.value),
        escaped(row.target),
        row.score,
        row.known,
        _status(row),
        _trend(row),
        escaped(row.owner if is_owner_shown else ""),
        row.age,
    )
    return f"| {' | '.join(cells)} |"


def _name(row: Row) -> str:
    name = escaped(row.name)
    details = ", ".join(detail for detail in (row.unit, row.remark, row.news) if detail)
    mark = {Level.PERSPECTIVE: "**", Level.OBJECTIVE: "*"}.get(row.level, "")
    return f"{mark}{name}{mark}" + (f" ({escaped(details)})" if details else "")


def _status(row: Row) -> str:
    if row.status is None:
        return ""
    token = STATUS_TOKENS[row.status]
    return f"{token.symbol} {token.word}"


def _trend(row: Row) -> str:
    word = "" if row.trend is Trend.UNKNOWN else TREND_TOKENS[row.trend].word
    return " ".join(filter(None, (word, SIGNAL_TOKEN.symbol if row.has_signal else "")))


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: no markup, no HTML, no link, no mention."""
    return _MARKUP.sub(_disarmed, visible(text).replace("\n", " "))


def _disarmed(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}{_NO_SPACE if sign['summons'] else ''}"
