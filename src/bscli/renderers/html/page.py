"""The page: templates filled with a report, and a policy that lets it run nothing but itself."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from bscli.renderers.html import pictures
from bscli.renderers.paint import style_rules
from bscli.renderers.signs import SIGNS, STROKE
from bscli.renderers.svg import number
from bscli.views.palette import STATUS_PAINTS
from bscli.views.report.report import Report
from bscli.views.tokens import STATUS_TOKENS, TREND_TOKENS

_HOME = Path(__file__).parent


def render(report: Report, drawing: str) -> str:
    """The report as one HTML page around the drawing of its map (empty where there is none)."""
    style = style_rules() + _own_file("style.css")
    script = _own_file("script.js")
    environment = _environment()
    environment.globals["lang"] = _language(report)
    environment.globals |= _macros(environment)
    return environment.get_template("page.html.j2").render(
        report=report,
        owner_numbers={owner: number for number, owner in enumerate(report.owners, start=1)},
        drawing=pictures.own(drawing),
        style=pictures.own(style),
        script=pictures.own(script),
        policy=_policy(style, script),
    )


def _environment() -> Environment:
    prose = pictures.Prose()
    environment = Environment(
        loader=FunctionLoader(lambda name: _own_file(f"templates/{name}")),
        autoescape=True,
        optimized=False,  # to fold constants takes longer than to render one page
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters.update(
        chart=pictures.chart,
        axis=pictures.axis,
        prose=prose.paragraphs,
        phrase=prose.line,
        percent=lambda share: f"{number(100 * share)}%",
        capitalize_first=lambda text: text[:1].upper() + text[1:],
    )
    environment.globals.update(
        bar=pictures.bar,
        words={status: token.word for status, token in STATUS_TOKENS.items()},
        paints={status: paint.name for status, paint in STATUS_PAINTS.items()},
        trends={trend: token.word for trend, token in TREND_TOKENS.items()},
        signs=SIGNS,
        stroke=STROKE,
    )
    return environment


def _macros(environment: Environment) -> dict[str, object]:
    """The pieces that every template uses; to import them by name in each takes longer."""
    parts = vars(environment.get_template("parts.html.j2").module)
    return {name: macro for name, macro in parts.items() if not name.startswith("_")}


def _language(report: Report) -> Markup | str:
    """The attribute that tells which language a name is in, where it is not that of the page."""
    return Markup(' lang="{}"').format(report.language) if report.language else ""


def _policy(style: str, script: str) -> str:
    """Nothing may be fetched, and no style or script may run but these two."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_fingerprint(style)}'",
            f"script-src '{_fingerprint(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _fingerprint(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _own_file(name: str) -> str:
    return (_HOME / name).read_text(encoding="utf-8")
