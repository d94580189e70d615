"""What pydantic rejects, in a strategist's words: which part, what stands there, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bscli.findings import DocumentPath, Part, Place, Problem
from bscli.loading.outline import spot
from bscli.model.document import Document, MappingNode, Node, SequenceNode
from bscli.model.part import keys_of
from bscli.model.project import CodedProblem
from bscli.model.reading import KEY, Misshape, describe, is_null, quoted
from bscli.model.series import EVERY_PERIOD
from bscli.model.suggestions import nearest

CODES = {
    "unsupported-version": "BSC006",
    "ambiguous-scalar": "BSC004",
    "unknown-key": "BSC101",
    "missing-key": "BSC102",
    "wrong-type": "BSC103",
    "invalid-value": "BSC104",
    "invalid-id": "BSC105",
    "invalid-period": "BSC107",
    "bad-number": "BSC108",
    "bad-weight": "BSC109",
}
_RULES_OF_PYDANTIC = {"missing": "missing-key", "extra_forbidden": "unknown-key"}

_OTHER_WORDS = {
    "actual": "actuals",
    "values": "actuals",
    "results": "actuals",
    "measures": "kpis",
    "metrics": "kpis",
    "indicators": "kpis",
    "goals": "objectives",
    "targets": "target",
    "goal": "target",
    "direction": "better",
    "polarity": "better",
    "due": "ends",
    "deadline": "ends",
    "start": "starts",
    "end": "ends",
    "parent": "supports",
    "supports": "drives",
    "causes": "drives",
    "leads-to": "drives",
    "reason": "because",
    "why": "because",
    "title": "name",
    "label": "name",
    "responsible": "owner",
    "lead": "owner",
    "projects": "initiatives",
    "actions": "initiatives",
    "cost": "budget",
    "units": "unit",
    "threshold": "red",
    "aggregation": "aggregate",
}
"""Keys as other tools call them, and ours; it is offered only where the part has ours."""


@dataclass(frozen=True, slots=True)
class ShapeProblem:
    """One rejected place and how it reads; ``meant`` is the key behind a misspelled one."""

    rule: str
    path: DocumentPath
    part: Part
    coded: CodedProblem
    meant: DocumentPath | None = None


def shape_problems(document: Document, errors: list[Any]) -> Iterator[ShapeProblem]:
    """The problems behind pydantic's errors, in their order, each with its place resolved."""
    for error in errors:
        rule = _RULES_OF_PYDANTIC.get(error["type"], error["type"])
        path, part = _path(document, error["loc"])
        for misshape in error.get("ctx", {}).get("misshapes", [Misshape("")]):
            yield _problem(document, rule, (*path, *misshape.tail), part, misshape)


def _path(document: Document, loc: tuple[str | int, ...]) -> tuple[DocumentPath, Part]:
    """The path in the file: list positions in mappings become keys, pydantic's own marks go."""
    node: Node | None = document.root
    path: list[str | int] = []
    for step in loc:
        if step in (KEY, "[key]"):
            return tuple(path), Part.KEY
        if step == EVERY_PERIOD:
            continue
        if isinstance(step, int) and isinstance(node, MappingNode):
            step = str(list(node)[step])
        path.append(step)
        node = _child(node, step)
    return tuple(path), Part.VALUE


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return node.get(step)  # type: ignore[call-overload, no-any-return]
    if isinstance(node, SequenceNode) and isinstance(step, int):
        return node[step]
    return None


def _problem(
    document: Document, rule: str, path: DocumentPath, part: Part, misshape: Misshape
) -> ShapeProblem:
    place, meant = spot(path), None
    if rule == "unknown-key":
        message, help, meant = _unknown_key(document, path)
        part = Part.KEY
    elif rule == "missing-key":
        message, help, part = *_missing_key(path), Part.KEY
    elif misshape.message.startswith('"'):
        around = spot(path[:-1]).subject
        message, help, part = f"{misshape.message} (in {around})", misshape.help, Part.KEY
    elif part is Part.KEY and not place.rest:
        around = spot(path[:-1]).subject
        message = f"the id {quoted(str(path[-1]))} in {around} {misshape.message}"
        help = misshape.help
    else:
        message, help = f"{place.subject} {misshape.message}", misshape.help
    location = document.locate(path, part)
    problem = Problem(Place(document.file, path, part, location.span), message, help)
    return ShapeProblem(rule, path, part, CodedProblem(CODES[rule], problem), meant)


def _unknown_key(
    document: Document, path: DocumentPath
) -> tuple[str, str | None, DocumentPath | None]:
    *parent, key = path
    place = spot(tuple(parent))
    message = f"{place.title} has an unknown key {quoted(str(key))}"
    cut = _text_cut_by_commas(document, path)
    if cut is not None:
        return message, f'a text with a comma in braces needs quotes: "{cut}"', None
    known = keys_of(place.section.part) - {KEY}
    other = _OTHER_WORDS.get(str(key).lower().replace("_", "-"))
    meant = other if other in known else nearest(str(key), sorted(known))
    if meant is None:
        return message, f"known keys: {', '.join(sorted(known))}", None
    return message, f'did you mean "{meant}"?', (*parent, meant)


def _text_cut_by_commas(document: Document, path: DocumentPath) -> str | None:
    """The text that a comma in braces cut into keys without values, if this key is such a piece."""
    node: Node | None = document.root
    for step in path[:-1]:
        node = _child(node, step)
    if not isinstance(node, MappingNode) or not node.flow:
        return None
    keys = list(node)
    position = keys.index(path[-1])  # type: ignore[arg-type]
    while position > 0 and _is_bare(node, keys[position]):
        position -= 1
    begun = node[keys[position]]
    if keys[position] == path[-1] or not isinstance(begun, str) or begun.style != "":
        return None
    pieces = [str(begun), *(str(key) for key in keys[position + 1 :] if _is_bare(node, key))]
    return ", ".join(pieces)


def _is_bare(node: MappingNode, key: Any) -> bool:
    value = node[key]
    return is_null(value) and (value.start.line, value.start.column) == (
        value.end.line,
        value.end.column,
    )


def _missing_key(path: DocumentPath) -> tuple[str, str | None]:
    *parent, key = path
    place = spot(tuple(parent))
    field = next(
        (
            field
            for name, field in place.section.part.model_fields.items()
            if (field.alias or name) == key
        ),
        None,
    )
    example = f", for example {key}: {field.examples[0]}" if field and field.examples else ""
    return f'{place.title} has no "{key}"', f'add "{key}"{example}'


def piece_of_cut_text(document: Document, path: DocumentPath) -> bool:
    """Whether an unknown key is a further piece of a text that was reported at its first piece."""
    if _text_cut_by_commas(document, path) is None:
        return False
    node: Node | None = document.root
    for step in path[:-1]:
        node = _child(node, step)
    keys = list(node) if isinstance(node, MappingNode) else []
    before = keys[keys.index(path[-1]) - 1]  # type: ignore[arg-type]
    return isinstance(node, MappingNode) and _is_bare(node, before)


__all__ = ["CODES", "ShapeProblem", "describe", "piece_of_cut_text", "shape_problems"]
