"""Writes what can be made: JSON Schema, rule pages, templates, the outputs in the tutorial."""

from __future__ import annotations

import sys
from pathlib import Path

from bscli.model.json_schema import scorecard_schema
from bscli.renderers.json_text import json_text
from bscli.renderers.rule_page import as_markdown, index_as_markdown
from bscli.rules.registry import RULES
from scripts.font_widths import widths_file
from scripts.pictures import map_file
from scripts.starters import starter_files
from scripts.tutorial import PAGE, refreshed

ROOT = Path(__file__).parent.parent


def generated_files() -> dict[Path, str]:
    """Every generated file with the text that it should hold."""
    pages = {Path("docs/rules") / f"{rule.code.lower()}.md": as_markdown(rule) for rule in RULES}
    return {
        Path("schemas/scorecard.schema.json"): json_text(scorecard_schema()),
        Path("docs/rules/README.md"): index_as_markdown(RULES),
        PAGE: refreshed((ROOT / PAGE).read_text("utf-8")),
        **dict([widths_file(ROOT), map_file()]),
        **pages,
        **starter_files(),
    }


def main() -> None:
    """Writes them all."""
    for path, text in generated_files().items():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
