"""Read the text of a finished EPUB back, notes where they are called."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from reportkit.adapters.html_text import INLINE, INVISIBLE
from reportkit.adapters.tools import needed

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPF = "{http://www.idpf.org/2007/opf}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_APART = ("nav.xhtml", "title_page.xhtml")
_FOLDER = "EPUB"


def epub_text(document: bytes) -> str:
    """The text of all chapters in the order of the spine, without contents and title page."""
    with needed("lxml"):
        from lxml import etree  # noqa: PLC0415 - heavy

    with ZipFile(BytesIO(document)) as parts:
        package = etree.fromstring(parts.read(f"{_FOLDER}/content.opf"))
        files = {item.get("id"): item.get("href", "") for item in package.iter(f"{_OPF}item")}
        spine = [files[item.get("idref")] for item in package.iter(f"{_OPF}itemref")]
        chapters = [parts.read(f"{_FOLDER}/{name}") for name in spine if not name.endswith(_APART)]
    return "\n".join(_chapter(etree.fromstring(chapter)) for chapter in chapters)


def _chapter(chapter: "_Element") -> str:
    notes = {note.get("id", ""): note for note in chapter.iter() if note.get(_TYPE) == "footnote"}
    return "".join(_pieces(chapter, notes))


def _pieces(element: "_Element", notes: Mapping[str, "_Element"]) -> Iterator[str]:
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "head"
    if element.get(_TYPE) == "noteref":
        yield from _inside(notes[element.get("href", "").lstrip("#")], {})
    elif name not in INVISIBLE and element.get(_TYPE) != "footnotes":
        border = "" if name in INLINE else "\n"
        yield border
        yield from _inside(element, notes)
        yield border
    yield element.tail or ""


def _inside(element: "_Element", notes: Mapping[str, "_Element"]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _pieces(child, notes)
