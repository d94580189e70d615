"""An explanation as lines of arithmetic."""

from __future__ import annotations

from bscli.renderers.terminal.ansi import Painter
from bscli.views.explanation import ExplanationView
from bscli.views.steps import Chapter, Step
from bscli.views.text import inline

WIDEST_LABEL = 28
SOURCE_COLUMN = 44


def render(view: ExplanationView, painter: Painter) -> str:
    """Title, chapters with their steps, and where each number stands."""
    head = [
        painter.bold(inline(view.title)),
        f"{view.id}, {view.period} as of {view.as_of}",
    ]
    chapters = [_chapter(chapter, painter) for chapter in view.chapters]
    return "\n".join([*head, *chapters]) + "\n"


def _chapter(chapter: Chapter, painter: Painter) -> str:
    width = min(WIDEST_LABEL, max(len(step.label) for step in chapter.steps))
    steps = [_step(step, width, painter) for step in chapter.steps]
    return "\n".join(["", painter.bold(inline(chapter.title)), *steps])


def _step(step: Step, width: int, painter: Painter) -> str:
    text = inline(f"  {step.label:{width}}  {step.text}")
    if not step.source:
        return text.rstrip()
    return f"{text:{SOURCE_COLUMN}}  {painter.dim(inline(step.source))}"
