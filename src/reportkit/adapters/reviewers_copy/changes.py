"""Which passages of a page are not in an earlier one."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_PASSAGES = frozenset({"p", "li", "dd", "tr", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"nav", "script", "style"})
_DERIVED = frozenset(
    {
        "backref",
        "caption-number",
        "cited",
        "csl-left-margin",
        "footnote-back",
        "footnote-ref",
        "paragraph-link",
        "section-number",
        "sign",
    }
)
"""Parts that change when something elsewhere does: numbers, and links back."""
_MEANT = {"citation": "data-cites", "xref": "href"}
"""Parts that print a number, and the attribute that says what it stands for."""


def changed_passages(page: Element, earlier: Element) -> frozenset[Element]:
    """The paragraphs, items, rows, captions and headings whose words the earlier page does not have."""
    before = {_words(passage) for passage in _passages(earlier)}
    return frozenset(passage for passage in _passages(page) if _words(passage) not in before)


def _passages(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in _SILENT:
            continue
        if child.tag in _PASSAGES and _words(child):
            yield child
        yield from _passages(child)


def _words(element: Element) -> str:
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    """The text of a passage, without that of passages inside it."""
    yield element.text or ""
    for child in element:
        classes = set(child.get("class", "").split())
        if meant := next((_MEANT[name] for name in _MEANT if name in classes), ""):
            yield child.get(meant, "")
        elif child.tag not in _PASSAGES and not _DERIVED & classes:
            yield from _texts(child)
        yield child.tail or ""
