"""The rows of one data file, dealt out to the KPIs that they name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import compress
from typing import cast

from bscli.frequencies import Frequency
from bscli.loading.data.cells import PlainColumn, Value, plain_values, read_value
from bscli.loading.data.gathering import Gathered
from bscli.loading.data.known import Known
from bscli.loading.data.table import LONGEST_FIELD, Table
from bscli.loading.data.telling import DataProblems
from bscli.model.misshape import Misshape, quoted
from bscli.model.series import Entry


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one data file, all of a KPI at once."""

    table: Table
    decimal: str
    known: Known
    problems: DataProblems

    def read(self) -> None:
        """Adds every sound row to what is gathered for its KPI; the others are told."""
        names = frozenset(self.table.periods)
        plain = plain_values(self.table.values, self.decimal)
        indexes: dict[Frequency, list[int | None]] = {}
        for id, own in self._places().items():
            gathered = self.known.gathered.get(id)
            if gathered is None:
                self._tell_unknown(id, own)
            elif gathered.kpi.formula is not None:
                self._tell_calculated(gathered, own)
            else:
                frequency = gathered.kpi.frequency
                if frequency not in indexes:
                    periods = self.known.read_periods(names, frequency)
                    indexes[frequency] = list(map(periods.named.get, self.table.periods))
                self._take(gathered, own, indexes[frequency], plain)

    def _places(self) -> dict[str, list[int]]:
        """The rows of each id, in their order, whatever spaces stand around the id."""
        by_text: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(self.table.kpis):
            by_text[text].append(place)
        by_id: dict[str, list[int]] = defaultdict(list)
        for text, places in by_text.items():
            by_id[text.strip()] += places
        return {id: sorted(places) for id, places in by_id.items()}

    def _take(
        self,
        gathered: Gathered,
        places: list[int],
        indexes: list[int | None],
        plain: PlainColumn | None,
    ) -> None:
        values, is_full = self._values(gathered, places, plain)
        if self.known.periods[gathered.kpi.frequency].wrong:
            known = [self._knows(gathered, place) for place in places]
            places, values = list(compress(places, known)), list(compress(values, known))
        if self.table.notes:
            noted = [place for place in places if self.table.notes[place]]
            self._take_notes(gathered, noted, indexes)
        if not is_full:
            stated = [value is not None for value in values]
            places, values = list(compress(places, stated)), list(compress(values, stated))
        gathered.indexes += cast("list[int]", list(map(indexes.__getitem__, places)))
        gathered.values += cast("list[float | str]", values)
        gathered.files += [self.problems.number] * len(places)
        gathered.rows += map(self.table.first.__add__, places)

    def _values(
        self, gathered: Gathered, places: list[int], plain: PlainColumn | None
    ) -> tuple[list[Value], bool]:
        """The values of a KPI's rows, from the whole file where all of it is plain numbers.

        Also whether each row has one; what cannot be read is told and missing.
        """
        has_words = bool(gathered.kpi.measure.words)
        if plain is not None and not has_words:
            return list(map(plain.values.__getitem__, places)), plain.is_full
        texts = list(map(self.table.values.__getitem__, places))
        own = None if has_words else plain_values(texts, self.decimal)
        if own is not None:
            return list(own.values), own.is_full
        rows = zip(places, texts, strict=True)
        return [self._value(gathered, *row) for row in rows], False

    def _value(self, gathered: Gathered, place: int, text: str) -> Value:
        """The value of one row; None, and told, where it cannot be read."""
        value = read_value(text, gathered.kpi.measure, self.decimal)
        if not isinstance(value, Misshape):
            return value
        key = self.table.periods[place].strip()
        is_word = bool(gathered.kpi.measure.words)
        self.problems.tell(
            "BSC104" if is_word else "BSC703",
            (place + self.table.first, "value"),
            f"the value of {quoted(gathered.kpi.id)} for {key[:40]} {value.message}",
            value.help,
            kind=(gathered.kpi.id if is_word else "", value.kind),
        )
        return None

    def _knows(self, gathered: Gathered, place: int) -> bool:
        """Whether a row's period can be read; it is told where not, unless the row is empty."""
        name, periods = self.table.periods[place], self.known.periods[gathered.kpi.frequency]
        if name in periods.named:
            return True
        if name.strip() or self.table.values[place].strip():
            wrong = periods.wrong[name]
            self.problems.tell(
                "BSC107",
                (place + self.table.first, "period"),
                f"{wrong.message} (in a row of {quoted(gathered.kpi.id)})",
                wrong.help,
                kind=(gathered.kpi.id, wrong.kind),
            )
        return False

    def _take_notes(self, gathered: Gathered, places: list[int], indexes: list[int | None]) -> None:
        for place in places:
            note, index = self.table.notes[place].strip(), indexes[place]
            if len(note) > LONGEST_FIELD:
                message = f"the note has {len(note)} characters; at most {LONGEST_FIELD} are read"
                self.problems.tell(
                    "BSC104", (place + self.table.first, "note"), message, "shorten it"
                )
            elif note and index is not None:
                period = gathered.by_index[index]
                gathered.notes.append(Entry(period, note, period.name))

    def _tell_unknown(self, id: str, places: list[int]) -> None:
        if self.known.may_be_lost(id):
            return
        message = f"{quoted(id)} is the id of no KPI in this scorecard"
        for place in places:
            if id:
                cell = (place + self.table.first, "kpi")
                self.problems.tell("BSC701", cell, message, self.known.remedy(id), kind=id)
            elif self.table.periods[place].strip() or self.table.values[place].strip():
                help = "name the KPI that the value belongs to"
                self.problems.tell(
                    "BSC701", (place + self.table.first, ""), "the row names no KPI", help, kind=""
                )

    def _tell_calculated(self, gathered: Gathered, places: list[int]) -> None:
        id = gathered.kpi.id
        message = f"{quoted(id)} is calculated by its formula, so no row can give it a value"
        help = "take out its rows, or its formula"
        for place in places:
            cell = (place + self.table.first, "kpi")
            self.problems.tell("BSC104", cell, message, help, kind=id, label="is calculated")
