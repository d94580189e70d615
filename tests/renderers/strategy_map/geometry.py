"""What a drawn map occupies: boxes, texts and lines, read back from its SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

from bscli.layout.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
STEPS = 16
ASCENT, DESCENT = 0.74, 0.22
"""How far letters reach above and below their base line, in font sizes."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle, and what it is of."""

    x: float
    y: float
    right: float
    bottom: float
    what: str = ""

    def meets(self, other: Box, by: float = 0.5) -> bool:
        return (
            self.x < other.right - by
            and other.x < self.right - by
            and self.y < other.bottom - by
            and other.y < self.bottom - by
        )

    def holds(self, other: Box) -> bool:
        return (
            self.x <= other.x + 0.5
            and other.right <= self.right + 0.5
            and self.y <= other.y + 0.5
            and other.bottom <= self.bottom + 0.5
        )

    def has(self, point: Point, by: float = 1.0) -> bool:
        inside = self.x + by < point[0] < self.right - by
        return inside and self.y + by < point[1] < self.bottom - by


@dataclass(frozen=True)
class Line:
    """A link as points close to each other."""

    cause: str
    effect: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Picture:
    """Everything of a map that must not collide; cards by id or, without ids, by their title."""

    sheet: Box
    lanes: tuple[Box, ...]
    cards: dict[str, Box]
    texts_in_cards: dict[str, tuple[Box, ...]]
    texts: tuple[Box, ...]
    lines: tuple[Line, ...]


def picture(svg: str) -> Picture:
    """The picture that an inline SVG draws."""
    root = ElementTree.fromstring(svg)
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    cards: dict[str, Box] = {}
    inside: dict[str, tuple[Box, ...]] = {}
    lanes, texts, lines = [], [], []
    for element, dx, dy, card in _walk(root, 0.0, 0.0, ""):
        if element.tag == f"{SVG}rect" and card:
            cards.setdefault(card, _rectangle(element, dx, dy, card))
        elif element.tag == f"{SVG}rect" and element.get("rx") == "8":
            lanes.append(_rectangle(element, dx, dy, "lane"))
        elif element.tag == f"{SVG}text":
            box = _text(element, dx, dy)
            texts.append(box)
            if card:
                inside[card] = (*inside.get(card, ()), box)
        elif element.get("class", "").startswith("link"):
            lines.append(_line(element, dx, dy))
    sheet = Box(0.0, 0.0, width, height)
    return Picture(sheet, tuple(lanes), cards, inside, tuple(texts), tuple(lines))


def crossings(lines: tuple[Line, ...]) -> int:
    """How often two links cross that share no end."""
    found = 0
    for place, line in enumerate(lines):
        for other in lines[place + 1 :]:
            if not {line.cause, line.effect} & {other.cause, other.effect}:
                found += _times_crossed(line.points, other.points)
    return found


def _times_crossed(one: tuple[Point, ...], two: tuple[Point, ...]) -> int:
    return sum(
        _cross(a, b, c, d)
        for a, b in pairwise(one)
        for c, d in pairwise(two)
        if min(a[1], b[1]) <= max(c[1], d[1]) and min(c[1], d[1]) <= max(a[1], b[1])
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _walk(
    element: ElementTree.Element, dx: float, dy: float, card: str
) -> Iterator[tuple[ElementTree.Element, float, float, str]]:
    """Every element with how far it is moved, and the card that it is a part of."""
    moved = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
    if moved:
        dx, dy = dx + float(moved[1]), dy + float(moved[2])
    if element.get("class") == "card":
        card = element.get("data-id") or element.findtext(f"{SVG}title") or "?"
    yield element, dx, dy, card
    for child in element:
        yield from _walk(child, dx, dy, card)


def _rectangle(element: ElementTree.Element, dx: float, dy: float, what: str) -> Box:
    x, y = float(element.get("x", 0)) + dx, float(element.get("y", 0)) + dy
    width, height = float(element.attrib["width"]), float(element.attrib["height"])
    return Box(x, y, x + width, y + height, what)


def _text(element: ElementTree.Element, dx: float, dy: float) -> Box:
    x, y = float(element.attrib["x"]) + dx, float(element.attrib["y"]) + dy
    size, content = float(element.attrib["font-size"]), element.text or ""
    width = text_width(content, size, bold=element.get("font-weight") == "bold")
    return Box(x, y - ASCENT * size, x + width, y + DESCENT * size, content)


def _line(element: ElementTree.Element, dx: float, dy: float) -> Line:
    path = element.find(f"{SVG}path")
    assert path is not None
    numbers = [float(part) for part in re.findall(r"-?[\d.]+", path.attrib["d"])]
    corners = [(x + dx, y + dy) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    points = [corners[0]]
    for place in range(1, len(corners), 3):
        start, (p1, p2, p3) = points[-1], corners[place : place + 3]
        points += [_bezier(start, p1, p2, p3, step / STEPS) for step in range(1, STEPS + 1)]
    return Line(element.attrib["data-cause"], element.attrib["data-effect"], tuple(points))


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, (a, b, c, d), strict=True))
        for axis in (0, 1)
    )
    return x, y
