"""Read the text of a finished document for word processors back, notes where they are called."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from reportkit.adapters.tools import needed

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RAISED = f"{_W}rPr/{_W}vertAlign"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}noBreakHyphen": "-"}


def docx_text(document: bytes) -> str:
    """The text in reading order, a line for each paragraph and cell."""
    with needed("lxml"):
        from lxml import etree  # noqa: PLC0415 - heavy

    with ZipFile(BytesIO(document)) as parts:
        body, notes = (etree.fromstring(parts.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    by_id = {note.get(f"{_W}id", ""): note for note in notes.iter(f"{_W}footnote")}
    return "".join(_pieces(body, by_id))


def _pieces(element: "_Element", notes: Mapping[str, "_Element"]) -> Iterator[str]:
    match element.tag:
        case tag if tag == f"{_W}t":
            yield element.text or ""
        case tag if tag == f"{_M}t":
            yield f"\n{element.text or ''}\n"  # the parts of a fraction are two numbers
        case tag if tag in _SIGNS:
            yield _SIGNS[str(tag)]
        case tag if tag == f"{_W}footnoteReference":
            yield from _pieces(notes[element.get(f"{_W}id", "")], {})
        case _:
            # A raised number is not the end of the number before it.
            border = "\n" if element.tag == f"{_W}p" or element.find(_RAISED) is not None else ""
            yield border
            for child in element:
                yield from _pieces(child, notes)
            yield border
