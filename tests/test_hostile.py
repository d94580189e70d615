"""Hostile input: whatever a stranger writes into a file ends in findings, never in a crash."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tests.commands import Result, bsc
from tests.conftest import ROOT

AT = ("--as-of", "2026-10-15", "--period", "2026-Q3")
SOUND, FAILED, USAGE, UNREADABLE = 0, 1, 2, 3

CARD = """\
bsc: 1
id: card
name: Test
objectives:
  o:
    name: Do it
    perspective: customer
    kpis: {k: {name: K, target: 5, actuals: {2026-09: 6}}}
"""
HEAD = "bsc: 1\nid: card\nname: Test\n"


def kpi(entries: str) -> str:
    return CARD.replace("target: 5", f"target: 5, {entries}")


def laughs(levels: int) -> str:
    first = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    return first + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, levels)
    )


def many_kpis(number: int) -> str:
    entries = ", ".join(f"k{n}: {{name: K{n}, target: 5}}" for n in range(number))
    return CARD.replace("{k: {name: K, target: 5, actuals: {2026-09: 6}}}", f"{{{entries}}}")


def many_objectives(number: int) -> str:
    return CARD + "".join(
        f"  o{n}: {{name: O{n}, perspective: customer, drives: [o]}}\n" for n in range(number)
    )


@dataclass(frozen=True)
class Attack:
    """A file, and what it must come to: the exit code and the codes of its errors."""

    name: str
    data: str | bytes
    code: int
    errors: frozenset[str]

    @property
    def bytes(self) -> bytes:
        return self.data if isinstance(self.data, bytes) else self.data.encode()


def attack(name: str, data: str | bytes, code: int, *errors: str) -> Attack:
    return Attack(name, data, code, frozenset(errors))


ATTACKS = [
    attack("empty file", "", UNREADABLE, "BSC102"),
    attack("only a comment", "# bsc: 1\n", UNREADABLE, "BSC102"),
    attack("only a document sign", "---\n", UNREADABLE, "BSC103"),
    attack("a list at the top", "- bsc: 1\n", UNREADABLE, "BSC103"),
    attack("a word at the top", "bsc", UNREADABLE, "BSC103"),
    attack("only the version", "bsc: 1\n", FAILED, "BSC102"),
    attack("binary", bytes(range(256)) * 40, UNREADABLE, "BSC002"),
    attack("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UNREADABLE, "BSC002"),
    attack("UTF-16", CARD.encode("utf-16"), UNREADABLE, "BSC002"),
    attack("UTF-16 without a mark", CARD.encode("utf-16-le"), UNREADABLE, "BSC002"),
    attack("UTF-32", CARD.encode("utf-32"), UNREADABLE, "BSC002"),
    attack("Latin-1", CARD.replace("Test", "Grün").encode("latin-1"), UNREADABLE, "BSC002"),
    attack("a lone surrogate", CARD.encode() + b"x: \xed\xa0\x80\n", UNREADABLE, "BSC002"),
    attack("NUL", CARD + "# \0\n", UNREADABLE, "BSC002"),
    attack("10 MB", CARD + "#" * 10_000_000, UNREADABLE, "BSC005"),
    attack("10 MB of NUL", b"\0" * 10_000_000, UNREADABLE, "BSC005"),
    attack("deep blocks", "".join(f"{' ' * n}a:\n" for n in range(2000)), UNREADABLE, "BSC005"),
    attack("deep lists", f"bsc: 1\na: {'- ' * 10_000}x\n", UNREADABLE, "BSC001"),
    attack("deep list items", f"bsc: 1\na:\n {'- ' * 10_000}x\n", UNREADABLE, "BSC005"),
    attack("deep brackets", f"bsc: 1\na: {'[' * 10_000}", UNREADABLE, "BSC005"),
    attack("deep closed brackets", f"a: {'[' * 10_000}{']' * 10_000}", UNREADABLE, "BSC005"),
    attack("deep braces", f"bsc: 1\na: {'{a: ' * 10_000}", UNREADABLE, "BSC005"),
    attack("deep keys", f"bsc: 1\n{'? ' * 10_000}", UNREADABLE, "BSC005"),
    attack("alias bomb", f"bsc: 1\n{laughs(9)}", UNREADABLE, "BSC005"),
    attack("alias of itself", f"{HEAD}a: &a [*a]\n", UNREADABLE, "BSC005"),
    attack(
        "merge bomb",
        f"{HEAD}a: &a {{x: 1}}\nb: &b {{<<: [*a, *a, *a]}}\nc: {{<<: [*b, *b, *b]}}\n",
        UNREADABLE,
        "BSC005",
    ),
    attack("tag of an object", f"{HEAD}a: !!python/object/apply:os.system [ls]\n", 3, "BSC005"),
    attack("tag of a boolean", f"{HEAD}a: !!bool x\n", UNREADABLE, "BSC005"),
    attack("tag of binary data", f"{HEAD}a: !!binary '%%'\n", UNREADABLE, "BSC005"),
    attack("unknown tag handle", f"{HEAD}a: !x!y z\n", UNREADABLE, "BSC001"),
    attack("a directive", f"%TAG ! tag:x,2000:\n---\n{CARD}", SOUND),
    attack("a tab before a key", f"{HEAD}\tvision: V\n", UNREADABLE, "BSC001"),
    attack("tabs as indentation", CARD.replace("  ", "\t"), UNREADABLE, "BSC001"),
    attack("byte-order mark", b"\xef\xbb\xbf" + CARD.encode(), SOUND),
    attack("two byte-order marks", b"\xef\xbb\xbf" * 2 + CARD.encode(), UNREADABLE, "BSC002"),
    attack("CRLF", CARD.replace("\n", "\r\n"), SOUND),
    attack("no last line end", CARD.rstrip(), SOUND),
    attack("lone CR in a comment", CARD + "# a\rowner: x\n", UNREADABLE, "BSC002"),
    attack("only CR", CARD.replace("\n", "\r"), UNREADABLE, "BSC002"),
    attack("U+2028 in a comment", CARD + "# a\u2028owner: x\n", UNREADABLE, "BSC002"),
    attack("U+2029 in a comment", CARD + "# a\u2029owner: x\n", UNREADABLE, "BSC002"),
    attack("NEL in a comment", CARD + "# a\x85owner: x\n", UNREADABLE, "BSC002"),
    attack("escape in a comment", CARD + "# \x1b[2J\n", UNREADABLE, "BSC002"),
    attack("version 2", CARD.replace("bsc: 1", "bsc: 2"), UNREADABLE, "BSC006"),
    attack("version 1.0", CARD.replace("bsc: 1", "bsc: 1.0"), UNREADABLE, "BSC006"),
    attack("version text", CARD.replace("bsc: 1", 'bsc: "1.0"'), UNREADABLE, "BSC006"),
    attack("version list", CARD.replace("bsc: 1", "bsc: [1]"), UNREADABLE, "BSC103"),
    attack("version mapping", CARD.replace("bsc: 1", "bsc: {a: 1}"), UNREADABLE, "BSC103"),
    attack("version empty", CARD.replace("bsc: 1", "bsc:"), UNREADABLE, "BSC102"),
    attack("version null", CARD.replace("bsc: 1", "bsc: ~"), UNREADABLE, "BSC102"),
    attack("version quoted", CARD.replace("bsc: 1", 'bsc: "1"'), SOUND),
    attack("only an empty version", "bsc:\n", UNREADABLE, "BSC102"),
    attack("NaN", kpi("worst: NaN"), FAILED, "BSC108"),
    attack("infinity", kpi("best: -.inf"), FAILED, "BSC108"),
    attack("1e999", kpi("red: 1e999"), FAILED, "BSC108"),
    attack("a number too close to zero", kpi("red: 1e-999"), FAILED, "BSC108"),
    attack("5,000 digits", kpi(f"red: {'9' * 5000}"), FAILED, "BSC108"),
    attack("5,000 digits as a weight", kpi(f"weight: {'9' * 5000}"), FAILED, "BSC108"),
    attack("5,000 digits as decimals", kpi(f"decimals: {'9' * 5000}"), FAILED, "BSC104"),
    attack("5,000 digits as a period", kpi(f"red: {{{'9' * 5000}: 1}}"), UNREADABLE, "BSC001"),
    attack("other digits", kpi("red: ٣٤"), FAILED, "BSC103"),
    attack("an impossible day", kpi("notes: {2026-02-30: Text}"), FAILED, "BSC107"),
    attack("year zero", kpi("notes: {0000: Text}"), FAILED, "BSC107"),
    attack("the last year", kpi("baseline: {9999-12: 1}"), FAILED, "BSC107"),
    attack(
        "an impossible date",
        f"{CARD}initiatives: {{i: {{name: I, objectives: [o], ends: 2026-02-30}}}}\n",
        FAILED,
        "BSC104",
    ),
    attack(
        "a date in year zero",
        f"{CARD}initiatives: {{i: {{name: I, objectives: [o], ends: 0000-01-01}}}}\n",
        FAILED,
        "BSC104",
    ),
    attack("a reserved key", f"{CARD}  '@key': {{name: X, perspective: customer}}\n", 1, "BSC105"),
    attack("a reserved key inside", kpi("'@key': x"), FAILED, "BSC101"),
    attack("a reserved period", kpi("red: {'@every-period': 1}"), FAILED, "BSC107"),
    attack("an empty key", CARD + "'': x\n", FAILED, "BSC101"),
    attack("a huge key", f"{CARD}? {'k' * 100_000}\n: x\n", FAILED, "BSC101"),
    attack(
        "a huge id",
        f"{CARD}  ? {'k' * 100_000}\n  : {{name: X, perspective: customer}}\n",
        FAILED,
        "BSC105",
    ),
    attack("20,000 unknown keys", CARD + "".join(f"k{n}:\n" for n in range(20_000)), 1, "BSC101"),
    attack(
        "20,000 nameless themes",
        CARD + "themes:\n" + "".join(f"  t{n}:\n" for n in range(20_000)),
        FAILED,
        "BSC102",
    ),
    attack(
        "20,000 unknown perspectives in a list",
        f"{HEAD}perspectives: [financial,{','.join(f'p{n}' for n in range(20_000))}]\n",
        FAILED,
        "BSC104",
    ),
    attack("35,000 duplicate keys", CARD + "owner: x\n" * 35_000, FAILED, "BSC003"),
    attack("70,000 list items", f"{CARD}see: [{'a,' * 70_000}]\n", SOUND),
    attack("300,000 list items", f"{CARD}see: [{'a,' * 300_000}]\n", UNREADABLE, "BSC005"),
    attack("20,000 wrong items", f"{CARD}see: [{'[],' * 20_000}]\n", FAILED, "BSC103"),
    attack(
        "20,000 unknown themes",
        CARD.replace(
            "customer\n", f"customer\n    themes: [{','.join(f't{n}' for n in range(20_000))}]\n"
        ),
        FAILED,
        "BSC201",
    ),
    attack("5,000 KPIs", many_kpis(5_000), SOUND),
    attack("4,000 objectives", many_objectives(4_000), SOUND),
    attack(
        "a long circle",
        HEAD
        + "objectives:\n"
        + "".join(
            f"  o{n}: {{name: O, perspective: customer, drives: [o{(n + 1) % 4000}]}}\n"
            for n in range(4000)
        ),
        FAILED,
        "BSC202",
    ),
    attack("a name of 100,000 characters", CARD.replace("Do it", "x" * 100_000), SOUND),
    attack("a name of 100,000 words", CARD.replace("Do it", "x " * 100_000 + "x"), SOUND),
    attack("an owner of 100,000 characters", f"{CARD}owner: {'x' * 100_000}\n", SOUND),
    attack("markup", CARD.replace("Do it", "'[red]a[/] [/] [link=x]'"), SOUND),
    attack("right to left", CARD.replace("Do it", "زيادة الإيرادات"), SOUND),
    attack("a direction override", CARD.replace("Do it", "a\u202egnp.exe"), SOUND),
    attack("CJK and emoji", CARD.replace("Do it", "顧客を喜ばせる 🚚👩‍👩‍👧"), SOUND),
    attack("combining characters", CARD.replace("Do it", "e" + "\u0301" * 3000), SOUND),
]

each_attack = pytest.mark.parametrize("case", ATTACKS, ids=lambda case: case.name)


def assert_no_defect(result: Result) -> None:
    assert "Traceback" not in result.out + result.err
    assert (result.code, "defect in bsc" in result.err) != (70, True), result.err


@each_attack
def test_validate_tells_what_is_wrong(case: Attack) -> None:
    result = bsc("validate", "-", "--format", "json", *AT, stdin=case.bytes)
    assert_no_defect(result)
    found = json.loads(result.out)["findings"]
    errors = {finding["code"] for finding in found if finding["severity"] == "error"}
    assert (result.code, errors, result.err) == (case.code, set(case.errors), "")
    assert len(found) <= 100


@each_attack
def test_status_shows_what_can_be_read(case: Attack) -> None:
    result = bsc("status", "-", *AT, stdin=case.bytes)
    assert_no_defect(result)
    assert result.code == case.code
    assert (result.out == "") is (case.code == UNREADABLE)


@each_attack
def test_explain_explains_what_can_be_read(case: Attack) -> None:
    result = bsc("explain", "financial", "-", *AT, stdin=case.bytes)
    assert_no_defect(result)
    assert result.code == case.code
    assert (result.out == "") is (case.code == UNREADABLE)


NASTY = (
    r"\e[31mred\e[0m \a\b\0 [red]x[/] [/] \n::error file=x::pwned\n::set-output name=a::b\r\n"
    r"::warning::w \u202e \u2028 \x85 \x9b31m %0A::error:: </script><b> | `x` $(x)"
)
EVERYWHERE = f"""\
bsc: 1
id: card
name: "name {NASTY}"
vision: "{NASTY}"
mission: "{NASTY}"
source: "{NASTY}"
description: "{NASTY}"
owner: "owner {NASTY}"
see: ["{NASTY}"]
notes: {{2026: "{NASTY}"}}
"unknown {NASTY}": x
language: "{NASTY}"
calendar: {{fiscal_year_starts: "{NASTY}"}}
map: {{engine: "{NASTY}"}}
moved: {{"{NASTY}": "{NASTY}"}}
perspectives:
  customer: {{name: "lane {NASTY}", question: "{NASTY}", owner: "{NASTY}"}}
