"""A scorecard that states its actuals itself, taken apart: YAML without them, and a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from bscli.loading.documents import read_document
from bscli.loading.problems import FileProblems
from bscli.model.document import Document, MappingNode, Node, Scalar

COLUMNS = ("kpi", "period", "value")


def taken_apart(text: str, data_file: str) -> tuple[str, str]:
    """A sound scorecard without its actuals, and the rows of the data file that it then names.

    Every mapping of actuals must begin on a line of its own.
    """
    document = read_document(data_file, text.encode(), FileProblems())
    lines: list[str | None] = [*text.split("\n")]
    rows = io.StringIO(newline="")
    writer = csv.writer(rows, lineterminator="\n")
    writer.writerow(COLUMNS)
    for kpi, key, actuals in _actuals(document):
        for line in range(key.start.line, _last_line(actuals) + 1):
            lines[line] = None
        writer.writerows((kpi, period, value) for period, value in actuals.items())
    head = _line_before_data(document)
    lines[head] = f"{lines[head]}\ndata: [{data_file}]"
    return "\n".join(line for line in lines if line is not None), rows.getvalue()


def _actuals(document: Document) -> Iterator[tuple[str, Scalar, MappingNode]]:
    """Every KPI's id with its key ``actuals`` and what stands behind it."""
    for _, objective in _entries(document.root, "objectives"):
        for id, kpi in _entries(objective, "kpis"):
            actuals = kpi.value("actuals") if isinstance(kpi, MappingNode) else None
            if isinstance(kpi, MappingNode) and isinstance(actuals, MappingNode):
                yield id, kpi.key("actuals"), actuals


def _entries(node: Node | None, section: str) -> Iterator[tuple[Scalar, Node]]:
    entries = node.value(section) if isinstance(node, MappingNode) else None
    if isinstance(entries, MappingNode):
        yield from entries.items()


def _last_line(actuals: MappingNode) -> int:
    """The last line of a mapping; one without braces ends with its last value."""
    return actuals.end.line if actuals.flow else max(each.end.line for each in actuals.values())


def _line_before_data(document: Document) -> int:
    """The line of the last of those keys of the head that people write first."""
    assert isinstance(document.root, MappingNode)
    head = [document.root.key(key) for key in ("bsc", "name", "owner") if key in document.root]
    return max(key.start.line for key in head)
