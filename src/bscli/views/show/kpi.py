"""A KPI's page: its past as a chart and a table, notes, meaning, and what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.insight.subject import KpiSubject
from bscli.model.kpi import Kpi
from bscli.model.series import Range
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.own_results import OwnResult
from bscli.scoring.signals import FEWEST
from bscli.scoring.status import Trend
from bscli.views.findings import counted
from bscli.views.numbers import amount_of, as_stated, score_text, target_of
from bscli.views.report.kpi_lines import LONGEST_SOURCE, facts_of
from bscli.views.score_steps import answer_of
from bscli.views.show.chart import chart_of
from bscli.views.show.page import Facts, Lines, Page, Past, PastPeriod, dated, filled, passage
from bscli.views.show.ties import ties_of_kpi
from bscli.views.signals import rule_words, signals_text, usual_words
from bscli.views.status import kpi_row
from bscli.views.text import one_line

MOST_PERIODS = 24
LONGEST_NOTE = 400


def kpi_page(subject: KpiSubject) -> Page:
    """Everything that is known of a KPI up to the end of the period."""
    score, scores = subject.kpi, subject.scores
    results = subject.history(MOST_PERIODS)
    chart = chart_of(score, results)
    trend = "" if score.trend is Trend.UNKNOWN else f", {score.trend}"
    sections = filled(
        Lines("", (*_so_far(subject), *_signal_lines(subject))),
        *([chart] if chart else [Lines("", ("No values yet.",))]),
        Past("History", tuple(_past(score, results)), _more(score, results)),
        Facts("Notes", dated(score.kpi.notes, scores.as_of)),
        Facts("Changes of the process", dated(score.kpi.changed, scores.as_of)),
        Facts("Meaning", tuple(_meaning(score))),
        *ties_of_kpi(subject),
    )
    return Page(
        title=f"KPI {one_line(score.kpi.name)}",
        answer=answer_of(score) + trend,
        place=f"{subject.id}, {scores.period} as of {scores.as_of}",
        sections=sections,
    )


def _so_far(subject: KpiSubject) -> tuple[str, ...]:
    """How much of the period is known, how old the value is, and what else the status remarks."""
    row = kpi_row(subject.kpi, None)
    told = ", ".join(filter(None, (row.gap, row.age, row.remark)))
    return (told[0].upper() + told[1:],) if told else ()


def _signal_lines(subject: KpiSubject) -> Iterator[str]:
    """Whether the period tells anything new, and what the usual values are."""
    score, xmr = subject.kpi, subject.kpi.xmr
    if score.kpi.measure.words:
        return
    if xmr is None:
        yield f"No signals yet: {FEWEST} values of the same process are needed."
        return
    if score.reading.value is not None:
        yield _news(subject)
    yield f"{usual_words(score.kpi, xmr)}, from {xmr.points} values since {xmr.since}"


def _news(subject: KpiSubject) -> str:
    """The signals of the period, or that there is none."""
    score = subject.kpi
    if told := signals_text(score):
        return told.replace("s", "S", 1)
    how = "red, but within its usual range (noise)" if score.is_noise else "nothing unusual"
    return f"No signal in {subject.scores.period}: {how}"


def _past(score: KpiScore, results: tuple[OwnResult, ...]) -> Iterator[PastPeriod]:
    kpi, found = as_stated(score.kpi), _signals_by_period(score)
    shown = _TargetTexts(score.kpi)
    for each in results:
        own = each.score
        note = score.kpi.notes.at(each.period)
        yield PastPeriod(
            period=each.period.name,
            value=amount_of(kpi, own.reading.value),
            target=shown.of(own.target.amount if own.target else None),
            red=shown.of(own.red_edge),
            score=score_text(own.score),
            status=own.status,
            signal=found.get(each.period.name, ""),
            note=one_line(note.value, LONGEST_NOTE) if note else "",
        )


def _signals_by_period(score: KpiScore) -> dict[str, str]:
    """The plainest signal of each period that has any."""
    signals = score.xmr.signals if score.xmr else ()
    return {signal.period.name: rule_words(signal) for signal in reversed(signals)}


class _TargetTexts:
    """Targets as texts, each of them made once."""

    def __init__(self, kpi: Kpi) -> None:
        self._kpi = kpi
        self._texts: dict[float | Range | None, str] = {}

    def of(self, amount: float | Range | None) -> str:
        if amount not in self._texts:
            self._texts[amount] = target_of(self._kpi, amount)
        return self._texts[amount]


def _more(score: KpiScore, results: tuple[OwnResult, ...]) -> str:
    """How many values came before those that are shown."""
    first = results[0].period.first if results else score.known_to
    earlier = sum(entry.period.first < first for entry in score.kpi.actuals)
    return f"and {counted(earlier, 'earlier value')}: --format json has them all" if earlier else ""


def _meaning(score: KpiScore) -> Iterator[tuple[str, str]]:
    kpi = score.kpi
    terms = (
        ("Measured as", passage(kpi.description)),
        ("Unit", one_line(kpi.unit or "")),
        ("Formula", one_line(kpi.formula.text) if kpi.formula else ""),
        ("Read as", ", ".join(facts_of(kpi, {}))),
        ("Source", one_line(kpi.source or "", LONGEST_SOURCE)),
        ("Owner", one_line(score.owner or "")),
        ("See", "\n".join(map(one_line, kpi.see))),
    )
    return ((term, text) for term, text in terms if text)
