"""What the page for those who come from another product says of its scorecards is what they do."""

from __future__ import annotations

import json
import re

import pytest

from tests.commands import bsc
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "coming-from.md").read_text("utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n## ")[1:]}
ROW = re.compile(r"^\| `([a-z0-9-]+)` \| ([\d.]*) ?\| ([\d.]+) \| (\w+) \|$", re.MULTILINE)

Result = tuple[float | None, float | None, str]


def results(scorecard: str) -> dict[str, Result]:
    """Value, score and colour by id, of everything that the status knows."""
    day = ("--period", "2026-Q3", "--as-of", "2026-10-15", "--format", "json", "--quiet")
    told = bsc("status", "-", *day, stdin=scorecard)
    assert (told.code, told.err) == (0, "")
    parts = json.loads(told.out)["scorecards"]
    found: dict[str, Result] = {}
    while parts:
        part = parts.pop()
        found[part["id"]] = (part.get("value"), part["score"], part["status"])
        parts += [below for key in ("perspectives", "objectives", "kpis")
                  for below in part.get(key, [])]  # fmt: skip
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_every_scorecard_gives_the_results_beside_it(section: str) -> None:
    text = SECTIONS[section]
    block = re.search(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    found = results(block[1])
    stated = {
        id: (float(value) if value else None, float(score), colour)
        for id, value, score, colour in ROW.findall(text)
    }
    rounded = {
        id: (value, None if score is None else round(score, 2), colour)
        for id, (value, score, colour) in found.items()
    }
    assert stated == {id: rounded[id] for id in stated}
    kpis = set(re.findall(r"^      ([a-z0-9-]+):", block[1], re.MULTILINE))
    assert kpis <= set(stated)


def test_every_row_of_the_first_table_leads_to_its_section() -> None:
    anchors = re.findall(r"\]\(#([a-z0-9-]+)\)", PAGE)
    titles = [re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in SECTIONS]
    assert anchors == titles
