"""``bsc rules``: what is checked, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Optional

import typer

from bscli.cli.options import OutputOption
from bscli.cli.outcome import SOUND
from bscli.cli.streams import STANDARD, write


class RulesFormat(StrEnum):
    """How rules are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def rules(
    code: Annotated[
        Optional[str], typer.Argument(metavar="[CODE]", help="A rule's code or name.")
    ] = None,
    format: Annotated[RulesFormat, typer.Option(help="How to write it.")] = RulesFormat.TEXT,
    output: OutputOption = STANDARD,
) -> int:
    """List every rule, or show one with its reason and an example before and after."""
    from bscli.renderers import rule_page
    from bscli.renderers.json_text import json_text
    from bscli.rules.registry import RULES, find_rule
    from bscli.views.rules import rules_data

    shown = RULES if code is None else (find_rule(code),)
    if format is RulesFormat.JSON:
        write(json_text(rules_data(shown)), output)
    elif code is None:
        is_text = format is RulesFormat.TEXT
        listing = rule_page.index_as_text if is_text else rule_page.index_as_markdown
        write(listing(shown), output)
    else:
        page = rule_page.as_text if format is RulesFormat.TEXT else rule_page.as_markdown
        write(page(shown[0]), output)
    return SOUND
