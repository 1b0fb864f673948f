"""Tables that run on: the top of each further page says which one it is."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from reportkit.model.languages import words_of

if TYPE_CHECKING:
    from weasyprint import Document

_ID = "continued-tables"
# The first line stays where it is on other pages: the line below it takes the room between head and text.
_PAGE = (
    '@page :nth({page}) {{ @top-left {{ content: string(title) "\\A {label}"; padding-bottom: {room}; '
    "white-space: pre-line }} }}\n"
)
_ROOM = "1.56mm"
"""The distance of head and text in the style sheet less one line of the head."""


def name_continued_tables(root: Element, document: "Document") -> bool:
    """Write into the page's style which table each page goes on with; whether that is news."""
    pages = continued_tables(root, document)
    style = "".join(_PAGE.format(page=page, label=label, room=_ROOM) for page, label in pages.items())
    element = next((e for e in root.iter("style") if e.get("id") == _ID), None)
    if element is None:
        head = root.find("head")
        if head is None or not style:
            return False
        element = SubElement(head, "style", {"id": _ID})
    changed = (element.text or "") != style
    element.text = style
    return changed


def continued_tables(root: Element, document: "Document") -> Mapping[int, str]:
    """The pages that begin within a table, with its name, such as “Table 3, continued”."""
    names = {
        head: name
        for figure in root.iter("figure")
        if (name := _name(figure))
        for head in figure.iter("thead")
    }
    seen: set[Element] = set()
    pages: dict[int, str] = {}
    for number, page in enumerate(document.pages, 1):
        here = set(_heads(page._page_box))  # noqa: SLF001 - no other way to the boxes of a layout
        for head in here & seen & names.keys():
            pages[number] = f"{names[head]}, {words_of(root.get('lang', '')).continued}"
        seen |= here
    return pages


def _heads(box: Any) -> Iterator[Element]:
    for child in getattr(box, "children", ()):
        if getattr(child, "is_header", False):
            yield child.element
        else:
            yield from _heads(child)


def _name(figure: Element) -> str:
    """The number of a table as its caption has it, without the full stop."""
    number = (e for e in figure.iter("span") if "caption-number" in e.get("class", "").split())
    return next(("".join(e.itertext()).strip().rstrip(".") for e in number), "")
