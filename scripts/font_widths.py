"""How wide the bundled fonts' characters are, in thousandths of the font size."""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("src/bscli/layout/fonts")
STYLES = ("regular", "bold")


def widths_file(root: Path) -> tuple[Path, str]:
    """The path of the table of widths, and its text: for each style, characters by width."""
    table = {
        style: _characters_by_width(root / FONTS / f"scorecard-sans-{style}.ttf")
        for style in STYLES
    }
    return FONTS / "widths.json", json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _characters_by_width(font_file: Path) -> dict[str, str]:
    font = TTFont(font_file)
    per_thousand = font["head"].unitsPerEm / 1000
    found: dict[int, list[str]] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        width = round(font["hmtx"][glyph][0] / per_thousand)
        found.setdefault(width, []).append(chr(code))
    return {str(width): "".join(found[width]) for width in sorted(found)}
