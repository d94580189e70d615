"""An explanation as lines of arithmetic, of eighty columns wherever a line can be parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from bscli.renderers.terminal.ansi import Painter
from bscli.views.explanation import ExplanationView
from bscli.views.steps import Chapter, Step
from bscli.views.text import inline

WIDTH = 80
WIDEST_LABEL = 28
INDENT = "  "
_GLUE = "\N{NO-BREAK SPACE}"
_SHORT_GROUP = re.compile(r"\([^()]{1,40}\)|\b[12]0 / 3\b")
_OPERATORS = ("+", "-", "×", "/", "=")


def render(view: ExplanationView, painter: Painter) -> str:
    """The answer, then chapters with their steps, and where each number stands."""
    head = [
        painter.bold(inline(view.title)),
        inline(view.answer),
        f"{view.id}, {view.period} as of {view.as_of}",
        f"Numbers stand in {inline(view.file)}",
    ]
    chapters = [_chapter(chapter, view.file, painter) for chapter in view.chapters]
    return "\n".join([*head, *chapters]) + "\n"


def _chapter(chapter: Chapter, file: str, painter: Painter) -> str:
    width = min(WIDEST_LABEL, max(len(inline(step.label)) for step in chapter.steps))
    steps = [(step, _lines(step, width, file)) for step in chapter.steps]
    column = max((len(lines[-1]) for step, lines in steps if step.source), default=0)
    shown = []
    for step, lines in steps:
        if step.source:
            source = painter.dim(inline(_base_name(step.source, file)))
            lines[-1] = f"{lines[-1]:{column}}{INDENT}{source}"
        shown += lines
    return "\n".join(["", painter.bold(inline(chapter.title)), *shown])


def _lines(step: Step, width: int, file: str) -> list[str]:
    """A step, parted so that its source fits beside the last line."""
    label = f"{INDENT}{inline(step.label):{width}}{INDENT}"
    beside = len(_base_name(step.source, file)) + len(INDENT) if step.source else 0
    hanging = " " * (len(INDENT) + width + 2 * len(INDENT))
    lines = [label]
    for place, piece in enumerate(_pieces(inline(step.text))):
        glue = " " if place else ""
        if place and len(lines[-1]) + len(glue) + len(piece) > WIDTH - beside:
            lines.append(hanging + piece)
        else:
            lines[-1] += glue + piece
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> Iterator[str]:
    """Words, numbers and short brackets, each with the operator before it, to begin lines with."""
    glued = _SHORT_GROUP.sub(lambda match: match[0].replace(" ", _GLUE), text)
    waiting: list[str] = []
    for word in glued.split(" "):
        waiting.append(word.replace(_GLUE, " "))
        if word not in _OPERATORS:
            yield " ".join(waiting)
            waiting = []
    if waiting:
        yield " ".join(waiting)


def _base_name(source: str, file: str) -> str:
    """The place in a file, without the folders that the header names already."""
    return PurePath(file).name + source.removeprefix(file) if source.startswith(file) else source
