"""BSC201: an id that names nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bscli.findings import DocumentPath, Part, Problem, Severity
from bscli.model.objective import Objective
from bscli.model.scorecard import Scorecard
from bscli.model.suggestions import did_you_mean, nearest
from bscli.rules.misread import may_kpi_be_lost
from bscli.rules.rule import Rule
from bscli.rules.subject import Subject

MOST_LISTED = 8

_SECTIONS = {
    "objective": "objectives",
    "KPI": "objectives",
    "initiative": "initiatives",
    "perspective": "perspectives",
    "theme": "themes",
}

Places = Mapping[str, DocumentPath]
"""Where each id stands; an empty path where it is known without standing in the file."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """An id that names something: the words before it, and what kinds of thing it may name."""

    path: DocumentPath
    words: str
    id: str
    kinds: tuple[str, ...]
    part: Part = Part.KEY


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a reference to another scorecard, and what to do about it."""

    fact: str
    help: str
    label: str


def check(subject: Subject) -> Iterator[Problem]:
    """Every reference to what does not exist, unless a mistake that is already told made it so."""
    known = _known(subject.scorecard)
    for reference in _references(subject.scorecard):
        exists = any(reference.id in known[kind] for kind in reference.kinds)
        if not exists and not _was_left_out(subject, reference, known):
            yield _unknown(subject, reference, known)
    for objective in subject.scorecard.objectives:
        for reference_above in objective.supports:
            yield from _check_support(subject, objective, reference_above)


def _known(scorecard: Scorecard) -> dict[str, Places]:
    is_declared = "perspectives" in scorecard.model_fields_set
    return {
        "objective": {part.id: ("objectives", part.id) for part in scorecard.objectives},
        "KPI": {
            kpi.id: ("objectives", objective.id, "kpis", kpi.id)
            for objective, kpi in scorecard.kpis()
        },
        "initiative": {part.id: ("initiatives", part.id) for part in scorecard.initiatives},
        "perspective": {
            part.id: ("perspectives", part.id) if is_declared else ()
            for part in scorecard.perspectives
        },
        "theme": {part.id: ("themes", part.id) for part in scorecard.themes},
    }


def _references(scorecard: Scorecard) -> Iterator[_Reference]:
    for objective in scorecard.objectives:
        yield from _references_of(objective)
    for part in scorecard.initiatives:
        for id in part.objectives:
            path = ("initiatives", part.id, "objectives", id)
            yield _Reference(path, f'"{part.id}" moves', id, ("objective",))
    for move in scorecard.moved:
        words = f'"{move.old_id}" moved to'
        yield _Reference(("moved", move.old_id), words, move.new_id, tuple(_SECTIONS), Part.VALUE)


def _references_of(objective: Objective) -> Iterator[_Reference]:
    path = ("objectives", objective.id)
    name = f'"{objective.id}"'
    yield _Reference(
        (*path, "perspective"),
        f"{name} stands in",
        objective.perspective,
        ("perspective",),
        Part.VALUE,
    )
    for theme in objective.themes:
        yield _Reference((*path, "themes", theme), f"{name} belongs to", theme, ("theme",))
    for link in objective.drives:
        effect = link.effect_id
        yield _Reference((*path, "drives", effect), f"{name} drives", effect, ("objective",))
    for kpi in objective.kpis:
        for guard in kpi.guarded_by:
            guard_path = (*path, "kpis", kpi.id, "guarded_by", guard)
            yield _Reference(guard_path, f'"{kpi.id}" is guarded by', guard, ("KPI",))


def _was_left_out(subject: Subject, reference: _Reference, known: Mapping[str, Places]) -> bool:
    """Whether what it names may stand in the file, but could not be read."""
    return any(_may_be_lost(subject, kind, reference.id, known[kind]) for kind in reference.kinds)


def _may_be_lost(subject: Subject, kind: str, id: str, known: Places) -> bool:
    section = _SECTIONS[kind]
    if not any(known.values()):
        return subject.is_misread(section) or subject.has_unknown_key_at_head
    if kind == "KPI":
        return may_kpi_be_lost(subject.misread, subject.scorecard, id)
    return subject.is_misread(section, id)


def _unknown(subject: Subject, reference: _Reference, known: Mapping[str, Places]) -> Problem:
    other = next((kind for kind, places in known.items() if reference.id in places), None)
    fault = f"is the id of {_a(other)}" if other else "does not exist"
    message = f'{reference.words} "{reference.id}", which {fault}'
    places = {id: path for kind in reference.kinds for id, path in known[kind].items()}
    help = _remedy(subject, reference, places)
    label = f"no {reference.kinds[0]} has this id" if len(reference.kinds) == 1 else None
    return subject.problem(reference.path, message, help, part=reference.part, label=label)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "io" else f"a {kind}"


