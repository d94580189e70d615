"""The one place where text becomes HTML without being escaped: what our own code has made safe."""

from __future__ import annotations

from markupsafe import Markup

from bscli.renderers.charts import bullet, sparkline, timeline
from bscli.views.charts.bullet import Bullet
from bscli.views.charts.sparkline import Sparkline
from bscli.views.charts.timeline import Timeline, TimelineRow
from bscli.views.markdown import PageMarkdown


def own(text: str) -> Markup:
    """A style sheet, a script or a drawing that this program has made."""
    return Markup(text)  # noqa: S704 - made by us from escaped parts


def chart(view: Bullet | Sparkline) -> Markup:
    """A chart as inline SVG."""
    return own(bullet.render(view) if isinstance(view, Bullet) else sparkline.render(view))


def axis(view: Timeline) -> Markup:
    """The axis of a timeline as inline SVG."""
    return own(timeline.render_axis(view))


def bar(view: Timeline, row: TimelineRow) -> Markup:
    """One initiative's bar and milestones as inline SVG."""
    return own(timeline.render_row(view, row))


class Prose:
    """The descriptions and notes of one page as safe HTML."""

    def __init__(self) -> None:
        self._markdown = PageMarkdown()

    def paragraphs(self, text: str) -> Markup:
        """A text with paragraphs."""
        return own(self._markdown.paragraphs(text))

    def line(self, text: str) -> Markup:
        """A text of one line."""
        return own(self._markdown.line(text))
