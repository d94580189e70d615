"""From findings to an exit code, and to what is said on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bscli.cli.options import FailOn
from bscli.cli.streams import note
from bscli.findings import Severity
from bscli.views.text import inline

if TYPE_CHECKING:
    from bscli.analysis import Analysis
    from bscli.views.findings import FindingsView

SOUND, FAILED, UNREADABLE = 0, 1, 3


def exit_code(analysis: Analysis, view: FindingsView, fail_on: FailOn) -> int:
    """0 where all is below the threshold, 1 where not, 3 where nothing was a scorecard."""
    if not analysis.project.could_be_read:
        return UNREADABLE
    if fail_on is FailOn.NEVER:
        return SOUND
    return FAILED if view.reaches(Severity(fail_on.value)) else SOUND


def tell_if_empty(analysis: Analysis) -> None:
    """A check that checked nothing does not pass in silence."""
    if not analysis.project.files:
        note("error: no YAML file here has the key bsc, so there is no scorecard to check")


def tell_findings(analysis: Analysis, view: FindingsView, *, quiet: bool, verbose: bool) -> None:
    """Errors one by one, the rest as a count: a result that rests on mistakes must say so."""
    from bscli.renderers.findings.text import render
    from bscli.renderers.terminal.ansi import Painter

    tell_if_empty(analysis)
    if analysis.newer_period is not None and not quiet:
        note(
            f"note: shown is {analysis.period}, the latest period with results; "
            f"{analysis.newer_period} has ended and has none yet"
        )
    if not analysis.project.could_be_read or verbose:
        note(render(view, Painter(in_colour=False)).rstrip())
        return
    for finding in view.findings:
        if finding.severity is Severity.ERROR:
            place = f"{finding.location.file}:{finding.location.span.line}"
            note(inline(f"error: {finding.code} {place}: {finding.message}"))
    if view.findings and not quiet:
        note(f"note: {view.summary}; bsc validate shows them")


def tell_what_was_checked(analysis: Analysis) -> None:
    """The files with what each of them holds."""
    from bscli.views.findings import counted

    for file in analysis.project.files:
        if file.scorecard is not None:
            objectives = counted(len(file.scorecard.objectives), "objective")
            kpis = counted(sum(1 for _ in file.scorecard.kpis()), "KPI")
            note(inline(f"note: {file.file} holds {objectives} and {kpis}"))
