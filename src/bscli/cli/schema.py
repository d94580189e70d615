"""``bsc schema``: the JSON Schema that editors and other tools check scorecards with."""

from __future__ import annotations

from bscli.cli.options import OutputOption
from bscli.cli.outcome import SOUND
from bscli.cli.streams import STANDARD, write


def schema(output: OutputOption = STANDARD) -> int:
    """Print the JSON Schema of the scorecard format."""
    from bscli.model.json_schema import scorecard_schema
    from bscli.renderers.json_text import json_text

    write(json_text(scorecard_schema()), output)
    return SOUND
