"""From the text of a formula to its tree, within bounds on length, depth and number of operands."""

from __future__ import annotations

from bscli.model.formula import (
    CHILDREN,
    Call,
    Expression,
    Formula,
    FormulaError,
    Function,
    Negation,
    Number,
    Operand,
    Operation,
    Sign,
    Token,
    TokenKind,
)
from bscli.model.formula_slips import unexpected, wrong
from bscli.model.formula_tokens import tokens_of
from bscli.model.misshape import quoted
from bscli.model.numbers import NumberError, read_number
from bscli.model.reading import ID, LONGEST_ID, suggested_id
from bscli.model.suggestions import meant_choice

LONGEST = 1000
DEEPEST = 32
MOST_OPERANDS = 100

_FUNCTIONS = ", ".join(Function)
_SPACES = "write it as in a - b: without spaces a hyphen belongs to an id"


def parse_formula(text: str) -> Formula:
    """The formula that a text states; raises FormulaError, and nothing else, where it is none."""
    if len(text) > LONGEST:
        raise FormulaError(f"has more than {LONGEST} characters", 0, len(text))
    tokens = tokens_of(text)
    formula = Formula(text, tokens[:-1], _Parser(text, tokens).whole())
    if not formula.operands:
        raise FormulaError(
            "names no KPI, so it is always the same number",
            0,
            len(text),
            "write it as in late-orders / all-orders * 100",
        )
    return formula


class _Parser:
    """Reads tokens from left to right; every method leaves them behind what it has read."""

    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self.text = text
        self.tokens = tokens
        self.place = 0
        self.depth = 0
        self.operands = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.place]

    @property
    def before(self) -> Token | None:
        return self.tokens[self.place - 1] if self.place else None

    def whole(self) -> Expression:
        expression = self.sum()
        if self.here.kind is not TokenKind.END:
            raise unexpected(self.here, self.before)
        return expression

    def sum(self) -> Expression:
        left = self.product()
        while self.here.text in ("+", "-"):
            sign = self.binary_sign()
            left = Operation(sign, left, self.product())
        return left

    def product(self) -> Expression:
        left = self.signed()
        while self.here.text in ("*", "/"):
            sign = self.binary_sign()
            left = Operation(sign, left, self.signed())
        return left

    def binary_sign(self) -> Sign:
        token = self.take()
        around = self.text[token.offset - 1] + self.text[token.offset + 1 : token.offset + 2]
        if token.text == "-" and not all(sign.isspace() for sign in around):
            raise wrong(token, "has a minus sign without a space on both sides", _SPACES)
        return Sign(token.text)

    def signed(self) -> Expression:
        if self.here.text != "-":
            return self.factor()
        self.take()
        if self.here.text == "-":
            raise wrong(self.here, "has two minus signs in a row", "leave both out")
        return Negation(self.factor())

    def factor(self) -> Expression:
        token = self.here
        if token.text == "(":
            return self.in_parentheses()[0]
        if token.kind is TokenKind.NUMBER:
            return self.number()
        if token.kind is TokenKind.NAME:
            is_call = self.tokens[self.place + 1].text == "("
            return self.call() if is_call else self.operand(may_be_many=False)
        raise unexpected(self.here, self.before)

    def number(self) -> Number:
        token = self.take_operand()
        if "%" in token.text:
            raise wrong(token, f"has the percentage {quoted(token.text)}", "write 0.9 for 90%")
        try:
            return Number(read_number(token.text))
        except NumberError as error:
            help = f"write {error.suggestion}" if error.suggestion else None
            raise wrong(token, f"has {quoted(token.text)}, which {error}", help) from None

    def call(self) -> Call:
        token = self.take()
        if token.text not in tuple(Function):
            meant = meant_choice(token.text.lower(), Function)
            help = f'did you mean "{meant}"?' if meant else f"functions are: {_FUNCTIONS}"
            raise wrong(token, f"has the unknown function {quoted(token.text)}", help)
        function = Function(token.text)
        arguments = self.in_parentheses(function)
        if function is Function.ABS and len(arguments) > 1:
            raise wrong(token, "has several numbers in abs, which takes one")
        return Call(function, arguments)

    def in_parentheses(self, function: Function | None = None) -> tuple[Expression, ...]:
        """What stands between two parentheses; several parts only behind a function's name."""
        opening = self.take()
        self.depth += 1
        if self.depth > DEEPEST:
            raise wrong(opening, f"has more than {DEEPEST} parentheses in each other")
        found = [self.argument(function)]
        while function and self.here.text == ",":
            self.refuse_comma_in_number(self.take())
            found.append(self.argument(function))
        if self.here.kind is TokenKind.END:
            raise wrong(opening, 'has a "(" without a ")"')
        if self.here.text != ")":
            raise unexpected(self.here, self.before)
        self.take()
        self.depth -= 1
        return tuple(found)

    def argument(self, function: Function | None) -> Expression:
        is_many = function not in (None, Function.ABS) and self.here.text.startswith(f"{CHILDREN}.")
        is_alone = self.tokens[min(self.place + 1, len(self.tokens) - 1)].text in (",", ")")
        return self.operand(may_be_many=True) if is_many and is_alone else self.sum()

    def refuse_comma_in_number(self, comma: Token) -> None:
        around = self.text[comma.offset - 1] + self.text[comma.offset + 1 : comma.offset + 2]
        if len(around) == 2 and around.isdigit():
            message = "has a comma between two digits, which may be one number or two"
            raise wrong(comma, message, "leave it out, or put a space behind it")

    def operand(self, *, may_be_many: bool) -> Operand:
        token = self.take_operand()
        parts = token.text.split(".")
        if len(parts) > 2 or not all(map(_is_id, parts)):
            better = ".".join(suggested_id(part) or "" for part in parts[-2:])
            help = f'for example "{better}"' if all(map(_is_id, better.split("."))) else None
            raise wrong(token, f"has {quoted(token.text)}, which is no id of a KPI", help)
        operand = Operand(token.text, token.offset)
        if operand.is_of_children and not may_be_many:
            message = f"has {quoted(token.text)}, which may be many numbers, where one is wanted"
            raise wrong(token, message, f"write sum({token.text}), or mean, min or max")
        return operand

    def take(self) -> Token:
        self.place += 1
        return self.tokens[self.place - 1]

    def take_operand(self) -> Token:
        self.operands += 1
        if self.operands > MOST_OPERANDS:
            raise wrong(self.here, f"has more than {MOST_OPERANDS} KPIs and numbers")
        return self.take()


def _is_id(text: str) -> bool:
    return ID.fullmatch(text) is not None and len(text) <= LONGEST_ID
