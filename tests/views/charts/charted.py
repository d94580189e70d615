"""Charts for tests: the entries of a KPI or of initiatives in, a chart's view out."""

from __future__ import annotations

from datetime import date
from textwrap import indent

from bscli.views.charts.bullet import Bullet, bullet_of
from bscli.views.charts.sparkline import Sparkline, sparkline_of
from bscli.views.charts.timeline import Timeline, timeline_of
from tests.builders import AS_OF, PERIOD, analysis_of, kpi_scorecard, score_of, scorecard_of


def bullet(kpi: str) -> Bullet:
    """The bullet graph of a KPI that has one."""
    found = bullet_of(score_of(kpi))
    assert found is not None
    return found


def sparkline_or_none(
    kpi: str, settings: str = "", period: str = PERIOD, as_of: date = AS_OF
) -> Sparkline | None:
    """The sparkline of a KPI, if it has one."""
    scores = analysis_of(kpi_scorecard(kpi, settings), period, as_of).scores[0]
    calendar = scores.scorecard.fiscal_calendar
    return sparkline_of(scores.kpis[0], calendar, scores.period, scores.as_of)


def sparkline(kpi: str, settings: str = "", period: str = PERIOD, as_of: date = AS_OF) -> Sparkline:
    """The sparkline of a KPI that has one."""
    found = sparkline_or_none(kpi, settings, period, as_of)
    assert found is not None
    return found


def timeline(*initiatives: str, as_of: date = AS_OF) -> Timeline:
    """The timeline of initiatives, each given as the entries of a YAML flow mapping."""
    rows = "\n".join(f"i{place}: {{{text}}}" for place, text in enumerate(initiatives))
    found = timeline_of(
        scorecard_of(
            "bsc: 1\nname: Test\nowner: me\n"
            "objectives:\n  o: {name: Do it, perspective: financial}\n"
            f"initiatives:\n{indent(rows, '  ')}\n"
        ).initiatives,
        as_of,
    )
    assert found is not None
    return found
