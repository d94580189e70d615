"""What is cut from a long list of findings still counts."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.views.findings import MOST_PER_FILE, findings_view
from tests.builders import analysis_of
from tests.commands import bsc

DRIVEN = "\n".join(f"  k{n}: {{name: Do it, perspective: customer}}" for n in range(160))
ERROR_LAST = (
    "bsc: 1\nname: X\nowner: ceo\nobjectives:\n"
    "  k: {name: Do it, perspective: customer, kpis: {q: {name: Q, target: 5}}, drives: [k1]}\n"
    f"{DRIVEN}\n  last: {{name: Do it, perspective: customr}}\n"
)


def test_a_long_list_is_cut_and_says_so() -> None:
    view = findings_view(analysis_of(ERROR_LAST))
    assert len(view.findings) == MOST_PER_FILE
    assert "of them not shown" in view.summary


def test_the_worst_finding_is_shown_and_fails_the_check_wherever_it_stands() -> None:
    view = findings_view(analysis_of(ERROR_LAST))
    assert view.findings[-1].severity is Severity.ERROR
    assert bsc("validate", "-", stdin=ERROR_LAST).code == 1


def test_what_is_shown_keeps_the_order_of_the_file() -> None:
    shown = findings_view(analysis_of(ERROR_LAST)).findings
    assert [finding.sort_key for finding in shown] == sorted(each.sort_key for each in shown)


def test_a_rule_that_stopped_looking_says_that_there_is_more() -> None:
    view = findings_view(analysis_of(ERROR_LAST), frozenset({"BSC303"}))
    assert view.count(Severity.WARNING) == 100
    assert view.summary.endswith(", and there are more")
