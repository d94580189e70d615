"""Charts as SVG: escaped, titled, free of ids and inline styles, and the same every time."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bscli.renderers.charts import bullet, sparkline, timeline
from bscli.renderers.charts.paths import path_of
from bscli.renderers.paint import style_rules
from bscli.renderers.signs import mark
from bscli.scoring.status import Status
from bscli.views.charts.bullet import bullet_of
from bscli.views.charts.sparkline import sparkline_of
from bscli.views.charts.timeline import timeline_of
from bscli.views.palette import COLOURS
from tests.builders import analysis_of
from tests.views.charts import charted

SVG = "{http://www.w3.org/2000/svg}"
MARKUP = "<b>&amp;'\\\"</b></title><script>"
STATES = (
    "name: Active, owner: me, starts: 2026-01-01, ends: 2026-12-31, status: active, progress: 60%, "
    "budget: 100, spent: 250, milestones: {a: {name: A, due: 2026-02-01, done: 2026-01-20}, "
    "b: {name: B, due: 2026-04-01, done: 2026-05-20}, c: {name: C, due: 2026-08-01}, "
    "d: {name: D, due: 2026-12-31}}",
    "name: Late, starts: 2026-02-01, ends: 2026-07-31, status: active, progress: 80%",
    "name: Paused, starts: 2026-02-01, ends: 2026-12-31, status: paused, progress: 30%",
    "name: Cancelled, starts: 2026-02-01, ends: 2026-12-31, status: cancelled, progress: 30%",
    "name: Done, starts: 2026-02-01, ends: 2026-06-30, status: done, progress: 100%",
    "name: Planned, starts: 2026-11-01, ends: 2026-12-31",
    "name: No end, starts: 2026-05-01, status: active",
    "name: No start, ends: 2026-12-01, status: active",
    "name: No dates",
)
BULLETS = (
    "target: 5, red: 4, actuals: {2026-09: 4.5}",
    "target: 5, red: 4, actuals: {2026-09: 9}",
    "target: 5, red: 8, better: lower, actuals: {2026-09: 40}",
    "better: within, target: {from: 4, to: 6}, actuals: {2026-09: 5}",
    "target: 10, red: 20, actuals: {2026-09: 5}",
)
SPARKLINES = (
    "target: {2026-Q2: 4, 2026-Q3: 5}, actuals: {2026-05: 3, 2026-06: n/a, 2026-07: 4, 2026-08: 5}",
    "better: within, target: {from: 4, to: 6}, actuals: {2026-08: 3, 2026-09: 5}",
    "unit: yes/no, actuals: {2026-07: yes, 2026-08: no, 2026-09: yes}",
    "actuals: {2026-01: 1, 2026-02: 2, 2026-03: 3, 2026-04: 4, 2026-05: 5, 2026-06: 6, 2026-07: 7, "
    "2026-08: 8, 2026-09: 9}",
)


def drawn() -> list[str]:
    """One chart of every look."""
    chart = charted.timeline(*(f"objectives: [o], {state}" for state in STATES))
    return [
        *(bullet.render(charted.bullet(kpi)) for kpi in BULLETS),
        *(sparkline.render(charted.sparkline(kpi)) for kpi in SPARKLINES),
        timeline.render_axis(chart),
        *(timeline.render_row(chart, row) for row in chart.rows),
    ]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def test_charts_look_as_before(golden: SnapshotAssertion) -> None:
    assert "\n".join(drawn()) + "\n" == golden


def test_the_same_input_gives_the_same_text() -> None:
    assert drawn() == drawn()


@pytest.mark.parametrize("svg", drawn())
def test_a_chart_is_an_image_with_a_title_and_neither_ids_nor_inline_styles(svg: str) -> None:
    root = parsed(svg)
    assert (root.tag, root.get("role"), root[0].tag) == (f"{SVG}svg", "img", f"{SVG}title")
    assert (root[0].text or "").strip()
    attributes = {name for part in root.iter() for name in part.attrib}
    assert attributes & {"id", "style", "href", "onclick"} == set()


@pytest.mark.parametrize("svg", drawn())
def test_every_colour_can_be_restyled_by_the_page(svg: str) -> None:
    literals = {colour.light for colour in COLOURS.values()}
    for part in parsed(svg).iter():
        for kind in ("fill", "stroke"):
            value = part.get(kind, "none")
            assert value == "none" or value in literals
            classes = [name for name in part.get("class", "").split() if name.startswith(kind)]
            assert [COLOURS[name.removeprefix(f"{kind}-")].light for name in classes] == (
                [] if value == "none" else [value]
            )
            assert all(f".{name}{{" in style_rules() for name in classes)


def test_markup_in_names_stays_text() -> None:
    text = f"""
        bsc: 1
        name: T
        objectives:
          o:
            name: Do it
            perspective: financial
            kpis: {{k: {{name: "{MARKUP}", target: 5, actuals: {{2026-08: 4, 2026-09: 5}}}}}}
        initiatives:
          i:
            name: "{MARKUP}"
            owner: "{MARKUP}"
            starts: 2026-01-01
            milestones: {{m: {{name: "{MARKUP}", due: 2026-02-01}}}}
        """
    scores = analysis_of(text).scores[0]
    card = scores.scorecard
    graph = bullet_of(scores.kpis[0])
    line = sparkline_of(scores.kpis[0], card.fiscal_calendar, scores.period, scores.as_of)
    times = timeline_of(card.initiatives, scores.as_of)
    assert graph
    assert line
    assert times
    name = MARKUP.replace('\\"', '"')
    row = parsed(timeline.render_row(times, times.rows[0]))
    assert parsed(bullet.render(graph))[0].text == f"{name}: 5, target 5, red below 4.5: green"
    titles = [title.text for title in row.iter(f"{SVG}title")]
    assert titles == [times.rows[0].text, f"{name}: late, due 2026-02-01"]
    assert {part.tag for part in row.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "line", "rect", "path")
    }
    assert parsed(sparkline.render(line))[0].text == line.text


def test_a_gap_lifts_the_pen() -> None:
    whole, broken = (
        sparkline.render(charted.sparkline(f"actuals: {{{actuals}}}"))
        for actuals in (
            "2026-05: 1, 2026-06: 2, 2026-07: 3, 2026-08: 2, 2026-09: 4",
            "2026-05: 1, 2026-06: 2, 2026-07: n/a, 2026-08: 2, 2026-09: 4",
        )
    )
    assert [len(re.findall("M", path)) for path in lines_of(whole)] == [1]
    assert [len(re.findall("M", path)) for path in lines_of(broken)] == [2]


def lines_of(svg: str) -> list[str]:
    paths = parsed(svg).iter(f"{SVG}path")
    return [path.get("d", "") for path in paths if path.get("class") == "stroke-ink"]


def test_every_status_has_a_shape_of_its_own() -> None:
    looks = {status: re.sub(r"#\w+|(fill|stroke)-\w+", "", mark(status)) for status in Status}
    assert [pair for pair in combinations(looks, 2) if looks[pair[0]] == looks[pair[1]]] == []


def test_every_state_of_an_initiative_has_a_look_of_its_own() -> None:
    dated = "name: I, objectives: [o], starts: 2026-11-01, ends: 2026-12-31, progress: 50%"
    states = ("status: active", "status: paused", "status: cancelled")
    chart = charted.timeline(
        *(f"{dated}, {state}" for state in states),
        dated.replace("50%", "0%"),
        dated.replace("50%", "100%"),
    )
    looks = [
        re.sub("<title>.*?</title>", "", timeline.render_row(chart, row)) for row in chart.rows
    ]
    assert len(set(looks)) == len(looks)


def test_a_timeline_stretches_with_its_column() -> None:
    chart = charted.timeline(*(f"objectives: [o], {state}" for state in STATES))
    for row in chart.rows:
        root = parsed(timeline.render_row(chart, row))
        across = [part.get(name) for part in root.iter() for name in ("x", "x1", "x2", "width")]
        assert [place for place in across if place is not None and not place.endswith("%")] == []


coordinates = st.tuples(st.integers(0, 300), st.integers(0, 60))


@given(st.lists(st.lists(coordinates, min_size=1, max_size=8, unique=True), max_size=3))
def test_a_short_path_goes_through_every_point(lines: list[list[tuple[int, int]]]) -> None:
    assert followed(path_of(lines)) == lines


def followed(path: str) -> list[list[tuple[int, int]]]:
    """The points that a path of relative steps goes through."""
    found: list[list[tuple[int, int]]] = []
    for command, text in re.findall(r"([Mlhv])([^Mlhv]*)", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", text)]
        if command == "M":
            found.append([(numbers[0], numbers[1])])
            continue
        width = 2 if command == "l" else 1
        for start in range(0, len(numbers), width):
            step = numbers[start : start + width]
            x, y = found[-1][-1]
            right, down = (
                (step[0], 0) if command == "h" else (0, step[0]) if command == "v" else step
            )
            found[-1].append((x + right, y + down))
    return [line[:1] if path_is_dot(line) else line for line in found]


def path_is_dot(line: list[tuple[int, int]]) -> bool:
    return len(line) == 2 and line[0] == line[1]
