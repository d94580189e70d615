"""Which rows of a status table somebody wants to see; scores stay those of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bscli.analysis import Analysis
from bscli.errors import NotFoundError
from bscli.model.suggestions import did_you_mean
from bscli.scoring.kpi_score import KpiScore
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore
from bscli.scoring.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show; an empty tuple shows everything."""

    perspectives: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()


def shown_scores(analysis: Analysis, filters: Filters) -> tuple[ScorecardScore, ...]:
    """The scores of the files that were asked for, without the rows that a filter hides.

    Raises NotFoundError for a perspective, owner or theme that none of them has.
    """
    files = [file.file for file in analysis.project.files if file.scorecard is not None]
    shown = [
        scores
        for file, scores in zip(files, analysis.scores, strict=True)
        if file in analysis.project.shown
    ]
    _refuse_unknown(shown, filters)
    return tuple(_narrowed(scores, filters) for scores in shown)


def _refuse_unknown(shown: list[ScorecardScore], filters: Filters) -> None:
    perspectives = {lane.perspective.id for scores in shown for lane in scores.perspectives}
    themes = {theme.id for scores in shown for theme in scores.scorecard.themes}
    parts = [part for scores in shown for part in scores.objectives]
    owners = {part.owner for part in parts} | {kpi.owner for part in parts for kpi in part.kpis}
    known_owners = {owner for owner in owners if owner is not None}
    for noun, wanted, known in (
        ("perspective", filters.perspectives, perspectives),
        ("theme", filters.themes, themes),
        ("owner", filters.owners, known_owners),
    ):
        for name in wanted:
            if name not in known:
                listed = ", ".join(sorted(known)[:12])
                hint = did_you_mean(name, sorted(known)) or (f"known: {listed}" if listed else None)
                raise NotFoundError(f'there is no {noun} "{name[:80]}"', hint)


def _narrowed(scores: ScorecardScore, filters: Filters) -> ScorecardScore:
    if filters == Filters():
        return scores
    lanes = (_narrowed_lane(lane, filters) for lane in scores.perspectives)
    return replace(scores, perspectives=tuple(lane for lane in lanes if lane.objectives))


def _narrowed_lane(lane: PerspectiveScore, filters: Filters) -> PerspectiveScore:
    if filters.perspectives and lane.perspective.id not in filters.perspectives:
        return replace(lane, objectives=())
    parts = (_narrowed_objective(part, filters) for part in lane.objectives)
    return replace(lane, objectives=tuple(part for part in parts if part is not None))


def _narrowed_objective(part: ObjectiveScore, filters: Filters) -> ObjectiveScore | None:
    if filters.themes and not set(filters.themes) & set(part.objective.themes):
        return None
    kpis = tuple(kpi for kpi in part.kpis if _matches(filters, kpi.owner, kpi.status))
    matches = _matches(filters, part.owner, part.rolled_up.status)
    return replace(part, kpis=kpis) if kpis or matches else None


def _matches(filters: Filters, owner: str | None, status: Status) -> bool:
    return (not filters.owners or owner in filters.owners) and (
        not filters.statuses or status in filters.statuses
    )


def kpis_of(scores: tuple[ScorecardScore, ...]) -> tuple[KpiScore, ...]:
    """Every KPI of several scorecards."""
    return tuple(kpi for score in scores for kpi in score.kpis)
