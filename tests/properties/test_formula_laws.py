"""Whatever a formula says, its result is that of plain arithmetic, or there is none."""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.model.formula_parser import parse_formula
from bscli.scoring.evaluation import NoResult, evaluate

NAMES = ("a", "b", "c")
FUNCTIONS: dict[str, Callable[..., float]] = {
    "sum": lambda *values: sum(values),
    "mean": lambda *values: fmean(values),
    "min": lambda *values: min(values),
    "max": lambda *values: max(values),
    "abs": abs,
}

TERMS = st.one_of(st.sampled_from(NAMES), st.integers(0, 99).map(str))
FORMULAS = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(" ".join),
        inner.map("({})".format),
        inner.map("-({})".format),
        inner.map("abs({})".format),
        st.tuples(st.sampled_from(["sum", "mean", "min", "max"]), inner, inner).map(
            lambda parts: "{}({}, {})".format(*parts)
        ),
    ),
    max_leaves=12,
).map("{} + a".format)
VALUES = st.fixed_dictionaries({name: st.integers(-9, 9).map(float) for name in NAMES})


@given(FORMULAS, VALUES)
def test_a_formula_is_plain_arithmetic(text: str, values: dict[str, float]) -> None:
    result = evaluate(parse_formula(text).expression, {name: [values[name]] for name in NAMES})
    try:
        expected = eval(text, {"__builtins__": {}}, {**FUNCTIONS, **values})
    except ZeroDivisionError:
        assert result is NoResult.DIVISION_BY_ZERO
        return
    if result is NoResult.DIVISION_BY_ZERO:
        pytest.skip("what rounding left of zero was divided by")
    assert result == pytest.approx(expected, rel=1e-9, abs=1e-9)


HUGE = st.floats(-1e100, 1e100)


@given(FORMULAS, st.fixed_dictionaries(dict.fromkeys(NAMES, HUGE)))
def test_no_result_is_beyond_every_number(text: str, values: dict[str, float]) -> None:
    result = evaluate(parse_formula(text).expression, {name: [values[name]] for name in NAMES})
    assert isinstance(result, NoResult) or abs(result) <= 1e100
