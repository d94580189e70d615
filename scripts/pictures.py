"""The pictures in the README: the map as the program draws it, the report as a browser shows it.

The map is made anew with the other generated files. The picture of the report needs a browser:
``uv run --group browser python -m scripts.pictures``.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from bscli.analysis import analyse
from bscli.cli.app import run
from bscli.layout import built_in
from bscli.loading import load
from bscli.renderers.strategy_map.drawing import drawing
from bscli.views.strategy_map import strategy_map

ROOT = Path(__file__).parent.parent
PICTURES = Path("docs/pictures")
EXAMPLE = ROOT / "examples" / "logistics"
AS_OF, PERIOD = date(2026, 10, 15), "2026-Q3"
WIDTH, HEIGHT = 1200, 1010


def map_file() -> tuple[Path, str]:
    """The path of the map's picture and its SVG, laid out alike on every machine."""
    analysis = analyse(load(EXAMPLE), period=PERIOD, as_of=AS_OF)
    view = strategy_map(analysis.scores[0], analysis.graphs[0])
    return PICTURES / "map.svg", drawing(built_in.place(view)).svg


def photograph(target: Path) -> None:
    """Writes what the report's first screen looks like."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        scorecard, page = Path(folder) / "scorecard.yaml", Path(folder) / "review.html"
        text = (EXAMPLE / "scorecard.yaml").read_text("utf-8")
        scorecard.write_text(f"{text}\nmap: {{engine: built-in}}\n", encoding="utf-8")
        run(["report", str(scorecard), "-o", str(page), "--period", PERIOD, "--as-of", str(AS_OF)])
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox"]
        )
        window = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        window.goto(page.as_uri())
        window.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    photograph(ROOT / PICTURES / "report.png")
