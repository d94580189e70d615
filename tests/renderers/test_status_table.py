"""The table at any width: status and trend are never cut off, whatever stands beside them."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from bscli.renderers.terminal import status_table as renderer
from bscli.views.status import Row, status_table
from tests.builders import analysis_of

UGLY = """
    bsc: 1
    name: 顧客の満足 and a rather long name that goes on and on (fictional)
    owner: Somebody with a very long name indeed, chief of all chiefs
    perspectives:
      financial: {owner: cfo}
      customer:
      internal: {weight: 0}
    objectives:
      grow:
        name: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
        perspective: financial
        kpis:
          wide: {name: 顧客の満足度を四半期ごとに測る長い名前の指標です, unit: JPY,
            target: 123456789012, red: 100000000000, actuals: {2026-06: 1, 2026-09: 9999999}}
          range: {name: Range, better: within, decimals: 6, owner: coo,
            target: {from: -9999999.25, to: 9999999.123456},
            actuals: {2026-06: 9999999, 2026-07: 9999998.123456}}
          none: {name: No target, actuals: {2026-06: 4, 2026-07: 5, 2026-08: 5, 2026-09: 5}}
          part: {name: Part, unit: part, target: 5, aggregate: sum, actuals: {2026-07: 1}}
          none-yet: {name: Not yet, target: 5}
      rest:
        name: Uncounted
        perspective: internal
        owner: cio
        kpis:
          m: {name: M, weight: 0, target: 5, actuals: {2026-09: 1}}
"""
WIDTHS = [60, 61, 70, 80, 100, 110, 115, 140, 200]


def drawn(text: str, width: int, *, in_ascii: bool = False) -> str:
    table = status_table(analysis_of(text).scores[0])
    return renderer.render(table, width=width, in_colour=False, in_ascii=in_ascii)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(cell_len, drawn(UGLY, width).splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_colour_adds_no_cell_to_a_line(width: int) -> None:
    table = status_table(analysis_of(UGLY).scores[0])
    coloured = renderer.render(table, width=width, in_colour=True, in_ascii=False)
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert max(map(cell_len, plain.splitlines())) <= width
    assert [line.rstrip() for line in plain.splitlines()] == drawn(UGLY, width).splitlines()


@pytest.mark.parametrize("width", WIDTHS)
def test_status_and_trend_are_never_cut_off(width: int) -> None:
    text = drawn(UGLY, width)
    lines = text.splitlines()
    heads = next(line for line in lines if "Target" in line.split())
    assert heads.split()[:3] == ["Value", "Target", "Score"]
    assert {"Status", "Trend"} <= set(heads.split())
    for words, times in (("◇ no target", 1), ("○ no data", 1), ("▲ amber", 0), ("■ red", 4)):
        assert sum(words in line for line in lines) >= times, words
    trends = [line.rstrip().split()[-1] for line in lines if "◇ no target" in line]
    assert trends in (["↗"], ["improving"], ["indeed,…"])


def rows_of(text: str) -> dict[str, Row]:
    return {row.name: row for row in status_table(analysis_of(text).scores[0]).rows}


def test_what_is_missing_is_said_once() -> None:
    narrow, wide = drawn(UGLY, 80), drawn(UGLY, 200)
    assert "4 of 5" not in narrow.split("Target")[1]
    assert "3 of 4 KPIs known" in " ".join(narrow.split("FINANCIAL")[1].split())
    part = " ".join(narrow.split("   Part ")[1].split("Not yet")[0].split())
    assert "1 of 3 months to date, full target 15" in part
    assert part.count("1 of 3") == 1
    assert "month old" not in part
    assert wide.split("   Part ")[1].split("Not yet")[0].count("1 of 3") == 1
    assert "Known: a KPI's values" in wide
    assert "Known" not in narrow.replace("KPIs known", "")


def test_an_owner_is_named_where_he_is_another_one() -> None:
    text = drawn(UGLY, 80)
    assert text.split("Target")[1].count("cfo") == 1
    assert "CUSTOMER\nno objectives\n" in text
    assert "(coo)" in text
    assert "(cio)" in text


def test_a_perspective_without_objectives_has_no_status() -> None:
    row = rows_of(UGLY)["Customer"]
    assert (row.status, row.remark) == (None, "no objectives")


def test_weight_nought_is_remarked_at_every_level() -> None:
    rows = rows_of(UGLY)
    assert rows["Internal Process"].remark == "shown, not counted"
    assert rows["M"].remark == "shown, not counted"
    assert rows["Uncounted"].remark == ""


def test_ascii_signs() -> None:
    assert "~ no target" in drawn(UGLY, 80, in_ascii=True)
