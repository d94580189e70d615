"""``bsc report``: the page for a review meeting."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bscli.cli.inputs import analysed, ending, the_scorecard
from bscli.cli.options import (
    AsOfOption,
    FailOn,
    FailOnOption,
    PathArgument,
    PeriodOption,
    QuietOption,
    VerboseOption,
    WhereOption,
)
from bscli.cli.outcome import FAILED, SOUND, exit_code, tell_findings
from bscli.cli.streams import note, write_file

if TYPE_CHECKING:
    from bscli.analysis import Analysis


class ReportFormat(StrEnum):
    """What the report is written as."""

    HTML = "html"
    MARKDOWN = "md"


ENDINGS = {"html": ReportFormat.HTML, "htm": ReportFormat.HTML, "md": ReportFormat.MARKDOWN}


def report(
    path: PathArgument = ".",
    *,
    output: WhereOption,
    fail_on: FailOnOption = FailOn.ERROR,
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Write the review report: one page with results, map, initiatives and the last decisions."""
    from bscli.views.findings import findings_view

    format = ending(output, ENDINGS)
    analysis = analysed(path, period, as_of)
    findings = findings_view(analysis)
    tell_findings(analysis, findings, quiet=quiet, verbose=verbose)
    code = exit_code(analysis, findings, fail_on)
    if code == SOUND:
        write_file(_rendered(analysis, format, quiet=quiet), output, quiet=quiet)
    elif code == FAILED:
        note("error: no report was written; add --fail-on never to write what there is")
    return code


def _rendered(analysis: Analysis, format: ReportFormat, *, quiet: bool) -> str:
    from bscli.views.report.report import report_of

    scores, graph = the_scorecard(analysis)
    if format is ReportFormat.MARKDOWN:
        from bscli.renderers.report_markdown.page import render as as_markdown

        return as_markdown(report_of(analysis, scores))
    from bscli.cli.drawing import inline_map
    from bscli.renderers.html.page import render as as_page

    drawn = inline_map(scores, graph, quiet=quiet)
    view = report_of(analysis, scores, drawn.engine if drawn else "")
    return as_page(view, drawn.svg if drawn else "")
