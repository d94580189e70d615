"""Where pydantic rejects a document, as paths of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bscli.findings import DocumentPath, Part
from bscli.model.document import Document, MappingNode, Node, Scalar, SequenceNode
from bscli.model.misshape import Misshape
from bscli.model.reading import KEY
from bscli.model.series import EVERY_PERIOD

MISSING, UNKNOWN, AMBIGUOUS = "missing-key", "unknown-key", "ambiguous-scalar"
FORMULA = "formula-error"

_RULES_OF_PYDANTIC = {"missing": MISSING, "extra_forbidden": UNKNOWN}


@dataclass(frozen=True, slots=True)
class Rejection:
    """One rejected place, the name of the rule that it breaks, and what is wrong."""

    rule: str
    path: DocumentPath
    part: Part
    misshape: Misshape


class RejectionReader:
    """Turns pydantic's error locations into paths; remembers the keys of long mappings."""

    def __init__(self, document: Document) -> None:
        self._root = document.root
        self._keys: dict[int, list[Scalar]] = {}

    def read(self, errors: list[Any]) -> list[Rejection]:
        """The rejections behind pydantic's errors, in their order."""
        found = []
        for error in errors:
            rule = _RULES_OF_PYDANTIC.get(error["type"], error["type"])
            path, part = self._path(error["loc"])
            part = Part.KEY if rule in (MISSING, UNKNOWN) else part
            misshapes = error.get("ctx", {}).get("misshapes", [Misshape("")])
            found += [Rejection(rule, (*path, *each.tail), part, each) for each in misshapes]
        return found

    def _path(self, loc: tuple[str | int, ...]) -> tuple[DocumentPath, Part]:
        """List positions in mappings become keys, pydantic's own marks go."""
        node: Node | None = self._root
        path: list[str | int] = []
        for step in loc:
            if step in (KEY, "[key]"):
                return tuple(path), Part.KEY
            if step == EVERY_PERIOD:
                continue
            if isinstance(step, int) and isinstance(node, MappingNode):
                step = str(self._keys_of(node)[step])
            path.append(step)
            node = child(node, step)
        return tuple(path), Part.VALUE

    def _keys_of(self, node: MappingNode) -> list[Scalar]:
        if id(node) not in self._keys:
            self._keys[id(node)] = list(node)
        return self._keys[id(node)]


def child(node: Node | None, step: str | int) -> Node | None:
    """What a key or list position of a node leads to, if anything."""
    if isinstance(node, MappingNode):
        return node.value(str(step))
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def node_at(root: Node | None, path: DocumentPath) -> Node | None:
    """The node that a path leads to, if there is one."""
    node = root
    for step in path:
        node = child(node, step)
    return node
