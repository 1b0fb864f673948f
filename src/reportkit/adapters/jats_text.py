"""Read the text of a finished JATS file back, notes where they are called."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportkit.adapters.tools import needed

if TYPE_CHECKING:
    from lxml.etree import _Element

_INVISIBLE = frozenset({"alt-text", "fn-group", "label", "long-desc", "tex-math"})
_INLINE = frozenset(
    {"bold", "ext-link", "inline-formula", "italic", "monospace", "named-content", "sc", "strike"}
    | {"styled-content", "target", "underline", "xref"}
)
"""Elements whose text runs on."""


def jats_text(document: bytes) -> str:
    """The text of body and references in document order; blocks and cells stand on lines of their own."""
    with needed("lxml"):
        from lxml import etree  # noqa: PLC0415 - heavy

    parser = etree.XMLParser(huge_tree=True, no_network=True, resolve_entities=False)
    root = etree.fromstring(document, parser)
    notes = {note.get("id", ""): note for note in root.iter("fn")}
    parts = [part for name in ("body", "back") for part in root.iter(name)]
    return "".join(text for part in parts for text in _pieces(part, notes))


def _pieces(element: "_Element", notes: Mapping[str, "_Element"]) -> Iterator[str]:
    name = element.tag if isinstance(element.tag, str) else "alt-text"
    if element.get("ref-type") == "fn":
        yield from _inside(notes[element.get("rid", "")], {})
    elif name not in _INVISIBLE:
        border = "" if name in _INLINE else "\n"
        yield border
        yield from _inside(element, notes)
        yield border
    yield element.tail or ""


def _inside(element: "_Element", notes: Mapping[str, "_Element"]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _pieces(child, notes)
