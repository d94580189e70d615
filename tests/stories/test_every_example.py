"""What holds for all examples, whatever story they tell."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bscli.model.kpi import Kpi
from bscli.model.objective import LinkKind
from tests.conftest import EXAMPLES
from tests.stories.reading import kpis, model


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_complete_and_labelled(example: Path) -> None:
    scorecard = model(example.name)
    measured = [kpi for _, kpi in scorecard.kpis()]
    assert "(fictional)" in scorecard.name
    assert 10 <= len(scorecard.objectives) <= 15
    assert 20 <= len(measured) <= 30
    links = [link for part in scorecard.objectives for link in part.drives]
    assert all(link.because for link in links if link.kind is not LinkKind.LOGICAL)
    assert any(part.budget and part.spent and part.milestones for part in scorecard.initiatives)
    assert len(scorecard.reviews) == 1
    assert any(kpi.notes for kpi in measured)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_monthly_kpi_has_a_year_of_months_or_every_one_since_it_began(example: Path) -> None:
    measured = [kpi for _, kpi in model(example.name).kpis() if kpi.formula is None]
    monthly = [kpi for kpi in measured if kpi.frequency == "monthly"]
    assert [kpi.id for kpi in monthly if not _is_told_long_enough(kpi)] == []
    assert max(entry.key for kpi in monthly for entry in kpi.actuals) == "2026-09"


def _is_told_long_enough(kpi: Kpi) -> bool:
    first, last = kpi.actuals.entries[0], kpi.actuals.entries[-1]
    is_whole = last.period.index - first.period.index + 1 == len(kpi.actuals.entries)
    return len(kpi.actuals.entries) >= 12 or (is_whole and last.key == "2026-09")


def test_no_two_examples_share_a_name() -> None:
    """Of objectives and KPIs: a strategy is not copied, not even ours from ours."""
    cards = [model(example.name) for example in EXAMPLES]
    names = [part.name.casefold() for card in cards for part in card.objectives]
    names += [kpi.name.casefold() for card in cards for _, kpi in card.kpis()]
    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_results_are_mixed(example: Path) -> None:
    found = [kpi["status"] for kpi in kpis(example.name).values()]
    assert 2 <= found.count("red") <= 5
    assert found.count("green") >= len(found) / 3
    assert found.count("amber") >= len(found) / 5
