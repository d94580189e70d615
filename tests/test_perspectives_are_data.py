"""Which perspectives there are is the scorecard's matter, not the code's."""

from __future__ import annotations

from bscli.model.perspective import CLASSIC
from tests.conftest import ROOT


def test_no_code_knows_the_four_perspectives() -> None:
    """Their names stand in one module, as defaults."""
    sources = (ROOT / "src").rglob("*.py")
    knowing = {
        path.name
        for path in sources
        if path.name != "perspective.py"
        and any(f'"{id}"' in _without_snippets(path.read_text()) for id in CLASSIC)
    }
    assert knowing == set()


def _without_snippets(source: str) -> str:
    """The source without example files and field examples."""
    return "".join(part for part in source.split('"""')[::2]).replace('examples=["customer"]', "")
