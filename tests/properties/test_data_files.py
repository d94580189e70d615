"""Laws of data files: order and division do not matter, and nothing makes reading fail."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bscli.analysis import Analysis
from bscli.loading.data.cells import plain_values, read_value
from bscli.model.measures import Measure
from tests.builders import analysis_of, project_of
from tests.loading.data.cards import card

HEAD = "kpi,period,value,note"
ROW = st.sampled_from(
    [
        *(f"loaves,2026-0{month},{month * 10}," for month in range(1, 9)),
        *(f"waste,2026-0{month},{month}.5," for month in range(1, 9)),
        *(f"clean,2026-0{month},yes,Noted" for month in range(1, 9)),
        'waste,2025-01,n/a,"A, b"',
        "loaves,2025-01,,",
        "audit,2025,3,",
        "audit,2024,many,",
        "nobody,2024,1,",
    ]
)
ROWS = st.lists(ROW, unique=True, max_size=20)
ORDERS = ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows)))
CELLS = st.lists(st.one_of(st.text(max_size=8), st.floats().map(str), st.sampled_from(["", "n/a"])))


@given(ORDERS, st.integers(0, 20))
def test_the_order_of_rows_and_a_second_file_change_nothing(
    orders: tuple[list[str], list[str]], cut: int
) -> None:
    rows, shuffled = orders
    whole = analysis_of(card(), beside={"a.csv": "\n".join([HEAD, *rows])})
    parts = {"a.csv": shuffled[:cut], "b.csv": shuffled[cut:]}
    beside = {name: "\n".join([HEAD, *part]) for name, part in parts.items()}
    divided = analysis_of(card("[a.csv, b.csv]"), beside=beside)
    assert _results(whole) == _results(divided)


def _results(analysis: Analysis) -> object:
    scores = analysis.scores[0].kpis
    actuals = [tuple(score.kpi.actuals) for score in scores]
    notes = [tuple(score.kpi.notes) for score in scores]
    return (actuals, notes, [(score.score, score.status) for score in scores])


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    project_of(card(), {"a.csv": data})
    project_of(card(), {"a.csv": f"{HEAD}\n".encode() + data})


@given(st.text(alphabet='loaves,"\n;2026-71.n/a', max_size=120))
def test_no_text_makes_reading_fail(text: str) -> None:
    analysis_of(card(), beside={"a.csv": f"{HEAD}\n{text}"})


@given(CELLS, st.sampled_from([".", ","]))
def test_a_column_at_once_says_what_its_cells_say(texts: list[str], decimal: str) -> None:
    plain = plain_values(texts, decimal)
    if plain is not None:
        assert list(plain.values) == [read_value(each, Measure.NUMBER, decimal) for each in texts]
