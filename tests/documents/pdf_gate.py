"""What a PDF must not be published with, found in the finished file alone."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page as validation
import pikepdf

OUR_FONTS = ("Source-Serif-4", "Source-Sans-3")
PROFILES = (validation.ValidationProfile.PDF_UA_1, validation.ValidationProfile.PDF_A_3A)


def faults(pdf: bytes) -> list[str]:
    """Everything that is wrong: against the two standards, and against what this toolkit promises."""
    with pikepdf.open(BytesIO(pdf)) as document:
        own = [fault for gate in OWN_GATES for fault in gate(document)]
    return [*against_the_standards(pdf), *own]


def against_the_standards(pdf: bytes) -> list[str]:
    """Each failure for PDF/UA-1 and for PDF/A-3a."""
    reports = [validation.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def elements(document: pikepdf.Pdf) -> list[Any]:
    """All structure elements, in reading order."""
    return list(_walk(document.Root.get("/StructTreeRoot", pikepdf.Dictionary())))


def of_role(document: pikepdf.Pdf, *roles: str) -> list[Any]:
    """The structure elements of some roles."""
    return [element for element in elements(document) if str(element.S).lstrip("/") in roles]


def kids(element: Any) -> list[Any]:
    """The structure elements right below one."""
    found = element.get("/K", [])
    found = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _walk(element: Any) -> Iterator[Any]:
    for kid in kids(element):
        yield kid
        yield from _walk(kid)


def fonts(document: pikepdf.Pdf) -> Iterator[str]:
    """Fonts that are not cut from ours."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
            name = str(item.BaseFont)
            if not re.fullmatch(rf"/[A-Z]{{6}}\+({'|'.join(OUR_FONTS)})\S*", name):
                yield f"font {name} is not one of ours"


def descriptions(document: pikepdf.Pdf) -> Iterator[str]:
    """Figures whose description describes nothing."""
    for figure in of_role(document, "Figure"):
        text = str(figure.get("/Alt", ""))
        if len(text.split()) < 3 or re.search(r"\.(svg|png|jpe?g)$", text):
            yield f"a figure is described as {text!r}"


def scopes(document: pikepdf.Pdf) -> Iterator[str]:
    """Head cells that do not say which cells they speak for."""
    for cell in of_role(document, "TH"):
        if "/Scope" not in cell.get("/A", {}):
            yield "a head cell has no scope"


def grids(document: pikepdf.Pdf) -> Iterator[str]:
    """Tables whose rows are not equally wide."""
    for number, table in enumerate(of_role(document, "Table"), 1):
        rows = [element for element in _walk(table) if str(element.S) == "/TR"]
        widths, reaching = [], Counter[int]()
        for index, row in enumerate(rows):
            width = reaching[index]
            for cell in kids(row):
                across, down = (int(cell.get("/A", {}).get(key, 1)) for key in ("/ColSpan", "/RowSpan"))
                width += across
                reaching.update(dict.fromkeys(range(index + 1, index + down), across))
            widths.append(width)
        if len(set(widths)) > 1:
            yield f"table {number} has rows of {sorted(set(widths))} columns"


def bookmarks(document: pikepdf.Pdf) -> Iterator[str]:
    """Bookmarks that are more or fewer than the headings below the title, on some level."""
    listed: Counter[int] = Counter()

    def count(items: Any, level: int) -> None:
        for item in items:
            listed[level] += 1
            count(item.children, level + 1)

    with document.open_outline() as outline:
        count(outline.root, 2)
    headings = Counter(int(str(element.S)[2:]) for element in of_role(document, "H2", "H3", "H4"))
    if listed != headings:
        yield f"the bookmarks {dict(listed)} are not the headings {dict(headings)}"


def attachments(document: pikepdf.Pdf) -> Iterator[str]:
    """Attached files that do not say what they are to the document."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Filespec":
            if item.get("/AFRelationship") not in {pikepdf.Name.Data, pikepdf.Name.Source}:
                yield f"{item.UF} has no relationship to the document"
            if not str(item.get("/Desc", "")).strip():
                yield f"{item.UF} has no description"


def links(document: pikepdf.Pdf) -> Iterator[str]:
    """Links to places that are not there, and links that say nothing."""
    names = document.Root.get("/Names", {}).get("/Dests")
    places = {str(name) for name in names.Names[::2]} if names is not None else set()
    for page in document.pages:
        for link in page.get("/Annots", []):
            if "/Dest" in link and str(link.Dest) not in places:
                yield f"a link leads to {link.Dest}, which is not there"
            if not str(link.get("/Contents", "")).strip():
                yield "a link says nothing"


def pictures(document: pikepdf.Pdf) -> Iterator[str]:
    """Figures that are not drawn but made of dots."""
    yield from (
        "a raster image"
        for item in document.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
    )


def claims(document: pikepdf.Pdf) -> Iterator[str]:
    """What the file has to say of itself, and of how it opens."""
    root = document.Root
    xmp = bytes(root.Metadata.read_raw_bytes()) if "/Metadata" in root else b""
    for words in (b"<pdfuaid:part>1<", b'pdfaid:part="3"', b'pdfaid:conformance="A"', b"<dc:language>"):
        if words not in xmp:
            yield f"the metadata do not say {words.decode()}"
    if root.get("/PageMode") != "/UseOutlines":
        yield "it opens without its bookmarks"
    if "/PageLabels" not in root:
        yield "its pages have no labels"


def order(document: pikepdf.Pdf) -> Iterator[str]:
    """Pages on which text is read in another order than it is drawn in.

    Signs of items, notes and captions are drawn apart from the text that they are read with.
    """
    numbers = {page.objgen: number for number, page in enumerate(document.pages, 1)}
    read: dict[int, list[int]] = {}
    apart = {"/Lbl", "/Note", "/Caption", "/Figure"}

    def visit(element: Any) -> None:
        found = element.get("/K", pikepdf.Array())
        for kid in found if isinstance(found, pikepdf.Array) else [found]:
            if not isinstance(kid, pikepdf.Dictionary):
                read.setdefault(numbers[element.Pg.objgen], []).append(int(kid))
            elif kid.get("/Type") == "/MCR":
                read.setdefault(numbers[kid.Pg.objgen], []).append(int(kid.MCID))
            elif "/S" in kid and str(kid.S) not in apart:
                visit(kid)

    visit(document.Root.get("/StructTreeRoot", pikepdf.Dictionary()))
    yield from (f"page {page} is read out of order" for page, marks in read.items() if marks != sorted(marks))


OWN_GATES = (order, fonts, descriptions, scopes, grids, bookmarks, attachments, links, pictures, claims)
