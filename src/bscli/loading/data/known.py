"""What a row may name: the KPIs of the scorecard, and the periods of its calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bscli.findings import DocumentPath
from bscli.frequencies import Frequency
from bscli.loading.data.cells import read_period
from bscli.loading.data.gathering import Gathered
from bscli.loading.problems import FileProblems
from bscli.model.misshape import Misshape
from bscli.model.scorecard import Scorecard
from bscli.model.suggestions import did_you_mean
from bscli.periods import Calendar, Period


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of one frequency by the texts that name them, and what is wrong with others.

    Columns hold their indexes, which are quick to compare; ``by_index`` leads to the periods.
    """

    named: dict[str, int] = field(default_factory=dict)
    wrong: dict[str, Misshape] = field(default_factory=dict)
    by_index: dict[int, Period] = field(default_factory=dict)


@dataclass(slots=True)
class Known:
    """Every KPI that a row may name, with what has been gathered for it.

    ``lost`` are paths that were told already: a KPI that stands there could not be read.
    """

    gathered: Mapping[str, Gathered]
    calendar: Calendar
    moved: Mapping[str, str]
    lost: frozenset[DocumentPath]
    periods: Mapping[Frequency, Periods]

    @classmethod
    def of(cls, scorecard: Scorecard, problems: FileProblems) -> Known:
        """What the rows beside a scorecard may name, where so much was told of it."""
        periods = {frequency: Periods() for frequency in Frequency}
        gathered = {}
        for objective, kpi in scorecard.kpis():
            path = ("objectives", objective.id, "kpis", kpi.id)
            gathered[kpi.id] = Gathered(kpi, path, periods[kpi.frequency].by_index)
        moved = {move.old_id: move.new_id for move in scorecard.moved}
        lost = frozenset(coded.problem.place.path for coded in problems.told)
        return cls(gathered, scorecard.fiscal_calendar, moved, lost, periods)

    def read_periods(self, texts: Iterable[str], frequency: Frequency) -> Periods:
        """What each of the texts names, for KPIs of a frequency; each text is read once."""
        known = self.periods[frequency]
        for text in texts:
            if text not in known.named and text not in known.wrong:
                period = read_period(text, self.calendar, frequency)
                if isinstance(period, Period):
                    known.named[text] = period.index
                    known.by_index[period.index] = period
                else:
                    known.wrong[text] = period
        return known

    def may_be_lost(self, id: str) -> bool:
        """Whether a KPI that nobody knows may stand in the scorecard, where it was misread."""
        return any(
            path[:1] == ("objectives",) and (len(path) <= 3 or path[2:4] == ("kpis", id))
            for path in self.lost
        )

    def remedy(self, id: str) -> str:
        """What to write in place of an id that no KPI has."""
        if id in self.moved:
            return f'it has moved: write "{self.moved[id]}"'
        return did_you_mean(id, self.gathered) or "add the KPI, or take out its rows"
