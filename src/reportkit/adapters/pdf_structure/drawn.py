"""What WeasyPrint drew on each page, and for which element of the HTML it did so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol
from xml.etree.ElementTree import Element

from reportkit.adapters.pdf_structure.parts import Annotation, Mark
from reportkit.errors import BuildError

_POINTS = 0.75
"""Points of a CSS pixel."""


class Margins(Protocol):
    """What is drawn on a page beside its content, none of it text: its axis points down, in points."""

    def below(self, stream: Any, page: "PaintedPage") -> None:
        """Draw what the content covers."""

    def above(self, stream: Any, page: "PaintedPage") -> None:
        """Draw the rest."""


class PaintedPage:
    """A page that is drawn as ever, and keeps the marks that it is drawn with for a structure of our own.

    To WeasyPrint's tagging, which comes after drawing, it shows a page without content.
    """

    def __init__(self, page: Any, margins: Margins | None = None) -> None:
        self._page, self._margins = page, margins
        self.boxes = page._page_box  # noqa: SLF001 - no other way to the boxes of a layout
        self.numbers: dict[Any, int] = {}
        self.stream: Any = None
        self._page_box = self.boxes.copy_with_children([])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draw the page and keep the number of each marked stretch by its box."""
        if self._margins:
            self._margins.below(stream, self)
        self._page.paint(stream, scale)
        if self._margins:
            self._margins.above(stream, self)
        marked = stream._tags  # noqa: SLF001 - no other way to the marks
        self.numbers = {box: mark["mcid"] for box, mark in marked.items()}
        self.stream = stream
        marked.clear()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn for an element, or for a pseudo-element of it; a cell is there without ink, too."""

    element: Element
    pseudo: str
    content: Mark | Annotation | None
    area: tuple[int, float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is no content: running heads and feet, repeated heads of tables, dots, decoration."""

    content: Mark | Annotation
    place: str


def drawn_on(pages: Iterable[PaintedPage]) -> list[Drawn | Furniture]:
    """All that was drawn, page by page, in the order of the boxes; BuildError if a mark belongs to no box."""
    reader = _Reader()
    drawn: list[Drawn | Furniture] = []
    for number, page in enumerate(pages):
        here = list(reader.read(number, page))
        found = {item.content.number for item in here if isinstance(item.content, Mark)}
        if found != set(page.numbers.values()):
            raise BuildError(f"page {number + 1} of the PDF shows something that nobody would be told of")
        drawn += here
    return drawn


class _Reader:
    """Remembers the heads of tables, which are content only once."""

    def __init__(self) -> None:
        from weasyprint.formatting_structure import boxes  # noqa: PLC0415 - heavy
        from weasyprint.layout.absolute import AbsolutePlaceholder  # noqa: PLC0415 - heavy

        self.kinds, self.placeholder = boxes, AbsolutePlaceholder
        self.heads: dict[Element, int] = {}

    def read(self, number: int, page: PaintedPage) -> Iterator[Drawn | Furniture]:
        self.number, self.page = number, page
        return self._visit(page.boxes, "")

    def _visit(self, box: Any, place: str) -> Iterator[Drawn | Furniture]:
        if isinstance(box, self.placeholder):
            box = box._box  # noqa: SLF001 - the placeholder is a stand-in for it
        place = place or self._place(box)
        for content in self._contents(box):
            if place:
                yield Furniture(content, place)
            elif box.element is not None:
                yield Drawn(box.element, box.element_tag.partition("::")[2], content, self._area(box))
        if isinstance(box, self.kinds.TableCellBox) and not place and box.element is not None:
            yield Drawn(box.element, "", None)
        for child in getattr(box, "children", ()):
            yield from self._visit(child, place)

    def _contents(self, box: Any) -> Iterator[Mark | Annotation]:
        if box.link_annotation:
            yield Annotation(self.number, box.link_annotation)
        if box in self.page.numbers:
            yield Mark(self.number, self.page.numbers[box])

    def _place(self, box: Any) -> str:
        """Where the box is furniture; empty for content."""
        if isinstance(box, self.kinds.MarginBox):
            return "Header" if box.at_keyword.startswith("@top") else "Footer"
        if isinstance(box, self.kinds.TableRowGroupBox) and (box.is_header or box.is_footer):
            first = self.heads.setdefault(box.element, self.number)
            return "Header" if first != self.number else ""
        return "Decoration" if box.is_leader or self._is_decoration(box) else ""

    def _is_decoration(self, box: Any) -> bool:
        """Whether it is an image whose description is said to be empty."""
        return (
            isinstance(box, self.kinds.ReplacedBox)
            and box.element.tag == "img"
            and not box.element.get("alt")
        )

    def _area(self, box: Any) -> tuple[int, float, float, float, float] | None:
        if not isinstance(box, self.kinds.ReplacedBox):
            return None
        left, top = box.content_box_x(), box.content_box_y()
        bottom, height = top + box.height, self.page.height
        edges = (left, height - bottom, left + box.width, height - top)
        return (self.number, *(round(edge * _POINTS, 2) for edge in edges))
