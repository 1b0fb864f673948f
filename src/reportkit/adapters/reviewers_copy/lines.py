"""Where on a page its lines stand, and where its paragraphs begin and end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

_POINTS = 0.75
"""Points of a CSS pixel."""
_APART = frozenset({"nav", "table", "figure", "dl"})
"""Elements whose lines have no number: they stand side by side, or are found by a name of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its base line, and the elements that it stands in, outer before inner."""

    base: float
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a page shows of an element."""

    element: Element
    top: float
    bottom: float


def lines_of(box: Any, around: tuple[Element, ...] = ()) -> Iterator[Line]:
    """The lines of a page's own text, from top to bottom."""
    if box.element is not None and box.element not in around:
        around = (*around, box.element)
    if type(box).__name__ == "LineBox":
        yield Line((box.position_y + box.baseline) * _POINTS, around)
        return
    for child in getattr(box, "children", ()):
        if not _stands_apart(child):
            yield from lines_of(child, around)


def stretches_of(box: Any) -> Iterator[Stretch]:
    """Each element of which the page shows a block."""
    for child in getattr(box, "children", ()):
        if child.element is not None and hasattr(child, "children") and type(child).__name__ != "LineBox":
            top = child.position_y
            yield Stretch(child.element, top * _POINTS, (top + child.margin_height()) * _POINTS)
        yield from stretches_of(child)


def _stands_apart(box: Any) -> bool:
    kind = type(box).__name__
    if kind in {"MarginBox", "FootnoteAreaBox"}:
        return True
    if box.element is None:
        return False
    return box.element.tag in _APART or "evidence-row" in box.element.get("class", "").split()
