"""Formulas are read as people mean them, or refused at the very place of the slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.model.formula import (
    Call,
    Expression,
    FormulaError,
    Function,
    Negation,
    Number,
    Operand,
    Operation,
    Sign,
)
from bscli.model.formula_parser import DEEPEST, LONGEST, MOST_OPERANDS, parse_formula


def shape(expression: Expression) -> str:
    """The tree with a bracket around each operation."""
    match expression:
        case Number(value):
            return f"{value:g}"
        case Operand(name):
            return name
        case Negation(of):
            return f"[-{shape(of)}]"
        case Operation(sign, left, right):
            return f"[{shape(left)} {sign} {shape(right)}]"
        case Call(function, arguments):
            return f"{function}[{', '.join(map(shape, arguments))}]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("late-orders / all-orders * 100", "[[late-orders / all-orders] * 100]"),
        ("a + b * c", "[a + [b * c]]"),
        ("(a + b) * c", "[[a + b] * c]"),
        ("a - b - c", "[[a - b] - c]"),
        ("a / b / c", "[[a / b] / c]"),
        ("a-b", "a-b"),
        ("a-1 - 1", "[a-1 - 1]"),
        ("a*b+c/d", "[[a * b] + [c / d]]"),
        ("-a", "[-a]"),
        ("- a", "[-a]"),
        ("-2 * -a", "[[-2] * [-a]]"),
        ("a - -2", "[a - [-2]]"),
        ("-(a - 2)", "[-[a - 2]]"),
        ("1_000 * 1e3 * .5 * a", "[[[1000 * 1000] * 0.5] * a]"),
        ("sum(a, b)", "sum[a, b]"),
        ("max(a - 1, -b, 5)", "max[[a - 1], [-b], 5]"),
        ("abs(a - b)", "abs[[a - b]]"),
        ("mean( a ,b )", "mean[a, b]"),
        ("sum / max", "[sum / max]"),
        ("sum(children.revenue) / min(children.staff, 1)", None),
        ("north.revenue\n  + south.revenue", "[north.revenue + south.revenue]"),
    ],
)
def test_a_formula_is_read_as_arithmetic(text: str, expected: str | None) -> None:
    wanted = expected or "[sum[children.revenue] / min[children.staff, 1]]"
    assert shape(parse_formula(text).expression) == wanted


def test_each_operand_is_told_once_where_it_first_stands() -> None:
    operands = parse_formula("b / (a + b) - north.a").operands
    assert [(operand.name, operand.offset) for operand in operands] == [
        ("b", 0),
        ("a", 5),
        ("north.a", 14),
    ]
    assert [(operand.scorecard, operand.kpi) for operand in operands] == [
        (None, "b"),
        (None, "a"),
        ("north", "a"),
    ]


SPACES = "write it as in a - b: without spaces a hyphen belongs to an id"
MISTAKES = {
    "a -b": ("has a minus sign without a space on both sides", "-", SPACES),
    "a- b": ("has a minus sign without a space on both sides", "-", SPACES),
    "(a)-2": ("has a minus sign without a space on both sides", "-", SPACES),
    "--a": ("has two minus signs in a row", "-", "leave both out"),
    "a b": ('has no operator between "a" and "b"', "b", "write +, -, * or / between them"),
    "(a": ('has a "(" without a ")"', "(", None),
    "a)": ('has a ")" without a "("', ")", None),
    "()": ('has ")" where a KPI or a number should stand', ")", None),
    "* a": ('has "*" where a KPI or a number should stand', "*", None),
    "a +": ('ends with "+"', "+", "write what follows it"),
    "": ("is empty", "", None),
    "a, b": (
        "has a comma outside of a function",
        ",",
        "write 1.5 for one and a half, 1000 for a thousand",
    ),
    "max(1,000, a)": (
        "has a comma between two digits, which may be one number or two",
        ",",
        "leave it out, or put a space behind it",
    ),
    "avg(a)": ('has the unknown function "avg"', "avg", 'did you mean "mean"?'),
    "SUM(a)": ('has the unknown function "SUM"', "SUM", 'did you mean "sum"?'),
    "sqrt(a)": (
        'has the unknown function "sqrt"',
        "sqrt",
        "functions are: sum, mean, min, max, abs",
    ),
    "abs(a, b)": ("has several numbers in abs, which takes one", "abs", None),
    "a × b": ('has "×" in it', "×", "write *"),
    "a ^ 2": (
        'has "^" in it, which means nothing there',
        "^",
        "a formula has KPI ids, numbers, + - * / ( ), and sum mean min max abs",
    ),
    "a * 90%": ('has the percentage "90%"', "90%", "write 0.9 for 90%"),
    "a * 2x": ('has "2x", which is not a plain number', "2x", None),
    "Late_Orders / 2": (
        'has "Late_Orders", which is no id of a KPI',
        "Late_Orders",
        'for example "late-orders"',
    ),
    "a.b.c": ('has "a.b.c", which is no id of a KPI', "a.b.c", 'for example "b.c"'),
    "children.a / 2": (
        'has "children.a", which may be many numbers, where one is wanted',
        "children.a",
        "write sum(children.a), or mean, min or max",
    ),
    "1 + 2": (
        "names no KPI, so it is always the same number",
        "1 + 2",
        "write it as in late-orders / all-orders * 100",
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_its_remedy(text: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    error = caught.value
    stretch = text[error.offset : error.offset + error.length]
    assert (error.message, stretch, error.help) == MISTAKES[text]


@pytest.mark.parametrize(
    ("largest", "too_large"),
    [
        ("(" * DEEPEST + "a" + ")" * DEEPEST, "(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1)),
        ("+".join("a" * MOST_OPERANDS), "+".join("a" * (MOST_OPERANDS + 1))),
        ("a" + " " * (LONGEST - 1), "a" + " " * LONGEST),
    ],
    ids=["depth", "operands", "length"],
)
def test_formulas_have_bounds(largest: str, too_large: str) -> None:
    assert [operand.name for operand in parse_formula(largest).operands] == ["a"]
    with pytest.raises(FormulaError, match="has more than"):
        parse_formula(too_large)


PIECES = st.sampled_from(
    [
        *("a", "b-c", "x.y", "children.a", "1", "2.5", "1e9", "1,000", "sum", "abs", "(", ")"),
        *("-", "+", "*", "/", ",", " ", "  ", "%", "\n", "é", "\0", "٣", "((((((((", "- - "),
    ]
)


def stretches(text: str) -> list[tuple[int, int]]:
    """Where the operands of a formula stand, or the one place where it is wrong."""
    try:
        operands = parse_formula(text).operands
    except FormulaError as error:
        return [(error.offset, error.offset)]
    return [(operand.offset, operand.offset + len(operand.name)) for operand in operands]


@given(st.one_of(st.text(max_size=1100), st.lists(PIECES, max_size=300).map("".join)))
def test_any_text_is_a_formula_or_wrong_at_a_place_of_its_own(text: str) -> None:
    found = stretches(text)
    assert found
    assert all(0 <= start <= end <= len(text) for start, end in found)


def test_functions_and_signs_are_those_of_the_format() -> None:
    assert " ".join(Function) == "sum mean min max abs"
    assert " ".join(Sign) == "+ - * /"
