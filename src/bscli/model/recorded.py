"""A long history, kept as columns until somebody asks for its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bscli.model.series import Entry, Series
from bscli.periods import Period


class Recorded(Series[float | str]):
    """Actuals as columns in time order: the indexes of their periods, and their values.

    ``written`` is how the scorecard itself names some of the periods; others go by their names.
    Most runs read a few of many thousand values; a row of a data file costs no object until then.
    """

    __slots__ = ("_columns", "_entries", "_periods", "_written")

    _columns: tuple[Sequence[int], Sequence[float | str]]
    _entries: tuple[Entry[float | str], ...] | None
    _periods: Mapping[int, Period]
    _written: Mapping[int, str]

    def __init__(
        self,
        indexes: Sequence[int],
        values: Sequence[float | str],
        periods: Mapping[int, Period],
        written: Mapping[int, str],
    ) -> None:
        object.__setattr__(self, "_columns", (indexes, values))
        object.__setattr__(self, "_periods", periods)
        object.__setattr__(self, "_written", written)
        object.__setattr__(self, "_entries", None)
        object.__setattr__(self, "_by_period", None)

    @property
    def entries(self) -> tuple[Entry[float | str], ...]:
        """Every entry; made when first asked for."""
        found = self._entries
        if found is None:
            found = tuple(self._made())
            object.__setattr__(self, "_entries", found)
        return found

    def _made(self) -> Iterator[Entry[float | str]]:
        for index, value in zip(*self._columns, strict=True):
            period = self._periods[index]
            yield Entry(period, value, self._written.get(index, period.name))

    def __bool__(self) -> bool:
        return bool(self._columns[0])