def _remedy(subject: Subject, reference: _Reference, places: Places) -> str:
    near = nearest(reference.id, places)
    if near is not None and places[near]:
        return f'did you mean "{near}" (line {_line(subject, places[near])})?'
    if near is not None:
        return f'did you mean "{near}"?'
    noun = f"{reference.kinds[0]}s" if len(reference.kinds) == 1 else "ids"
    return _listed(noun, list(places)) or f"there are no {noun} yet: add one, or remove this"


def _listed(noun: str, ids: list[str]) -> str:
    if not ids:
        return ""
    more = len(ids) - MOST_LISTED
    return f"known {noun}: {', '.join(ids[:MOST_LISTED])}" + (f" and {more} more" * (more > 0))


def _line(subject: Subject, path: DocumentPath) -> int:
    return subject.document.locate(path, Part.KEY).span.line


def _check_support(subject: Subject, objective: Objective, id: str) -> Iterator[Problem]:
    fault = _fault_of_support(subject, id)
    if fault is not None:
        path = ("objectives", objective.id, "supports", id)
        message = f'"{objective.id}" supports "{id}", which {fault.fact}'
        yield subject.problem(path, message, fault.help, label=fault.label)


def _fault_of_support(subject: Subject, id: str) -> _Fault | None:
    """What is wrong with an objective of another scorecard."""
    own = subject.scorecard
    above, _, goal = id.rpartition(".")
    if above in ("", own.id) and own.objective(goal) is not None:
        fact = "stands in this scorecard"
        return _Fault(fact, "use drives for objectives of this scorecard", fact)
    if not above:
        example = f"{own.parent or 'corporate'}.{goal}"
        help = f"write it as scorecard.objective, for example {example}"
        return _Fault("names no scorecard", help, "names no scorecard")
    loaded = [scorecard for scorecard in subject.project.scorecards if scorecard.id == above]
    if not loaded:
        return _fault_of_scorecard(subject, above)
    is_known = any(scorecard.objective(goal) is not None for scorecard in loaded)
    if is_known or _could_not_be_read(subject, above, goal):
        return None
    goals = [f"{above}.{part.id}" for scorecard in loaded for part in scorecard.objectives]
    listed = _listed("objectives", goals) or f'"{above}" has no objectives yet'
    return _Fault("does not exist", did_you_mean(id, goals) or listed, "no objective has this id")


def _could_not_be_read(subject: Subject, scorecard: str, objective: str) -> bool:
    files = {
        file.file
        for file in subject.project.files
        if file.scorecard is not None and file.scorecard.id == scorecard
    }
    lost = (("objectives",), ("objectives", objective))
    places = (coded.problem.place for coded in subject.project.problems)
    return any(place.file in files and place.path[:2] in lost for place in places)


def _fault_of_scorecard(subject: Subject, id: str) -> _Fault | None:
    """A parent may live elsewhere, and a file that could not be read may be the one."""
    own, project = subject.scorecard, subject.project
    if id == own.parent or any(file.scorecard is None for file in project.files):
        return None
    others = [scorecard.id for scorecard in project.scorecards if scorecard is not own]
    known = [*others, own.parent] if own.parent else others
    help = f"say parent: {id} at the head, if this scorecard cascades from it"
    fact = f'names an unknown scorecard "{id}"'
    return _Fault(fact, did_you_mean(id, known) or help, "no scorecard has this id")


RULE = Rule(
    code="BSC201",
    name="unknown-reference",
    label="nothing has this id",
    severity=Severity.ERROR,
    finds="an id that names no objective, KPI, perspective, theme or scorecard, or the name of a "
    "data file that is not there, with the nearest one that is",
    reason="A link to something that is not there is a gap in the strategy's story that no map "
    "can show.",
    bad="""\
bsc: 1
name: Ferry line (fictional)
objectives:
  grow-revenue: {name: Grow revenue, perspective: financial}
  sail-on-time:
    name: Sail on time
    perspective: customer
    drives: {grow-reveneu: {because: Guests who trust the timetable come back.}}
""",
    mend=(
        "    drives: {grow-reveneu: {because: Guests who trust the timetable come back.}}\n",
        "    drives: {grow-revenue: {because: Guests who trust the timetable come back.}}\n",
    ),
    check=check,
)
