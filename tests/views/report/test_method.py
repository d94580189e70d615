"""Findings and method: what was found, what is missing, and what the page was made with."""

from __future__ import annotations

from bscli import __version__
from bscli.scoring.status import Status
from bscli.views.report.method import FindingLine, Method, Missing
from bscli.views.report.report import report_of
from tests.builders import analysis_of, kpi_scorecard
from tests.views.report.bakery import BAKERY


def method(text: str, engine: str = "") -> Method:
    analysis = analysis_of(text)
    return report_of(analysis, analysis.scores[0], engine).method


def test_findings_are_grouped_worst_first_with_file_and_line() -> None:
    broken = BAKERY.replace("earn-from-regulars: {because", "earn-from-regular: {because")
    groups = method(broken).groups
    assert [group.title for group in groups] == ["Errors", "Warnings", "Hints"]
    line = next(
        number for number, text in enumerate(broken.splitlines()) if "earn-from-regular:" in text
    )
    (error,) = groups[0].findings
    assert (error.code, error.place) == ("BSC201", f"<stdin>:{line + 1}")
    assert isinstance(error, FindingLine)


def test_kpis_without_a_score_are_named() -> None:
    assert method(BAKERY).missing == (Missing(Status.NO_DATA, ("Bread thrown away",)),)


def test_a_long_list_of_missing_kpis_ends_in_a_number() -> None:
    kpis = ", ".join(f"k{n}: {{name: K{n}, target: 1}}" for n in range(40))
    text = kpi_scorecard("target: 1").replace("k: {name: K, target: 1}", kpis)
    (missing,) = method(text).missing
    assert missing.names[-1] == "10 more"


def test_the_rules_speak_of_the_roll_up_that_is_used() -> None:
    worst = "bsc: 1\nname: T\nscoring: {rollup: worst}\n"
    assert "gets the worst of its KPIs' scores" in " ".join(method(worst).rules)
    assert "gets the weighted mean of its KPIs' scores" in " ".join(method(BAKERY).rules)


def test_the_page_says_what_it_was_made_from_and_with() -> None:
    assert dict(method(BAKERY, "Graphviz").facts) == {
        "Period": "2026-Q3",
        "As of": "2026-10-15",
        "File": "<stdin>",
        "Made with": f"bsc {__version__}",
        "Map laid out by": "Graphviz",
    }
