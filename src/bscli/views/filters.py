"""Which rows of a status table somebody wants to see; scores stay those of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bscli.analysis import Analysis
from bscli.errors import NotFoundError
from bscli.model.suggestions import did_you_mean
from bscli.scoring.scores import ObjectiveScore, PerspectiveScore, ScorecardScore
from bscli.scoring.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show; an empty tuple shows everything."""

    perspectives: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()

    def __str__(self) -> str:
        chosen = (
            ("status", self.statuses),
            ("perspective", self.perspectives),
            ("owner", self.owners),
            ("theme", self.themes),
        )
        return ", ".join(f"{noun} {' or '.join(names)}" for noun, names in chosen if names)


def shown_files(analysis: Analysis) -> tuple[tuple[str, ScorecardScore], ...]:
    """The files that were asked for and could be read, with all of their scores."""
    files = [file.file for file in analysis.project.files if file.scorecard is not None]
    pairs = zip(files, analysis.scores, strict=True)
    return tuple((file, scores) for file, scores in pairs if file in analysis.project.shown)


def shown_scores(analysis: Analysis, filters: Filters) -> tuple[ScorecardScore, ...]:
    """The scores of the files that were asked for, without the rows that a filter hides.

    Raises NotFoundError for a perspective, owner or theme that none of them has.
    """
    shown = [scores for _, scores in shown_files(analysis)]
    _refuse_unknown(shown, filters)
    return tuple(_narrowed(scores, filters) for scores in shown)


def has_red(shown: tuple[ScorecardScore, ...]) -> bool:
    """Whether anything red is on the screen: a perspective, an objective or a KPI."""
    lanes = [lane for scores in shown for lane in scores.perspectives]
    parts = [part for lane in lanes for part in lane.objectives]
    found = {lane.rolled_up.status for lane in lanes} | {part.rolled_up.status for part in parts}
    return Status.RED in found | {kpi.status for part in parts for kpi in part.kpis}


def _refuse_unknown(shown: list[ScorecardScore], filters: Filters) -> None:
    perspectives = {lane.perspective.id for scores in shown for lane in scores.perspectives}
    themes = {theme.id for scores in shown for theme in scores.scorecard.themes}
    for noun, wanted, known in (
        ("perspective", filters.perspectives, perspectives),
        ("theme", filters.themes, themes),
        ("owner", filters.owners, _owners(shown)),
    ):
        for name in wanted:
            if name not in known:
                listed = ", ".join(sorted(known)[:12])
                hint = did_you_mean(name, sorted(known)) or (f"known: {listed}" if listed else None)
                raise NotFoundError(f'there is no {noun} "{name[:80]}"', hint)


def _owners(shown: list[ScorecardScore]) -> set[str]:
    """Everybody who owns a perspective, an objective or a KPI, by name or by inheritance."""
    lanes = {lane.owner for scores in shown for lane in scores.perspectives}
    parts = {part.owner for scores in shown for part in scores.objectives}
    kpis = {kpi.owner for scores in shown for kpi in scores.kpis}
    return {owner for owner in lanes | parts | kpis if owner is not None}


def _narrowed(scores: ScorecardScore, filters: Filters) -> ScorecardScore:
    if filters == Filters():
        return scores
    lanes = (_narrowed_lane(lane, filters) for lane in scores.perspectives)
    return replace(scores, perspectives=tuple(lane for lane in lanes if lane is not None))


def _narrowed_lane(lane: PerspectiveScore, filters: Filters) -> PerspectiveScore | None:
    """The perspective with what matches in it; None where neither it nor anything in it does."""
    if filters.perspectives and lane.perspective.id not in filters.perspectives:
        return None
    found = (_narrowed_objective(part, filters) for part in lane.objectives)
    parts = tuple(part for part in found if part is not None)
    stands = bool(lane.objectives) or not filters.statuses
    matches = stands and _matches(filters, lane.owner, lane.rolled_up.status)
    is_kept = parts or (matches and not filters.themes)
    return replace(lane, objectives=parts) if is_kept else None


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
