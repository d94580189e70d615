"""Markdown from anywhere made into HTML that is safe to show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from bscli.views.text import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 10_000
"""A longer text is shown as it was written: nobody writes so long a note by hand."""

MOST_ON_A_PAGE = 300_000
"""So many characters are read as Markdown; what follows them is shown as it was written."""

DEEPEST = 20
"""Levels of a text; of a deeper one, shown as it was written, the parser would drop the rest."""

_LINK = re.compile(r"https?://|mailto:", re.IGNORECASE)


class PageMarkdown:
    """The Markdown of one page as HTML, as far as that is a reasonable amount of work.

    No text can bring in HTML, images, headings, or links that are not http, https or mailto.
    """

    def __init__(self) -> None:
        self._left = MOST_ON_A_PAGE

    def paragraphs(self, text: str) -> str:
        """Paragraphs, lists, emphasis, code and links; all other markup is shown as text."""
        if not self._affords(text):
            return f"<p>{_as_written(text)}</p>"
        parser = _parser()
        tokens = parser.parse(text)
        if any(token.level >= DEEPEST - 1 for token in tokens):
            return f"<p>{_as_written(text)}</p>"
        return _made_visible(parser.renderer.render(tokens, parser.options, {}))

    def line(self, text: str) -> str:
        """The same for a text of one line, without paragraphs around it."""
        if not self._affords(text):
            return _as_written(text)
        return _made_visible(_parser().renderInline(" ".join(text.split())))

    def _affords(self, text: str) -> bool:
        is_short = len(text) <= min(LONGEST, self._left)
        self._left -= len(text) if is_short else 0
        return is_short


def _as_written(text: str) -> str:
    return escape(visible(text))


def _made_visible(html: Any) -> str:
    """The HTML with hidden characters spelled out, also those that came in disguise."""
    return visible(str(html).strip())


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    parser.disable(["image", "html_block", "html_inline"])
    parser.validateLink = lambda url: _LINK.match(url) is not None  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link)
    parser.add_render_rule("fence", _code)
    parser.add_render_rule("heading_open", _bold_paragraph)
    parser.add_render_rule("heading_close", _end_of_bold_paragraph)
    return parser


def _link(renderer: Any, tokens: Sequence[Token], place: int, options: Any, env: Any) -> str:
    """The link; one that has no text of its own shows where it leads."""
    link = tokens[place]
    link.attrSet("rel", "noopener noreferrer")
    is_empty = tokens[place + 1].type == "link_close"
    text = escape(str(link.attrGet("href"))) if is_empty else ""
    return f"{renderer.renderToken(tokens, place, options, env)}{text}"


def _code(renderer: Any, tokens: Sequence[Token], place: int, options: Any, env: Any) -> str:
    """Code without the name of its language, which would become a class."""
    return f"<pre><code>{escape(tokens[place].content)}</code></pre>\n"


def _bold_paragraph(*_: Any) -> str:
    """A heading within a note would break the outline of the page."""
    return "<p><strong>"


def _end_of_bold_paragraph(*_: Any) -> str:
    return "</strong></p>\n"
