"""The PDF of this review passes the gate, and agrees with the page that it was printed from."""

import re
from base64 import b64decode
from collections.abc import Iterator
from ctypes import c_int, create_string_buffer
from io import BytesIO
from statistics import median
from typing import Any
from urllib.parse import unquote_to_bytes

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from lxml import html

from tests.documents.pdf_gate import faults
from tests.review.conftest import ROOT, Workplace


@pytest.fixture(scope="module")
def pdf(built: Workplace) -> bytes:
    """The published file."""
    return (built.folder / "build" / "review.pdf").read_bytes()


@pytest.fixture(scope="module")
def page(built: Workplace) -> html.HtmlElement:
    """The HTML, parsed."""
    return html.document_fromstring(built.read("build/review.html").encode())


def test_the_pdf_passes_the_gate(pdf: bytes) -> None:
    """PDF/UA-1 and PDF/A-3a without a failure; all that a reader uses is in order."""
    assert faults(pdf) == []


def test_bookmarks_are_the_headings_of_the_page(pdf: bytes, page: html.HtmlElement) -> None:
    """In their order and with their words; the index of studies is for paper alone."""
    titles: list[str] = []

    def read(items: Any) -> None:
        for item in items:
            titles.append(item.title)
            read(item.children)

    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        read(outline.root)
    headings = page.xpath("//main//*[self::h2 or self::h3 or self::h4]")
    assert titles == [*(" ".join(h.text_content().split()) for h in headings), "Index of studies"]


def test_attachments_are_the_downloads_of_the_page_and_the_sources(
    pdf: bytes, page: html.HtmlElement
) -> None:
    """Byte for byte: one CSV for each table and figure, the references, the evidence."""
    downloads = dict(_downloads(page))
    items = page.xpath("//figure[contains(@class, 'item')]")
    assert len([name for name in downloads if name.endswith(".csv")]) == len(items) > 20
    with pikepdf.open(BytesIO(pdf)) as document:
        attached = {name: file.get_file().read_bytes() for name, file in document.attachments.items()}
    assert {name: attached[name] for name in downloads} == downloads
    for name in ("results.csv", "studies.yaml", "certainty.yaml"):
        assert attached[name] == (ROOT / "evidence" / name).read_bytes()
    assert "references.bib" in attached


def _downloads(page: html.HtmlElement) -> Iterator[tuple[str, bytes]]:
    for link in page.xpath("//a[@download]"):
        kind, _, content = link.get("href").partition(",")
        yield link.get("download"), b64decode(content) if ";base64" in kind else unquote_to_bytes(content)


def test_lines_are_as_long_as_eyes_like_them(pdf: bytes) -> None:
    """Full lines of text have 60 to 75 characters in the middle, and no line has more than 80."""
    lines = [line for number in range(2, 9) for line in _serif_lines(pypdfium2.PdfDocument(pdf)[number])]
    full = [len(line) for line in lines if len(line) > 45]
    assert len(full) > 60
    assert 60 <= median(full) <= 75
    assert max(full) <= 80


def _serif_lines(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The lines of running text: tables, heads and notes are set without serifs."""
    text = page.get_textpage()
    name, line, base = create_string_buffer(80), "", None
    for index in range(text.count_chars()):
        pdfium.FPDFText_GetFontInfo(text, index, name, len(name), c_int())
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if b"Serif" not in name.value:
            continue
        box = text.get_charbox(index, loose=True)
        if base is not None and abs(box[1] - base) > 6:
            yield line.strip()
            line = ""
        line, base = line + letter, box[1]
    yield line.strip()


def test_references_say_on_which_pages_they_are_cited(pdf: bytes) -> None:
    """Each entry of the list has its pages, of which many in a row are one range."""
    text = "\n".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf))
    assert len(re.findall(r"Cited: p\.\s\d", text)) > 50
    assert re.search(r"p\.[\d,\s]*\d+–\d+", text)
