"""Makes the templates of ``bsc init`` from the examples, and the table of their objectives."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bscli.loading import StandardInput, load
from bscli.starters.names import folded

ROOT = Path(__file__).parent.parent
STARTERS = Path("src/bscli/starters")

_MODELINE = re.compile(r"# yaml-language-server: .*\n(?:#\n)?")
_TABLE = '''\
"""The folded names of all objectives in the templates; written by scripts/generate.py."""

from __future__ import annotations

OBJECTIVE_NAMES = frozenset(
    {{
{names}
    }}
)
'''


def starter_files() -> dict[Path, str]:
    """The template of every example, and the module that knows the names in all templates."""
    copies = {
        STARTERS / f"{example.parent.name}.yaml": without_modeline(example.read_text("utf-8"))
        for example in sorted((ROOT / "examples").glob("*/scorecard.yaml"))
    }
    by_hand = (ROOT / STARTERS / "minimal.yaml").read_text("utf-8")
    table = _table_of_names([by_hand, *copies.values()])
    return {**copies, STARTERS / "objective_names.py": table}


def without_modeline(text: str) -> str:
    """The text without the line that tells editors where this repository keeps the schema."""
    return _MODELINE.sub("", text, count=1)


def _table_of_names(texts: list[str]) -> str:
    names = {
        folded(objective.name)
        for text in texts
        for scorecard in load(StandardInput(text.encode())).scorecards
        for objective in scorecard.objectives
    }
    rows = (f"        {json.dumps(name, ensure_ascii=False)}," for name in sorted(names))
    return _TABLE.format(names="\n".join(rows))
