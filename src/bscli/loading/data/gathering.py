"""The actuals of one KPI from wherever they are stated: in the scorecard, in one file or many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress, islice
from operator import lt

from bscli.findings import DocumentPath
from bscli.model.data_text import RowsOfKpi
from bscli.model.kpi import Kpi
from bscli.model.misshape import quoted
from bscli.model.recorded import Recorded
from bscli.model.series import Entry, Series
from bscli.periods import Period

INLINE = -1
"""In place of a file's number, where a value stands in the scorecard itself."""


@dataclass(frozen=True, slots=True)
class SecondValue:
    """A value for a period that has one: where both stand, and what is to be said."""

    file: int
    row: int
    first: DocumentPath
    message: str


@dataclass(slots=True)
class Gathered:
    """Columns of equal length, one item for each value that was stated, in order of reading.

    ``indexes`` are those of the periods, which ``by_index`` leads to; ``rows`` are numbers of
    rows in the value's data file.
    """

    kpi: Kpi
    path: DocumentPath
    by_index: dict[int, Period]
    indexes: list[int] = field(default_factory=list)
    values: list[float | str] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    notes: list[Entry[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        entries = self.kpi.actuals.entries
        self.by_index.update((entry.period.index, entry.period) for entry in entries)
        self.indexes += [entry.period.index for entry in entries]
        self.values += [entry.value for entry in entries]
        self.files += [INLINE] * len(entries)
        self.rows += [INLINE] * len(entries)

    def into_time_order(self) -> Iterator[SecondValue]:
        """Sorts the columns, and drops every value after the first one of a period."""
        indexes = self.indexes
        if all(map(lt, indexes, islice(indexes, 1, None))):
            return
        order = sorted(range(len(indexes)), key=indexes.__getitem__)
        kept = order[:1]
        for item in order[1:]:
            if indexes[item] != indexes[kept[-1]]:
                kept.append(item)
            else:
                yield self._second(kept[-1], item)
        self.indexes = [indexes[item] for item in kept]
        self.values = [self.values[item] for item in kept]
        self.files = [self.files[item] for item in kept]
        self.rows = [self.rows[item] for item in kept]

    def series(self) -> Series[float | str]:
        """The actuals, of columns that are in time order."""
        written = {entry.period.index: entry.key for entry in self.kpi.actuals}
        return Recorded(tuple(self.indexes), tuple(self.values), self.by_index, written)

    def all_notes(self) -> Series[str]:
        """The notes of the scorecard and of the files; those of one period become paragraphs."""
        found: dict[Period, list[Entry[str]]] = defaultdict(list)
        for note in (*self.kpi.notes, *self.notes):
            found[note.period].append(note)
        ordered = sorted(found, key=lambda period: (period.last, period.first))
        return Series(tuple(_as_paragraphs(found[period]) for period in ordered))

    def origins(self) -> RowsOfKpi:
        """Which rows the values come from, of columns that are in time order."""
        if not self.kpi.actuals:
            return RowsOfKpi(self.by_index, self.indexes, self.files, self.rows)
        beside = [file != INLINE for file in self.files]
        columns = (list(compress(each, beside)) for each in (self.indexes, self.files, self.rows))
        return RowsOfKpi(self.by_index, *columns)

    def _second(self, first: int, second: int) -> SecondValue:
        period = self.by_index[self.indexes[first]]
        first_place: DocumentPath = ("data", self.files[first], self.rows[first], "value")
        if self.files[first] == INLINE:
            entry = self.kpi.actuals.at(period)
            first_place = (*self.path, "actuals", entry.key if entry else period.name)
        message = (
            f"{quoted(self.kpi.id)} has a second value for {period}: "
            f"{_shown(self.values[second])}, where the first one is {_shown(self.values[first])}"
        )
        return SecondValue(self.files[second], self.rows[second], first_place, message)


def _as_paragraphs(notes: list[Entry[str]]) -> Entry[str]:
    first = notes[0]
    return Entry(first.period, "\n\n".join(note.value for note in notes), first.key)


def _shown(value: float | str) -> str:
    return f"{value:.10g}" if isinstance(value, float) else value
