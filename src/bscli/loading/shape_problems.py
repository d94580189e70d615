"""What pydantic rejects, in a strategist's words: which part, what stands there, what to do."""

from __future__ import annotations

from collections import Counter

from bscli.findings import DocumentPath, Part, Place, Problem
from bscli.loading.other_words import meant_key
from bscli.loading.outline import spot
from bscli.loading.rejections import MISSING, UNKNOWN, Rejection, node_at
from bscli.model.document import Document, MappingNode, Node, Scalar
from bscli.model.misshape import IN_QUOTES, is_null, quoted
from bscli.model.part import keys_of
from bscli.model.reading import KEY

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
    "formula-error": "BSC313",
}

LONGEST_TEXT = 200


class ShapeWords:
    """Puts the rejections of one document into words."""

    def __init__(self, document: Document, rejections: list[Rejection]) -> None:
        self._document = document
        self._cut_texts: dict[int, dict[Scalar, str]] = {}
        self._kinds = Counter(_kind(each) for each in rejections if each.misshape.kind)
        self._told: set[tuple[DocumentPath, str | None]] = set()

    def problem(self, rejection: Rejection) -> Problem:
        """The problem, with its place resolved: the document may be mended afterwards."""
        path, part = rejection.path, rejection.part
        help: str | None
        if rejection.rule == UNKNOWN:
            message, help = self._unknown_key(path)
        elif rejection.rule == MISSING:
            message, help = _missing_key(path)
        else:
            message, help = _broken_rule(rejection), _with_key(rejection)
            more = self._kinds[_kind(rejection)] - 1
            message += f", and {more} more like it" if more > 0 else ""
            part = Part.KEY if rejection.misshape.tail else part
        span = self._document.locate(path, part).span
        if rejection.misshape.within is not None:
            span = self._document.span_within(path, *rejection.misshape.within)
        return Problem(Place(self._document.file, path, part, span), message, help)

    def is_first_of_its_kind(self, rejection: Rejection) -> bool:
        """Whether nothing with the same cause has been asked for before."""
        kind = _kind(rejection)
        is_first = rejection.misshape.kind is None or kind not in self._told
        self._told.add(kind)
        return is_first

    def is_cut_off_already(self, path: DocumentPath) -> bool:
        """Whether an unknown key is a further piece of a text that its first piece tells of."""
        cut = self._cuts(path[:-1])
        return cut.get(Scalar(str(path[-1]))) == ""

    def is_cut_in_two(self, path: DocumentPath) -> bool:
        """Whether a text is only the first piece of one that a comma cut, which is told there."""
        return any(text.startswith(f"{path[-1]}: ") for text in self._cuts(path[:-1]).values())

    def _unknown_key(self, path: DocumentPath) -> tuple[str, str]:
        place = spot(path[:-1])
        message = f"{place.title} has an unknown key {quoted(str(path[-1]))}"
        cut = self._cuts(path[:-1]).get(Scalar(str(path[-1])))
        if cut:
            return message, f"a text with a comma in braces needs quotes: {cut}"
        meant = meant_path(path)
        if meant is not None:
            return message, f'did you mean "{meant[-1]}"?'
        known = ", ".join(sorted(keys_of(place.section.part) - {KEY}))
        return message, f"known keys: {known}{self._text_before(path)}"

    def _text_before(self, path: DocumentPath) -> str:
        """The advice for a key in braces that may be the rest of the text before it."""
        node = node_at(self._document.root, path[:-1])
        if not isinstance(node, MappingNode) or not node.flow:
            return ""
        entries = list(node.items())
        place = next(place for place, (key, _) in enumerate(entries) if key == path[-1])
        key, value = entries[place]
        before = entries[place - 1] if place else None
        if before is None or not isinstance(before[1], Scalar) or before[1].style != "":
            return ""
        whole = f"{before[1]}, {key}: {value}"[:LONGEST_TEXT]
        return f'; if it belongs to the text before it, write {before[0]}: "{whole}"'

    def _cuts(self, path: DocumentPath) -> dict[Scalar, str]:
        node = node_at(self._document.root, path)
        if not isinstance(node, MappingNode) or not node.flow:
            return {}
        if id(node) not in self._cut_texts:
            self._cut_texts[id(node)] = _texts_cut_by_commas(node)
        return self._cut_texts[id(node)]


def _kind(rejection: Rejection) -> tuple[DocumentPath, str | None]:
    return rejection.path[:-1], rejection.misshape.kind


def meant_path(path: DocumentPath) -> DocumentPath | None:
    """The path of the known key that an unknown one was probably meant to be."""
    known = keys_of(spot(path[:-1]).section.part) - {KEY}
    meant = meant_key(str(path[-1]), known)
    return (*path[:-1], meant) if meant else None


def _broken_rule(rejection: Rejection) -> str:
    """A message that begins with a quoted key speaks for itself; others need their subject."""
    path, message = rejection.path, rejection.misshape.message
    if message.startswith('"'):
        return f"{message} (in {spot(path[:-1]).subject})"
    place = spot(path)
    if path and isinstance(path[-1], int) and not place.rest:
        return f"item {path[-1] + 1} of {spot(path[:-1]).subject} {message}"
    if rejection.part is Part.KEY and not place.rest:
        return f"the id in {spot(path[:-1]).subject} {message}"
    return f"{place.subject} {message}"


def _with_key(rejection: Rejection) -> str | None:
    """The help; a quoted value is shown as the line should be written, behind its key."""
    help, key = rejection.misshape.help, rejection.path[-1]
    if help and rejection.part is Part.VALUE and isinstance(key, str):
        return help.replace(IN_QUOTES, f"{IN_QUOTES}{key}: ", 1)
    return help


def _missing_key(path: DocumentPath) -> tuple[str, str]:
    place, key = spot(path[:-1]), path[-1]
    fields = place.section.part.model_fields.items()
    found = [field.examples for name, field in fields if (field.alias or name) == key]
    example = f", for example {key}: {found[0][0]}" if found and found[0] else ""
    return f'{place.title} has no "{key}"', f'add "{key}"{example}'


def _texts_cut_by_commas(node: MappingNode) -> dict[Scalar, str]:
    """Keys without values behind a plain text: the first of them gets the whole text."""
    found: dict[Scalar, str] = {}
    pieces: list[Scalar] = []
    begun: Scalar | None = None
    for key, value in node.items():
        if not _is_bare(value):
            found |= _put_together(node, begun, pieces)
            pieces, begun = [], key
        else:
            pieces.append(key)
    return found | _put_together(node, begun, pieces)


def _put_together(
    node: MappingNode, begun: Scalar | None, pieces: list[Scalar]
) -> dict[Scalar, str]:
    text = node[begun] if begun is not None else None
    if not isinstance(text, Scalar) or text.style != "" or not pieces:
        return {}
    whole = ", ".join([str(text), *map(str, pieces)])[:LONGEST_TEXT]
    return {**dict.fromkeys(pieces, ""), pieces[0]: f'{begun}: "{whole}"'}


def _is_bare(value: Node) -> bool:
    """Whether nothing at all stands behind the key."""
    start, end = value.start, value.end
    return is_null(value) and (start.line, start.column) == (end.line, end.column)
