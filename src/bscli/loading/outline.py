"""Which part of a scorecard a path leads to: its keys, and what people call it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bscli.findings import DocumentPath
from bscli.model.data_file import DataColumns, DataFile
from bscli.model.initiative import Initiative, Milestone
from bscli.model.kpi import Kpi, KpiScoring
from bscli.model.objective import Link, Objective, ObjectiveScoring
from bscli.model.part import Part
from bscli.model.perspective import Perspective
from bscli.model.review import Action, Review
from bscli.model.scorecard import Scorecard, Theme
from bscli.model.settings import CalendarSettings, MapSettings

ANY = "*"


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of part: where it stands, which model reads it, and how one is called."""

    where: tuple[str, ...]
    part: type[Part]
    title: Callable[..., str]


def _titled(noun: str) -> Callable[..., str]:
    return lambda *ids: f'{noun} "{ids[-1]}"'


SECTIONS = (
    Section((), Scorecard, lambda: "the scorecard"),
    Section(("calendar",), CalendarSettings, lambda: "the calendar"),
    Section(("map",), MapSettings, lambda: "the map settings"),
    Section(("scoring",), ObjectiveScoring, lambda: "the scoring settings"),
    Section(("perspectives", ANY), Perspective, _titled("perspective")),
    Section(("themes", ANY), Theme, _titled("theme")),
    Section(("objectives", ANY), Objective, _titled("objective")),
    Section(
        ("objectives", ANY, "scoring"),
        ObjectiveScoring,
        lambda objective: f'the scoring of objective "{objective}"',
    ),
    Section(
        ("objectives", ANY, "drives", ANY),
        Link,
        lambda cause, effect: f'the link from "{cause}" to "{effect}"',
    ),
    Section(("objectives", ANY, "kpis", ANY), Kpi, _titled("KPI")),
    Section(
        ("objectives", ANY, "kpis", ANY, "scoring"),
        KpiScoring,
        lambda _, kpi: f'the scoring of KPI "{kpi}"',
    ),
    Section(("initiatives", ANY), Initiative, _titled("initiative")),
    Section(("initiatives", ANY, "milestones", ANY), Milestone, _titled("milestone")),
    Section(("data", ANY), DataFile, lambda number: f"data file {number + 1}"),
    Section(
        ("data", ANY, "columns"),
        DataColumns,
        lambda number: f"the columns of data file {number + 1}",
    ),
    Section(("reviews", ANY), Review, lambda period: f"the review of {period}"),
    Section(
        ("reviews", ANY, "actions", ANY),
        Action,
        lambda period, number: f"action {number + 1} of the review of {period}",
    ),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """The part that holds a path, and the rest of the path within it."""

    section: Section
    ids: DocumentPath
    rest: DocumentPath

    @property
    def title(self) -> str:
        """What people call the part, such as: objective "grow"."""
        return self.section.title(*(short(id) for id in self.ids))

    @property
    def subject(self) -> str:
        """What people call the place, such as: "target" of KPI "on-time-rate"."""
        if not self.rest:
            return self.title
        key, *deeper = self.rest
        inner = "".join(
            f", item {step + 1}," if isinstance(step, int) else f" for {short(step)}"
            for step in deeper
        )
        return f'"{short(key)}"{inner} of {self.title}'


def short(name: str | int) -> str | int:
    """A name as it can stand in a message."""
    return name[:64] + "…" if isinstance(name, str) and len(name) > 65 else name


def spot(path: DocumentPath) -> Spot:
    """The innermost part that a path passes through."""
    for length in range(len(path), -1, -1):
        for section in SECTIONS:
            if _matches(section.where, path[:length]):
                ids = tuple(
                    step for step, wanted in zip(path, section.where, strict=False) if wanted == ANY
                )
                return Spot(section, ids, path[length:])
    raise AssertionError("the empty path is the scorecard itself")


def _matches(where: tuple[str, ...], path: DocumentPath) -> bool:
    return len(where) == len(path) and all(
        wanted in (ANY, step) for wanted, step in zip(where, path, strict=True)
    )