themes:
  t: {{name: "{NASTY}"}}
  "{NASTY}": {{name: x}}
objectives:
  o:
    name: "objective {NASTY}"
    perspective: customer
    owner: "{NASTY}"
    themes: ["{NASTY}"]
    supports: ["{NASTY}"]
    drives: {{"{NASTY}": {{because: "{NASTY}"}}}}
    kpis:
      k:
        name: "KPI {NASTY}"
        unit: "{NASTY}"
        source: "{NASTY}"
        owner: "{NASTY}"
        better: "{NASTY}"
        target: 5
        red: "{NASTY}"
        guarded_by: ["{NASTY}"]
        actuals: {{2026-07: "{NASTY}", 2026-09: 6, "{NASTY}": 5}}
        notes: {{2026-09: "{NASTY}"}}
  p: {{name: P, perspective: "{NASTY}"}}
initiatives:
  i: {{name: "{NASTY}", objectives: ["{NASTY}"], owner: "{NASTY}", ends: "{NASTY}"}}
reviews:
  "{NASTY}": {{}}
  2026-Q1: {{held: "{NASTY}", attended: ["{NASTY}"], actions: [{{what: "{NASTY}", due: "x"}}]}}
"""

COMMANDS = [
    ("validate", "-"),
    ("validate", "-", "--format", "concise"),
    ("validate", "-", "--format", "json"),
    ("validate", "-", "--format", "github"),
    ("status", "-"),
    ("status", "-", "--verbose"),
    ("status", "-", "--format", "csv"),
    ("status", "-", "--format", "markdown"),
    ("status", "-", "--format", "json"),
    ("explain", "k", "-"),
    ("explain", "o", "-", "--format", "json"),
]
each_command = pytest.mark.parametrize("command", COMMANDS, ids=" ".join)

_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_OURS = re.compile(r"::(?:error|warning|notice) file=[^,]*,line=\d+,endLine=\d+,col=\d+,")


def raw_characters(text: str) -> list[str]:
    """The control and bidirectional characters that a terminal would obey."""
    return sorted(set(_RAW.findall(text)))


def foreign_commands(text: str) -> list[str]:
    """The lines that a workflow runner would obey, which skips white space, except our own."""
    lines = [line.lstrip() for line in text.split("\n")]
    return [line[:60] for line in lines if line.startswith("::") and not _OURS.match(line)]


def assert_tame(text: str) -> None:
    assert (raw_characters(text), foreign_commands(text)) == ([], [])


@each_command
def test_hostile_texts_end_in_findings(command: tuple[str, ...]) -> None:
    result = bsc(*command, *AT, stdin=EVERYWHERE)
    assert_no_defect(result)
    assert result.code == FAILED


@each_command
def test_no_character_of_a_text_steers_the_terminal(command: tuple[str, ...]) -> None:
    result = bsc(*command, *AT, stdin=EVERYWHERE)
    assert (raw_characters(result.out), raw_characters(result.err)) == ([], [])


@each_command
def test_no_line_of_a_text_is_a_workflow_command(command: tuple[str, ...]) -> None:
    result = bsc(*command, *AT, stdin=EVERYWHERE)
    assert (foreign_commands(result.out), foreign_commands(result.err)) == ([], [])


@pytest.mark.parametrize(
    "command", [command for command in COMMANDS if "json" in command], ids=" ".join
)
def test_hostile_texts_leave_json_readable(command: tuple[str, ...]) -> None:
    data = json.loads(bsc(*command, *AT, stdin=EVERYWHERE).out)
    assert data["version"] == 1


def test_json_keeps_a_hostile_name_as_it_is() -> None:
    data = json.loads(bsc("status", "-", "--format", "json", *AT, stdin=EVERYWHERE).out)
    name = data["scorecards"][0]["name"]
    assert name.startswith("name \x1b[31mred\x1b[0m \a\b\0 [red]x[/] [/] \n::error file=x::pwned\n")


def test_a_file_name_cannot_carry_a_command() -> None:
    result = bsc("validate", "x\n::error::pwned\x1b[31m")
    assert result.code == USAGE
    assert_tame(result.out + result.err)


def test_an_id_on_the_command_line_cannot_carry_a_command() -> None:
    result = bsc("explain", "x\n::error::pwned\x1b[31m", "-", stdin=CARD)
    assert result.code == USAGE
    assert_tame(result.out + result.err)


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1"])
def test_no_cell_begins_a_formula(sign: str) -> None:
    card = CARD.replace("Do it", f'"{sign}"').replace("name: K", f'name: "{sign}", unit: "{sign}"')
    result = bsc("status", "-", "--format", "csv", *AT, stdin=f'{card}owner: "{sign}"\n')
    cells = [cell for row in csv.reader(io.StringIO(result.out)) for cell in row]
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?!\d)", cell)] == []
    assert (result.code, result.err.count("error")) == (SOUND, 0)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@each_command
def test_narrow_encodings_are_survived(command: tuple[str, ...], encoding: str) -> None:
    card = CARD.replace("Do it", "顧客 🚚 Größe “x” – é").replace("target: 5", "target: x, unit: €")
    result = bsc(*command, *AT, stdin=card, encoding=encoding)
    assert_no_defect(result)
    assert result.code == FAILED
    assert result.out.isascii() or encoding != "ascii"


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "examples/logistics", "--quiet"),
        ("validate", "examples/logistics", "--format", "json", "--quiet"),
        ("status", "examples/logistics", "--quiet"),
        ("explain", "logistics", "examples/logistics", "--quiet"),
        ("rules",),
    ],
    ids=" ".join,
)
def test_a_closed_pipe_is_quiet(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bscli", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""
