"""Lay a page out again and again until what it says of its own layout is true."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from reportkit.adapters.continued_tables import name_continued_tables
from reportkit.adapters.page_notes import move_to_section_ends, stray_notes
from reportkit.adapters.pagination import fill_page_numbers
from reportkit.adapters.pdf_structure.finishing import VARIANT
from reportkit.errors import BuildError

if TYPE_CHECKING:
    from weasyprint import HTML, Document

_MOST_PASSES = 4


def settled_layout(html: "HTML", say: Callable[[str], None]) -> "Document":
    """The layout in which page numbers, names of continued tables and places of notes are right.

    Notes that find no room near their call are moved to the end of their section, and `say` is told so.
    """
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - heavy

    fonts, passes = FontConfiguration(), 0
    while passes < _MOST_PASSES:
        # Hints: lists say in an attribute where their numbers go on.
        document = html.render(font_config=fonts, pdf_variant=VARIANT, presentational_hints=True)
        moved = _move_stray_notes(html.etree_element, document, say)
        if not moved and not _correct(html.etree_element, document):
            return document
        passes = 0 if moved else passes + 1
        del document
        gc.collect()  # a layout is large, and need not be there while the next one is made
    raise BuildError(f"page numbers do not settle within {_MOST_PASSES} layouts")


def _move_stray_notes(root: Element, document: "Document", say: Callable[[str], None]) -> bool:
    stray = stray_notes(root, _pages_of_anchors(document))
    for title in move_to_section_ends(root, stray):
        say(f"the notes of “{title}” stand at the end of its text: one of them found no room near its call")
    return bool(stray)


def _correct(root: Element, document: "Document") -> bool:
    """Write what the layout shows into the page; whether the page said something else."""
    numbers = fill_page_numbers(root, _pages_of_anchors(document))
    tables = name_continued_tables(root, document)
    return numbers or tables


def _pages_of_anchors(document: "Document") -> dict[str, int]:
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages
