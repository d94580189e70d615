"""How files become a report: the one function that runs the stages in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bscli.errors import UsageError
from bscli.findings import Finding
from bscli.frequencies import Frequency
from bscli.graph.strategy_graph import StrategyGraph
from bscli.model.project import Project
from bscli.model.scorecard import Scorecard
from bscli.periods import FIRST_YEAR, LAST_YEAR, Calendar, Period, PeriodError
from bscli.rules.engine import Found, find
from bscli.rules.limits import Limits
from bscli.rules.subject import Subject
from bscli.scoring.calculated import calculated
from bscli.scoring.scores import ScorecardScore, score_scorecard


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything that is known about a project in one period as of one day.

    The project's calculated KPIs have their values. ``graphs`` and ``scores`` follow the order of
    ``project.scorecards``. ``newer_period`` is a
    period that has ended later than the reviewed one, where nobody asked for a certain period.
    """

    project: Project
    period: Period
    as_of: date
    graphs: tuple[StrategyGraph, ...]
    scores: tuple[ScorecardScore, ...]
    found: Found
    newer_period: Period | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, by file, line, column and code."""
        return self.found.findings


def analyse(project: Project, *, as_of: date, period: str | None = None) -> Analysis:
    """The project's graphs, scores and findings; raises UsageError for a text that is no period.

    ``as_of`` is the day whose knowledge counts; ``period`` is a period such as ``2026-Q3``, by
    default the latest quarter with an actual (a year, where every KPI is yearly).
    """
    if not FIRST_YEAR < as_of.year < LAST_YEAR:
        raise UsageError(f"the day {as_of} lies outside the years that bsc knows")
    project = calculated(project)
    reviewed, newer = _reviewed_period(project, as_of, period)
    graphs = tuple(StrategyGraph(scorecard) for scorecard in project.scorecards)
    scores = tuple(
        score_scorecard(scorecard, _own(scorecard, reviewed), as_of)
        for scorecard in project.scorecards
    )
    found = find(project, _subjects(project, graphs, scores))
    return Analysis(
        project=project,
        period=reviewed,
        as_of=as_of,
        graphs=graphs,
        scores=scores,
        found=found,
        newer_period=newer,
    )


def _subjects(
    project: Project, graphs: tuple[StrategyGraph, ...], scores: tuple[ScorecardScore, ...]
) -> tuple[Subject, ...]:
    files = [file.file for file in project.files if file.scorecard is not None]
    return tuple(
        Subject(
            file=file,
            scorecard=graph.scorecard,
            graph=graph,
            scores=score,
            project=project,
            limits=Limits(),
        )
        for file, graph, score in zip(files, graphs, scores, strict=True)
    )


def _reviewed_period(
    project: Project, as_of: date, wanted: str | None
) -> tuple[Period, Period | None]:
    calendar = _calendar(project)
    if wanted is not None:
        return _parsed(calendar, wanted), None
    latest_ended = calendar.last_ended(_default_length(project), as_of)
    ends = [
        entry.period.last
        for scorecard in project.scorecards
        for _, kpi in scorecard.kpis()
        for entry in kpi.actuals
        if entry.period.last <= latest_ended.last
    ]
    if not ends:
        return latest_ended, None
    period = calendar.containing(max(ends), latest_ended.frequency)
    return period, latest_ended if period != latest_ended else None


def _calendar(project: Project) -> Calendar:
    calendars = [scorecard.fiscal_calendar for scorecard in project.scorecards]
    return calendars[0] if calendars else Calendar()


def _own(scorecard: Scorecard, period: Period) -> Period:
    """The period of the same name in a scorecard's own calendar."""
    return scorecard.fiscal_calendar.period(period.name)


def _parsed(calendar: Calendar, text: str) -> Period:
    try:
        return calendar.period(text)
    except PeriodError as error:
        hint = f'did you mean "{error.suggestion}"?' if error.suggestion else None
        raise UsageError(f'"{text[:40]}" {error}', hint or "write it as in 2026-Q3") from None


def _default_length(project: Project) -> Frequency:
    frequencies = {kpi.frequency for card in project.scorecards for _, kpi in card.kpis()}
    return Frequency.YEARLY if frequencies == {Frequency.YEARLY} else Frequency.QUARTERLY
