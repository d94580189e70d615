"""BSC307: a red line, baseline or end of the scale on the wrong side of the target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bscli.findings import Part, Problem, Severity
from bscli.model.kpi import Basis, Kpi
from bscli.model.measures import Better
from bscli.model.objective import Objective
from bscli.model.series import Range
from bscli.periods import Period
from bscli.rules.levels import levels_in
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject
from bscli.scoring.level_finder import LevelFinder
from bscli.scoring.levels import Amount, Level
from bscli.scoring.scale import value_edges
from bscli.scoring.settings import ScoringBasis, scoring_basis
from bscli.scoring.status import are_equal

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mistake:
    """A key of a KPI with an amount that is out of order; ``level`` is what stated it.

    ``relation`` is how it stands to an ``edge`` of the scale, which lies at the ``other`` amount.
    """

    key: str
    amount: Amount
    relation: str
    edge: str
    other: Amount
    level: Level | None = None

    @property
    def fact(self) -> str:
        """How the amount stands to the other one."""
        return f"{self.relation} {self.edge}, {_shown(self.other)}"

    @property
    def label(self) -> str:
        """The same in a few words, without the numbers."""
        return f"{self.relation} {self.edge}".removeprefix("is ").replace(" its ", " the ")

    @property
    def place(self) -> Path:
        """Where in the KPI the amount stands."""
        entry = self.level.pieces[0].entry if self.level else None
        return (self.key, entry.key) if entry else (self.key,)


def check(subject: Subject) -> Iterator[Problem]:
    """Every KPI at the first period that is out of order, and every such pair of shares once."""
    places_of_shares: dict[Path, ScoringBasis] = {}
    for objective, kpi in subject.soundly_read_kpis():
        settings = scoring_basis(subject.scorecard, objective, kpi)
        if not kpi.measure.words and not _shares_are_out_of_order(kpi, settings):
            yield from _first_mistake(subject, objective, kpi, settings.by)
        elif not kpi.measure.words:
            places_of_shares[_place_of_shares(subject, objective, kpi)] = settings
    for place, settings in places_of_shares.items():
        red, green = (f"{share * 100:.10g}%" for share in (settings.red, settings.green))
        yield subject.problem(
            place,
            f"scoring by {settings.by} is red below {red} and green from {green} on, "
            "which leaves nothing in between",
            "make the share for red smaller than the one for green",
            part=Part.VALUE,
            label="no room between red and green",
        )


def _shares_are_out_of_order(kpi: Kpi, settings: ScoringBasis) -> bool:
    uses_shares = settings.by is not Basis.VALUE and kpi.better is not Better.WITHIN
    return uses_shares and settings.red >= settings.green


def _place_of_shares(subject: Subject, objective: Objective, kpi: Kpi) -> Path:
    """Where the shares that apply to a KPI are stated, nearest to it."""
    above: Path = ("objectives", objective.id)
    own: Path = (*above, "kpis", kpi.id)
    holders = ((own, kpi.scoring), (above, objective.scoring), ((), subject.scorecard.scoring))
    for path, settings in holders:
        if settings is not None and settings.red is not None:
            return (*path, "scoring", "red")
        if settings is not None and settings.green is not None:
            return (*path, "scoring", "green")
    raise AssertionError("shares that nobody stated are in order")


def _first_mistake(
    subject: Subject, objective: Objective, kpi: Kpi, by: Basis
) -> Iterator[Problem]:
    for period in _periods_to_compare(subject, kpi):
        mistake = _mistake(kpi, by, levels_in(subject.scorecard, kpi, period))
        if mistake is not None:
            name = {"red": "red line", "baseline": "baseline"}.get(mistake.key, f'"{mistake.key}"')
            yield subject.problem(
                ("objectives", objective.id, "kpis", kpi.id, *mistake.place),
                f'the {name} of "{kpi.id}" in {period}, {_shown(mistake.amount)}, {mistake.fact}',
                _help(kpi, mistake),
                part=Part.VALUE,
                label=mistake.label,
            )
            return


def _help(kpi: Kpi, mistake: _Mistake) -> str:
    if kpi.better is Better.WITHIN:
        return "let the red range reach at least as far as the target range on both sides"
    if mistake.key in ("worst", "best"):
        return "correct the number, or leave it out to let bsc place that end of the scale"
    other = Better.LOWER if kpi.better is Better.HIGHER else Better.HIGHER
    return f"{kpi.better} counts as better here: correct the number, or write better: {other}"


def _periods_to_compare(subject: Subject, kpi: Kpi) -> list[Period]:
    """The KPI's own periods that dated levels begin and end with; any one where none is dated."""
    calendar = subject.scorecard.fiscal_calendar
    stated = {
        entry.period for levels in (kpi.target, kpi.red, kpi.baseline) for entry in levels.dated
    }
    if not stated:
        return [calendar.containing(subject.scores.period.last, kpi.frequency)]
    inner = [calendar.inside(period, kpi.frequency) or (period,) for period in stated]
    ends = {period for periods in inner for period in (periods[0], periods[-1])}
    return sorted(ends, key=lambda period: period.first)


