"""What Markdown shows of a text is the text, and nobody is called by it."""

from __future__ import annotations

import pytest

from bscli.renderers.status_markdown import escaped


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("| <b> `c` *d* [e](f)", r"\| \<b\> \`c\` \*d\* \[e\]\(f\)"),
        ("$x$ &amp; 5 $", r"\$x\$ \&amp; 5 \$"),
        ("www.example.com, WWW.EXAMPLE.COM", r"www\.example.com, WWW\.EXAMPLE.COM"),
        ("https://example.com", r"https\://example.com"),
        ("ask @team", r"ask \@&#8203;team"),
        ("ada@example.com", r"ada\@&#8203;example.com"),
        ("5 @ 3", r"5 \@ 3"),
        ("see #12, o/r#7 and #one", r"see \#&#8203;12, o/r\#&#8203;7 and \#one"),
        ("GH-12, gh-3, high-4", r"GH\-&#8203;12, gh\-&#8203;3, high\-4"),
        (":smile: :+1: a:b", r"\:&#8203;smile\: \:&#8203;\+1\: a\:b"),
        ("a\u202eb\nc", r"a\\u202eb c"),
    ],
)
def test_a_text_is_shown_as_it_is(text: str, written: str) -> None:
    assert escaped(text) == written
