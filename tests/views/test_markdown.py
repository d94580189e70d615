"""Markdown in notes: what it may become, and what it never becomes."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscli.views.markdown import DEEPEST, LONGEST, MOST_ON_A_PAGE, PageMarkdown

HARMLESS = {
    *("p", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "a"),
}
SIGNS = "[]()<>*_`#&;:/\\!|-+=~\"'.\n abx123"


def html_of(text: str) -> str:
    return PageMarkdown().paragraphs(text)


def inline_html_of(text: str) -> str:
    return PageMarkdown().line(text)


class Tags(HTMLParser):
    """Which elements a text has, and with which attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**Price**, *not* waste", "<p><strong>Price</strong>, <em>not</em> waste</p>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("```html\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        (
            "[plan](https://example.com/a?b=c&d)",
            '<p><a href="https://example.com/a?b=c&amp;d" rel="noopener noreferrer">plan</a></p>',
        ),
        (
            "<mailto:ada@example.com>",
            '<p><a href="mailto:ada@example.com" rel="noopener noreferrer">'
            "mailto:ada@example.com</a></p>",
        ),
        ("# Big\n\ntext", "<p><strong>Big</strong></p>\n<p>text</p>"),
        ("Big\n===", "<p><strong>Big</strong></p>"),
        ("<b>x</b> <!-- y -->", "<p>&lt;b&gt;x&lt;/b&gt; &lt;!-- y --&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](JaVaScRiPt:alert(1))", "<p>[x](JaVaScRiPt:alert(1))</p>"),
        ("[x](data:text/html,y)", "<p>[x](data:text/html,y)</p>"),
        ("[x](other.html)", "<p>[x](other.html)</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("a\u202eb &#x202e; \x1b", "<p>a\\u202eb \\u202e \\x1b</p>"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_a_note_becomes(text: str, html: str) -> None:
    assert html_of(text) == html


def test_an_image_becomes_a_link_that_nobody_follows_unasked() -> None:
    html = html_of("![logo](https://example.com/logo.png)")
    assert [tag for tag, _ in Tags(html).found] == ["p", "a"]


def test_a_link_without_a_text_shows_where_it_leads() -> None:
    html = '<a href="https://example.com/?a&amp;b" rel="noopener noreferrer">%s</a>'
    link = html % "https://example.com/?a&amp;b"
    assert inline_html_of("[](https://example.com/?a&b)") == link
    assert html_of("[](https://example.com/?a&b)") == f"<p>{link}</p>"


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "- > ", "> 1. "])
def test_no_depth_of_lists_and_quotations_hides_their_text(sign: str) -> None:
    for depth in range(1, DEEPEST + 2):
        assert "told" in html_of(f"{sign * depth}told")


def test_what_is_deeper_than_anybody_writes_is_shown_as_it_is() -> None:
    text = f"{'> ' * DEEPEST}told"
    assert html_of(text) == f"<p>{text.replace('>', '&gt;')}</p>"


def test_a_line_has_no_paragraph_around_it() -> None:
    link = '<a href="https://example.com" rel="noopener noreferrer">Q3 OKRs</a>'
    assert inline_html_of("# see\n[Q3 OKRs](https://example.com)") == f"# see {link}"


@pytest.mark.parametrize("pattern", ["[", "![", "*a", "> ", "- ", "`", "<", "[a](", "**a**_"])
def test_a_text_that_is_too_long_to_be_a_note_is_shown_as_it_is(pattern: str) -> None:
    text = pattern * (LONGEST + 1)
    for made in (html_of(text), inline_html_of(text)):
        assert {tag for tag, _ in Tags(made).found} <= {"p"}


def test_a_page_with_too_much_of_it_shows_the_rest_as_it_is() -> None:
    page = PageMarkdown()
    text = "**x**".ljust(LONGEST, ".")
    made = [page.paragraphs(text) for _ in range(MOST_ON_A_PAGE // LONGEST + 1)]
    assert [html.startswith("<p><strong>x</strong>") for html in made[-2:]] == [True, False]
    assert page.paragraphs("*y*") == "<p>*y*</p>"


@given(st.text(alphabet=SIGNS, max_size=60) | st.text(max_size=60))
def test_no_text_brings_in_anything_but_harmless_elements(text: str) -> None:
    for html in (html_of(text), inline_html_of(text)):
        for tag, attributes in Tags(html).found:
            assert tag in HARMLESS
            assert set(attributes) <= {"href", "rel", "title", "start"}
            href = attributes.get("href", "https:")
            assert href is not None
            assert href.lower().startswith(("http:", "https:", "mailto:"))
