"""One KPI in one period: its value, its yardstick, its score and its trend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.model.numbers import LARGEST
from bscli.model.objective import Objective
from bscli.model.scorecard import Scorecard
from bscli.model.series import Entry, Range
from bscli.periods import Calendar, Period
from bscli.scoring.level_finder import LevelFinder
from bscli.scoring.levels import Amount, Level
from bscli.scoring.reading import Reading, read_value_in
from bscli.scoring.scale import (
    Judgement,
    judge_range,
    judge_share,
    judge_value,
    judge_word,
)
from bscli.scoring.settings import ScoringBasis, scoring_basis
from bscli.scoring.signals import Signal, Xmr, xmr_of
from bscli.scoring.status import Status, Trend, are_equal, is_at_most


@dataclass(frozen=True, kw_only=True)
class KpiScore:
    """How a KPI stands in a period; ``judgement`` is missing where it has no score.

    ``known_to`` is the last day whose values count. The trend is unknown until the score is
    compared with the period before.
    """

    kpi: Kpi
    owner: str | None
    known_to: date
    reading: Reading
    target: Level | None
    red: Level | None
    baseline: Level | None
    next_target: Entry[Amount] | None
    settings: ScoringBasis
    judgement: Judgement | None
    status: Status
    trend: Trend = Trend.UNKNOWN

    @property
    def score(self) -> float | None:
        """The score from 0 to 10, if there is one."""
        return self.judgement.score if self.judgement else None

    @cached_property
    def xmr(self) -> Xmr | None:
        """The limits of its own values up to the end of the period, if there are enough."""
        return xmr_of(self.kpi, self.known_to)

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The signals in the period; of a value that stands from another one, those in that."""
        if self.xmr is None:
            return ()
        return tuple(each for each in self.xmr.signals if each.period in self.reading.periods)

    @property
    def is_noise(self) -> bool:
        """Whether it is red although nothing tells the value from the usual ones."""
        return self.status is Status.RED and self.xmr is not None and not self.signals

    @property
    def is_expected(self) -> bool:
        """Whether it should have a score: it is due and something says what is good."""
        is_due = self.status not in (Status.NOT_DUE, Status.NOT_APPLICABLE)
        return is_due and (self.target is not None or _needs_no_target(self.kpi))

    @property
    def red_edge(self) -> Amount | None:
        """Where red ends, in the KPI's own units; None where a share or a word decides."""
        if self.judgement is None:
            return self.red.amount if self.red else None
        if self.judgement.red is not None:
            return self.judgement.red
        edges = self.judgement.edges
        return edges.red if edges and self.judgement.basis is Basis.VALUE else None


def score_kpi(
    scorecard: Scorecard,
    objective: Objective,
    kpi: Kpi,
    period: Period,
    as_of: date,
    calendar: Calendar,
) -> KpiScore:
    """The KPI's value in the period against its target, as known on a day."""
    reading = read_value_in(kpi, period, as_of, calendar)
    finder = LevelFinder(kpi, reading, calendar)
    is_skipped = reading.nothing is Status.NOT_APPLICABLE
    target = None if is_skipped else finder.target()
    red, baseline = finder.red(), finder.baseline()
    settings = scoring_basis(scorecard, objective, kpi)
    judgement = _judge(kpi, reading.value, target, red, baseline, settings)
    return KpiScore(
        kpi=kpi,
        owner=scorecard.owner_of_kpi(objective, kpi),
        known_to=_last_day(reading, period, as_of),
        reading=reading,
        target=target,
        red=red,
        baseline=baseline,
        next_target=finder.next_target() if target is None else None,
        settings=settings,
        judgement=judgement,
        status=judgement.status if judgement else reading.nothing or Status.UNSCORED,
    )


def _last_day(reading: Reading, period: Period, as_of: date) -> date:
    """The last day that counts: a week that belongs to the period may end after it."""
    own_end = reading.periods[-1].last if reading.periods and not reading.stands else period.last
    return min(own_end, as_of)


def _judge(
    kpi: Kpi,
    value: float | None,
    target: Level | None,
    red: Level | None,
    baseline: Level | None,
    settings: ScoringBasis,
) -> Judgement | None:
    """The judgement, or None where value, target or a sound yardstick is missing."""
    if value is None or (target is None and not _needs_no_target(kpi)):
        return None
    if kpi.measure.words:
        return judge_word(kpi, value)
    assert target is not None
    if isinstance(target.amount, Range):
        limits = red.amount if red and isinstance(red.amount, Range) else None
        return (
            judge_range(value, target.amount, limits) if _contains(limits, target.amount) else None
        )
    if settings.by is Basis.VALUE:
        return _judge_by_value(kpi, value, target.amount, red, baseline)
    x = measured_share(kpi, settings.by, value, target.amount, baseline)
    is_ordered = settings.red < settings.green
    return judge_share(settings, x) if x is not None and is_ordered else None


def _needs_no_target(kpi: Kpi) -> bool:
    """Whether the KPI's words say themselves what is good, and no later target postpones that."""
    return bool(kpi.measure.words) and not kpi.target


def _judge_by_value(
    kpi: Kpi, value: float, target: float, red: Level | None, baseline: Level | None
) -> Judgement | None:
    judgement = judge_value(kpi, value, target, red, baseline)
    edges = judgement.edges
    assert edges is not None
    return judgement if edges.are_in_order(kpi.better) else None


def _contains(limits: Range | None, target: Range) -> bool:
    if limits is None:
        return True
    return is_at_most(limits.low, target.low) and is_at_most(target.high, limits.high)


def measured_share(
    kpi: Kpi, by: Basis, value: float, target: float, baseline: Level | None
) -> float | None:
    """Progress from baseline to target, or the ratio to the target; None where undefined."""
    if by is Basis.RATIO:
        ratio = _quotient(value, target) if target > 0 else None
        return 2 - ratio if ratio is not None and kpi.better is Better.LOWER else ratio
    if baseline is None or isinstance(baseline.amount, Range):
        return None
    way = target - baseline.amount
    if kpi.better.sign * way <= 0 or are_equal(target, baseline.amount):
        return None
    return _quotient(value - baseline.amount, way)


def _quotient(part: float, whole: float) -> float:
    """A share, held to what can be told apart from other shares: nothing is infinite."""
    return max(-LARGEST, min(LARGEST, part / whole))
