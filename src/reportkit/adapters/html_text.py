"""Read the visible text of a finished HTML page back."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportkit.adapters.tools import needed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INVISIBLE = frozenset({"annotation", "head", "script", "style", "title", "desc", "metadata", "template"})
INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "q", "small", "span", "strong", "tspan", "u"}
)
"""Elements whose text runs on; a raised number is not the end of the number before it."""


def html_text(page: str) -> str:
    """The text of a page in document order; blocks, cells and line breaks stand on lines of their own."""
    with needed("lxml"):
        from lxml import html  # noqa: PLC0415 - heavy, and not there where only the check is installed

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return "".join(_pieces(html.document_fromstring(page.encode(), parser=parser)))


def _pieces(element: "HtmlElement") -> Iterator[str]:
    """Comments and processing instructions have no tag name and no visible text."""
    if isinstance(element.tag, str) and element.tag not in INVISIBLE:
        border = "" if element.tag in INLINE else "\n"
        yield border + (element.text or "")
        for child in element:
            yield from _pieces(child)
        yield border
    yield element.tail or ""
