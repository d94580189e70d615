"""A real browser for the pages. Without one these tests are skipped, in CI they fail instead."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import PAGES, written_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

IS_REQUIRED = os.environ.get("BSC_BROWSER") == "required"
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Watch:
    """What a page did beside showing itself."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@dataclass
class Opened:
    """A page in a window, and what it did."""

    page: Page
    watch: Watch


class Window:
    """Opens pages of one browser, each in a context of its own."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder

    def open(self, name: str, *, width: int = 1280, height: int = 900, **context: Any) -> Opened:
        """The page of that name in a window of that size."""
        path = written_page(name, self.folder)
        size: Any = {"width": width, "height": height}
        page = self.browser.new_context(viewport=size, **context).new_page()
        watch = Watch()
        page.on("request", lambda request: watch.requests.append(request.url))
        page.on("pageerror", lambda error: watch.complaints.append(str(error)))
        page.on("console", lambda message: watch.complaints.append(message.text))
        page.goto(path.as_uri())
        return Opened(page, watch)

    def close(self) -> None:
        """Closes every page."""
        for context in self.browser.contexts:
            context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        program = None
    if program is None:
        if IS_REQUIRED:
            pytest.fail("Chromium or Playwright is missing")
        pytest.skip("needs Chromium, and Playwright: uv sync --group browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def window(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    opened = Window(browser, tmp_path_factory.getbasetemp())
    yield opened
    opened.close()


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)
