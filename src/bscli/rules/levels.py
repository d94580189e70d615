"""The target, red line and baseline of a KPI where no value of it is judged by them."""

from __future__ import annotations

from bscli.model.kpi import Kpi
from bscli.model.scorecard import Scorecard
from bscli.periods import Period
from bscli.scoring.level_finder import LevelFinder
from bscli.scoring.reading import Reading
from bscli.scoring.status import Status


def levels_in(scorecard: Scorecard, kpi: Kpi, period: Period) -> LevelFinder:
    """The levels in one of the KPI's own periods, whatever is known of its value there."""
    reading = Reading(
        judged=period,
        due=(period,),
        periods=(period,),
        present=(),
        value=None,
        nothing=Status.NO_DATA,
        age=None,
        stands=False,
    )
    return LevelFinder(kpi, reading, scorecard.fiscal_calendar)