def _mistake(kpi: Kpi, by: Basis, levels: LevelFinder) -> _Mistake | None:
    target, red, baseline = levels.target(), levels.red(), levels.baseline()
    if target is None:
        return None
    if isinstance(target.amount, Range):
        return _range_mistake(target.amount, red)
    if by is Basis.VALUE:
        return _scale_mistake(kpi, target.amount, red, baseline)
    return _progress_mistake(kpi, target.amount, baseline) if by is Basis.PROGRESS else None


def _range_mistake(target: Range, red: Level | None) -> _Mistake | None:
    limits = red.amount if red else None
    if not isinstance(limits, Range):
        return None
    if limits.low <= target.low and target.high <= limits.high:
        return None
    return _Mistake("red", limits, "does not hold all of", "its target", target, red)


def _progress_mistake(kpi: Kpi, target: float, baseline: Level | None) -> _Mistake | None:
    if baseline is None or not isinstance(baseline.amount, float):
        return None
    if _is_better(kpi, target, baseline.amount):
        return None
    relation = "is no worse than"
    return _Mistake("baseline", baseline.amount, relation, "its target", target, baseline)


def _scale_mistake(
    kpi: Kpi, target: float, red: Level | None, baseline: Level | None
) -> _Mistake | None:
    edges = value_edges(kpi, target, red, baseline)
    if _is_better(kpi, edges.red, target):
        return _Mistake("red", edges.red, "is better than", "its target", target, red)
    if _is_better(kpi, edges.worst, edges.red):
        return _Mistake("worst", edges.worst, "is better than", "where red ends", edges.red)
    if _is_better(kpi, target, edges.best):
        return _Mistake("best", edges.best, "is worse than", "its target", target)
    return None


def _is_better(kpi: Kpi, one: float, other: float) -> bool:
    sign = -1 if kpi.better is Better.LOWER else 1
    return sign * one > sign * other and not are_equal(one, other)


def _shown(amount: Amount) -> str:
    if isinstance(amount, Range):
        return f"{amount.low:.10g} to {amount.high:.10g}"
    return f"{amount:.10g}"


RULE = Rule(
    code="BSC307",
    name="edges-out-of-order",
    label="out of order",
    severity=Severity.ERROR,
    finds="a red line, baseline or end of the scale on the wrong side of the target",
    reason="Where a value can be alarming and on target at once, no score means anything.",
    bad="""\
bsc: 1
name: Bike repair shop (fictional)
owner: founder
objectives:
  repair-while-you-wait:
    name: Repair while you wait
    perspective: customer
    kpis:
      repair-time:
        name: Median time of a repair
        type: leading
        unit: minutes
        target: {2026: 45}
        red: {2026: 75}
""",
    mend=(
        "        type: leading\n",
        "        type: leading\n        better: lower\n",
    ),
    check=check,
)
