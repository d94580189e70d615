"""The pages that the browser opens: every example, and scorecards that are hard to lay out."""

from __future__ import annotations

from pathlib import Path

from tests.commands import bsc
from tests.conftest import AS_OF, EXAMPLES, PERIOD
from tests.random_scorecards import random_scorecard

LONG = "Deliver " + "extraordinarily long and winding promises to everyone who asks " * 6
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützen" * 8
MARKUP = "<script>alert(1)</script><img src=http://example.com/x.png onerror=alert(1)> </svg> *b*"


def objective(id: str, name: str, perspective: str, rest: str = "") -> str:
    return f"  {id}:\n    name: {quoted(name)}\n    perspective: {perspective}\n{rest}"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def kpi(id: str, name: str, rest: str) -> str:
    return f"      {id}: {{name: {quoted(name)}, {rest}}}\n"


def head(name: str) -> str:
    return f"bsc: 1\nname: {quoted(name)}\nvision: {quoted(name)}\nowner: {quoted(name)}\n"


def months(value: str, first: int, last: int) -> str:
    found = [f"{year}-{month:02}" for year in range(first, last + 1) for month in range(1, 13)]
    return ", ".join(f"{month}: {value}" for month in found if month <= "2026-09")


def crowded() -> str:
    """Forty objectives with three KPIs each."""
    lines = random_scorecard(7).splitlines()
    text = []
    for line in lines:
        text.append(line)
        if line.startswith("    perspective:"):
            number = sum(each.startswith("    perspective:") for each in text)
            text.append("    kpis:")
            text += [
                f"      k{number}-{place}: {{name: Measure {place} of {number}, target: 50, "
                f"red: 30, actuals: {{2026-07: {20 * place + number}, 2026-08: {15 * place}}}}}"
                for place in (1, 2, 3)
            ]
    return "\n".join(text) + "\n"


def foreign() -> str:
    return (
        head("شركة الأفق للنقل (fictional)")
        + "objectives:\n"
        + objective(
            "a", "تسليم كل طلب في موعده مهما حدث على الطريق", "customer", kpis_of("معدل التسليم")
        )
        + objective(
            "b", "按时交付每一个订单并赢得客户的长期信任", "internal", kpis_of("准时交付率")
        )
        + objective("c", "👩‍🚀🚚 Fly 🏁🏁🏁 higher 🎉", "learning", kpis_of("🎯 точность прогноза"))
    )


def kpis_of(name: str) -> str:
    rest = "unit: percent, target: 95, red: 90, actuals: {2026-07: 91, 2026-08: 94, 2026-09: 96}"
    return "    kpis:\n" + kpi(f"k{abs(hash_of(name))}", name, rest)


def hash_of(name: str) -> int:
    return sum(map(ord, name))


def wordy() -> str:
    rest = (
        f"target: 1, red: 0, unit: {quoted(LONG)}, owner: {quoted(WORD)}, actuals: {{2026-09: 1}}"
    )
    note = f"    notes: {{2026-Q3: {quoted(LONG + WORD)}}}\n"
    kpis = "    kpis:\n" + kpi("k", LONG[:400], rest) + kpi("l", WORD, rest)
    return (
        head(LONG)
        + "objectives:\n"
        + objective("a", LONG[:400], "financial", note + kpis)
        + (objective("b", WORD, "customer", f"    owner: {quoted(WORD)}\n    drives: [a]\n"))
    )


def numeric() -> str:
    """Fifteen years of months; negative, tiny and huge numbers."""
    values = {"huge": "987654321098765", "tiny": "0.00000012345", "minus": "-4200.5", "flat": "7"}
    kpis = "".join(
        kpi(id, f"A {id} number", f"target: {value}, actuals: {{{months(value, 2011, 2026)}}}")
        for id, value in values.items()
    )
    return (
        head("Numbers (fictional)")
        + "objectives:\n"
        + objective("a", "Count everything", "financial", "    kpis:\n" + kpis)
    )


def marked_up() -> str:
    text = quoted(MARKUP)
    rest = (
        f"description: {text}, source: {text}, unit: {text}, owner: {text}, target: 5, "
        f"actuals: {{2026-09: 6}}, notes: {{2026-Q3: {text}}}"
    )
    return (
        head(MARKUP)
        + f"description: {text}\nsource: {text}\nperspectives:\n"
        + f"  p: {{name: {text}, question: {text}}}\n  q: {{name: Low}}\nobjectives:\n"
        + objective("a", MARKUP, "p", "    kpis:\n" + kpi("k", MARKUP, rest))
        + objective("b", "Drive it", "q", f"    drives: {{a: {{because: {text}, lag: 1 month}}}}\n")
        + f"initiatives:\n  i: {{name: {text}, objectives: [a], owner: {text}, "
        + f"starts: 2026-01-01, ends: 2026-12-31, milestones: {{m: {{name: {text}, "
        + "due: 2026-06-30}}}\nreviews:\n  2026-Q2:\n    held: 2026-07-14\n"
        + f"    summary: {text}\n    decisions: [{text}]\n    actions: [{{what: {text}}}]\n"
    )


EMPTY = "bsc: 1\nname: Nothing yet (fictional)\n"
ONE_KPI = (
    EMPTY
    + "owner: me\nobjectives:\n"
    + objective(
        "a",
        "Begin",
        "financial",
        "    kpis:\n" + kpi("k", "One", "target: 1, actuals: {2026-09: 2}"),
    )
)
NO_DATA = (
    EMPTY
    + "objectives:\n"
    + objective("a", "Begin", "financial")
    + objective("b", "Go on", "customer", "    kpis:\n" + kpi("k", "One", "target: 1"))
)

UGLY = {
    "empty": EMPTY,
    "one-kpi": ONE_KPI,
    "no-data": NO_DATA,
    "crowded": crowded(),
    "foreign": foreign(),
    "wordy": wordy(),
    "numeric": numeric(),
    "marked-up": marked_up(),
}
SOURCES = {**{path.name: (path / "scorecard.yaml").read_text("utf-8") for path in EXAMPLES}, **UGLY}
PAGES = tuple(SOURCES)


def written_page(name: str, folder: Path) -> Path:
    """The report of that name, written once."""
    path = folder / f"{name}.html"
    if not path.exists():
        options = ("--period", PERIOD, "--as-of", AS_OF.isoformat(), "--fail-on", "never")
        result = bsc("report", "-", "-o", str(path), *options, stdin=SOURCES[name])
        assert result.code == 0, result.err
    return path
