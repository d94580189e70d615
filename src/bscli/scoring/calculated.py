"""Calculated KPIs get their values, each after those that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bscli.graph.circles import in_order, shortest_circle, tangled_groups
from bscli.model.kpi import Kpi
from bscli.model.project import Project, ScorecardFile
from bscli.model.scorecard import Scorecard
from bscli.model.series import Entry
from bscli.periods import Period
from bscli.scoring.calculated_series import CalculatedSeries, Inputs
from bscli.scoring.evaluation import NoResult
from bscli.scoring.inputs import periods_told_of
from bscli.scoring.sources import Directory, Node, Source


def calculated(project: Project) -> Project:
    """The project with the values of its calculated KPIs, which all other stages then read."""
    directory = Directory(project)
    formulas = directory.calculated()
    if not formulas:
        return project
    found = _all_series(directory, formulas)
    position, files = 0, []
    for file in project.files:
        files.append(_with_series(file, found, position))
        position += file.scorecard is not None
    return replace(project, files=tuple(files))


def _all_series(directory: Directory, formulas: Mapping[Node, Kpi]) -> dict[Node, Kpi]:
    """Every calculated KPI with its values, worked out after those that it needs."""
    needs = {node: _needed(directory, node, kpi) for node, kpi in formulas.items()}
    order = in_order(needs)
    circles: dict[Node, tuple[Node, ...]] = {}
    tangled: set[Node] = set()
    if order is None:
        pairs = [(node, needed) for node in needs for needed in needs[node]]
        groups = tangled_groups(pairs)
        tangled = set().union(*groups)
        circles = {min(group): shortest_circle(min(group), group, needs) for group in groups}
        straight = {node: needs[node] - tangled for node in needs if node not in tangled}
        order = (*sorted(tangled), *(in_order(straight) or ()))
    found: dict[Node, Kpi] = {}
    for node in order:
        if node in formulas:
            series = _empty_series(directory, node, formulas[node], found, circles.get(node, ()))
            if node not in tangled:
                series = _filled(series, directory.source(node, node[1]))
            found[node] = formulas[node].model_copy(update={"actuals": series})
    return found


def _needed(directory: Directory, node: Node, kpi: Kpi) -> set[Node]:
    assert kpi.formula is not None
    operands = kpi.formula.operands
    return {needed for operand in operands for needed in directory.nodes(operand, node[1])}


def _empty_series(
    directory: Directory,
    node: Node,
    kpi: Kpi,
    found: Mapping[Node, Kpi],
    circle: tuple[Node, ...],
) -> CalculatedSeries:
    position, formula = node[1], kpi.formula
    assert formula is not None
    inputs = {
        operand.name: tuple(
            directory.source(each, position, found.get(each))
            for each in directory.nodes(operand, position)
        )
        for operand in formula.operands
    }
    return CalculatedSeries(
        formula=formula,
        level=1 + _level_below(inputs),
        inputs=inputs,
        without_result={},
        circle=tuple(directory.source(each, position) for each in circle),
    )


def _level_below(inputs: Inputs) -> int:
    """How many formulas stand one upon another among the inputs; one without values ends them."""
    below = (source.kpi.actuals for sources in inputs.values() for source in sources)
    return max(
        (each.level for each in below if isinstance(each, CalculatedSeries) and each), default=0
    )


def _filled(series: CalculatedSeries, own: Source) -> CalculatedSeries:
    """The series with an entry for each own period that has a result, or is n/a."""
    entries: list[Entry[float | str]] = []
    without: dict[Period, NoResult] = {}
    for period in _candidates(series, own) if series.is_sound else ():
        result = series.result_over((period,))
        if isinstance(result, NoResult):
            without[period] = result
        elif result is not None:
            entries.append(Entry(period, result, period.name))
    return replace(series, entries=tuple(entries), without_result=without)


def _candidates(series: CalculatedSeries, own: Source) -> list[Period]:
    """The own periods that fine inputs tell of; where all are coarser, those that these do."""
    sources = [source for found in series.inputs.values() for source in found]
    frequency = own.kpi.frequency
    fine = [each for each in sources if not frequency.is_finer_than(each.kpi.frequency)]
    found: set[Period] = set()
    for source in fine or sources:
        found |= periods_told_of(source, frequency, own.calendar)
    return sorted(found, key=lambda period: period.last)


def _with_series(file: ScorecardFile, found: Mapping[Node, Kpi], position: int) -> ScorecardFile:
    if file.scorecard is None or not any(place == position for _, place in found):
        return file
    return replace(file, scorecard=_with_kpis(file.scorecard, found, position))


def _with_kpis(scorecard: Scorecard, found: Mapping[Node, Kpi], position: int) -> Scorecard:
    return scorecard.with_objectives(
        tuple(
            objective.model_copy(
                update={"kpis": tuple(found.get((kpi.id, position), kpi) for kpi in objective.kpis)}
            )
            for objective in scorecard.objectives
        )
    )
