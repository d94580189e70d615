"""The pages of ``bsc show`` on a terminal: what is drawn, and that nothing leaves the width."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bscli.analysis import Analysis, analyse
from bscli.cli.streams import TYPOGRAPHIC
from bscli.insight.subject import show
from bscli.loading import load
from bscli.renderers.terminal.show import render
from bscli.views.show.data import data_of
from bscli.views.show.showing import page_of
from tests.browser.pages import UGLY
from tests.builders import analysis_of, kpi_scorecard
from tests.commands import bsc
from tests.conftest import AS_OF, EXAMPLES, PERIOD

WIDTHS = (60, 140)
MOST_PAGES = 60


def shown(analysis: Analysis, id: str, width: int = 80, *, in_ascii: bool = False) -> str:
    page = page_of(show(analysis, id))
    return render(page, width=width, in_colour=False, in_ascii=in_ascii)


def kpi_shown(kpi: str, width: int = 80, *, in_ascii: bool = False) -> str:
    return shown(analysis_of(kpi_scorecard(kpi)), "k", width, in_ascii=in_ascii)


def chart(text: str) -> list[str]:
    """The lines from the first with an axis to that of the periods."""
    lines = text.splitlines()
    first = next(place for place, line in enumerate(lines) if "┤" in line or "│" in line)
    floor = next(place for place, line in enumerate(lines) if "└" in line)
    return lines[first : floor + 2]


def ids_of(analysis: Analysis) -> list[str]:
    card = analysis.scores[0].scorecard
    objectives = [part.id for part in card.objectives]
    return [*objectives, *(kpi.id for _, kpi in card.kpis()), *(i.id for i in card.initiatives)]


ANALYSES = {path.name: analyse(load(path), period=PERIOD, as_of=AS_OF) for path in EXAMPLES} | {
    name: analysis_of(text) for name, text in UGLY.items()
}


@pytest.mark.parametrize(
    ("name", "width"),
    [(path.name, 80) for path in EXAMPLES] + [(name, width) for name in UGLY for width in WIDTHS],
)
def test_every_page_fits_its_width(name: str, width: int) -> None:
    analysis = ANALYSES[name]
    for id in ids_of(analysis)[:MOST_PAGES]:
        lines = shown(analysis, id, width).splitlines()
        assert [line for line in lines if cell_len(line) > width] == [], id


@pytest.mark.parametrize("name", ["nonprofit", "numeric", "no-data"])
def test_ascii_pages_have_no_other_signs(name: str) -> None:
    analysis = ANALYSES[name]
    for id in ids_of(analysis):
        text = shown(analysis, id, in_ascii=True)
        assert [sign for sign in text if not (sign.isascii() or sign in TYPOGRAPHIC)] == [], id


def test_the_chart_has_values_targets_and_an_axis() -> None:
    text = kpi_shown("target: {2026-Q2: 2, 2026-Q3: 4}, red: 1, actuals: "
                     "{2026-06: 0, 2026-07: 1, 2026-08: 4, 2026-09: 3}")  # fmt: skip
    assert chart(text) == [
        "4 ┤      ─────────●────────",
        "  │",
        "  │",
        "  │                     ▲",
        "  │",
        "  │",
        "  │──────",
        "  │",
        "  │",
        "  │         ▲",
        "  │",
        "  │",
        "0 ┤   ■",
        "  └─────────┴───────────┴──",
        "         2026-07    2026-09",
    ]


def test_equal_values_lie_on_one_line() -> None:
    text = kpi_shown("actuals: {2026-08: 5, 2026-09: 5}")
    assert chart(text) == ["  │", "5 ┤   ◇     ◇", "  │", "  └─────────┴──", "        2026-09"]


def test_words_have_a_row_each() -> None:
    text = kpi_shown("unit: yes/no, actuals: {2026-08: yes, 2026-09: no}")
    assert chart(text)[:3] == ["yes ┤   ●", "    │", " no ┤         ■"]


def test_gaps_are_left_open() -> None:
    text = kpi_shown("unit: yes/no, actuals: {2026-06: yes, 2026-07: n/a, 2026-09: yes}")
    assert chart(text)[0] == "yes ┤   ●                 ●"


def test_without_values_there_is_no_chart() -> None:
    text = kpi_shown("target: 5")
    assert "No values yet.\n" in text
    assert "┤" not in text


def test_signals_and_the_usual_range_are_drawn_from_the_change_on() -> None:
    months = ("2026-01: 50", "2026-02: 51", "2026-03: 1", "2026-04: 2", "2026-05: 1")
    later = ("2026-06: 2", "2026-07: 1", "2026-08: 2", "2026-09: 9")
    text = kpi_shown(f"changed: {{2026-03: New way}}, actuals: {{{', '.join([*months, *later])}}}")
    assert text.splitlines()[4:23] == [
        "Signal: 2026-09 above its usual range (improving)",
        "Usual range -2.7 to 7.9 (trial limits), mean 2.6, from 7 values since 2026-03",
        "",
        "    51 ┤   ◇     ◇  ╎",
        *["       │            ╎"] * 8,
        "       │            ╎                                      ◇",
        "   7.9 ┤            ╎┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "   2.6 ┤            ╎ ·◇· · ·◇· · ·◇· · ·◇· · ·◇· · ·◇· · · ·",
        "  -2.7 ┤            ╎┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "       └───┴───────────┴───────────┴───────────┴───────────┴──",
        "        2026-01     2026-03     2026-05     2026-07    2026-09",
        "signal                                                     ◎",
    ]


def test_a_change_is_drawn_before_there_are_limits_and_only_after_something() -> None:
    stated = "2026-06: 2, 2026-07: 1, 2026-08: 4, 2026-09: 3"
    changed = kpi_shown(f"changed: {{2026-08: New way}}, actuals: {{{stated}}}")
    assert [line[15] for line in chart(changed)[:13]] == ["╎"] * 13
    assert "╎ the process changed\n" in changed
    assert "╎" not in kpi_shown(f"changed: {{2026-06: New way}}, actuals: {{{stated}}}")


def test_a_change_before_the_first_value_is_told_without_a_chart() -> None:
    kpi = "changed: {2026-01: New way}, actuals: {2026-09: 5}"
    text = shown(analysis_of(kpi_scorecard(kpi), period="2026-Q1", as_of=date(2026, 4, 15)), "k")
    assert "No values yet.\n" in text
    assert "  2026-01  New way\n" in text


def test_where_values_never_moved_no_usual_range_is_drawn() -> None:
    stated = ", ".join(f"2026-{month:02}: 5" for month in range(1, 10))
    text = kpi_shown(f"target: 5, actuals: {{{stated}}}")
    assert "Always 5, from 9 values since 2026-01\n" in text
    assert "   ── target 5\n" in text


def test_a_value_to_date_is_called_that_and_its_age_is_told() -> None:
    text = kpi_shown("weight: 0, target: 5, actuals: {2026-07: 5}")
    assert text.splitlines()[4] == "1 of 3 months to date, 2 months old, shown, not counted"
    whole = kpi_shown("weight: 0, actuals: {2026-07: 5, 2026-08: 5, 2026-09: 5}")
    assert whole.splitlines()[4] == "Shown, not counted"


def test_unit_and_owner_are_told_whole() -> None:
    unit, owner = "barrels of oil equivalent per day", "the second deputy of the head of operations"
    text = kpi_shown(f"unit: {unit}, owner: {owner}, actuals: {{2026-09: 5}}")
    assert f"  Unit     {unit}\n" in text
    assert f"  Owner    {owner}\n" in text


def test_a_calculated_kpi_says_that_longer_periods_are_calculated_anew() -> None:
    text = kpi_shown('formula: "j / j"')
    assert "higher is better, longer periods are calculated anew from its inputs" in " ".join(
        text.split()
    )
    assert "the last value counts" not in text


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_note_that_is_cut_fits_its_width_in_ascii_too(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    card = kpi_scorecard(f"actuals: {{2026-09: 5}}, notes: {{2026-09: {'long ' * 60}}}")
    told = bsc("show", "k", "-", "--as-of", "2026-10-15", "-q", stdin=card, encoding="ascii").out
    cut = [line for line in told.splitlines() if line.endswith("...")]
    assert [len(line) for line in cut] == [width]


def test_the_table_has_the_latest_two_years_and_counts_the_rest() -> None:
    stated = ", ".join(
        f"{year}-{month:02}: {month}"
        for year in range(2012, 2027)
        for month in range(1, 13)
        if (year, month) < (2026, 10)
    )
    text = kpi_shown(f"actuals: {{{stated}}}")
    rows = [line for line in text.splitlines() if line.startswith("  20")]
    assert [rows[0].split()[0], rows[-1].split()[0], len(rows)] == ["2024-10", "2026-09", 24]
    assert "  and 153 earlier values: --format json has them all\n" in text


def test_red_without_a_signal_says_noise() -> None:
    stated = ", ".join(f"2026-{month:02}: {10 + month % 2}" for month in range(1, 10))
    text = kpi_shown(f"target: 20, red: 15, actuals: {{{stated}}}")
    assert "No signal in 2026-Q3: red, but within its usual range (noise)\n" in text


def test_without_a_value_in_the_period_nothing_is_said_of_signals_in_it() -> None:
    stated = ", ".join(f"2026-{month:02}: {10 + month % 2}" for month in range(1, 7))
    lines = kpi_shown(f"target: 20, red: 15, actuals: {{{stated}}}").splitlines()
    assert lines[1] == "no score: no data"
    assert not [line for line in lines if line.startswith("No signal")]
    assert [line for line in lines if line.startswith("Usual range 7.8 to 13.2")]


def test_what_lies_ahead_of_the_day_is_not_told() -> None:
    kpi = "actuals: {2026-07: 1, 2026-08: 2}, notes: {2026-07: Now, 2026-09: Ahead}"
    card = analysis_of(kpi_scorecard(kpi), as_of=date(2026, 8, 15))
    text = shown(card, "k")
    assert "Ahead" not in text
    assert [line.split()[0] for line in text.splitlines() if line.startswith("  2026-0")] == [
        "2026-07",
        "2026-07",
    ]


amounts = st.floats(-1e90, 1e90, allow_subnormal=False) | st.integers(-50, 50).map(float)


@given(st.lists(amounts, min_size=1, max_size=30), amounts, st.sampled_from(WIDTHS))
def test_no_numbers_break_the_chart(values: list[float], target: float, width: int) -> None:
    months = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
    past = [month for month in months if month <= "2026-09"][-len(values) :]
    stated = ", ".join(f"{month}: {value!r}" for month, value in zip(past, values, strict=True))
    analysis = analysis_of(kpi_scorecard(f"target: {target!r}, actuals: {{{stated}}}"))
    lines = shown(analysis, "k", width).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    signs = sum(line.count(sign) for line in chart("\n".join(lines)) for sign in "●▲■")
    assert signs == min(24, len(values))
    assert len(data_of(show(analysis, "k"))["history"]) == len(values)


@pytest.mark.parametrize("width", range(60, 141, 8))
@pytest.mark.parametrize(
    ("frequency", "periods"),
    [
        ("monthly", [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 10)]),
        ("weekly", [f"2026-W{week:02}" for week in range(1, 40)]),
        ("yearly", [f"{year}" for year in range(2001, 2026)]),
    ],
)
def test_periods_below_the_chart_never_touch(
    frequency: str, periods: list[str], width: int
) -> None:
    stated = ", ".join(f"{period}: 1" for period in periods)
    text = kpi_shown(f"frequency: {frequency}, actuals: {{{stated}}}", width)
    named = chart(text)[-1]
    assert set(named.split()) <= set(periods) | {"2025-10", "2025-11", "2025-12"}
    assert named.split()[-1] == periods[-1]
