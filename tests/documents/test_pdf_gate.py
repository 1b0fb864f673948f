"""The gate that a PDF has to pass refuses what it is there to refuse."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.documents.pdf_gate import elements, faults, of_role

Fault = Callable[[pikepdf.Pdf], Any]


def _objects(document: pikepdf.Pdf, kind: str) -> list[Any]:
    return [o for o in document.objects if isinstance(o, Dictionary) and o.get("/Type") == kind]


def _fonts(document: pikepdf.Pdf) -> list[Any]:
    return [font for font in _objects(document, "/Font") if "/ToUnicode" in font]


def _first_link(document: pikepdf.Pdf) -> Any:
    return next(page.Annots[0] for page in document.pages if "/Annots" in page)


def _change_metadata(document: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    content = document.Root.Metadata.read_bytes()
    assert old in content
    document.Root.Metadata.write(content.replace(old, new))


def _no_alternative(document: pikepdf.Pdf) -> None:
    del of_role(document, "Figure")[0].Alt


def _poor_alternative(document: pikepdf.Pdf) -> None:
    of_role(document, "Figure")[0].Alt = String("image.svg")


def _no_language(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def _not_marked(document: pikepdf.Pdf) -> None:
    del document.Root.MarkInfo


def _no_tree(document: pikepdf.Pdf) -> None:
    del document.Root.StructTreeRoot


def _skipped_heading(document: pikepdf.Pdf) -> None:
    of_role(document, "H2")[1].S = Name.H4


def _silent_link(document: pikepdf.Pdf) -> None:
    del _first_link(document).Contents


def _link_outside_the_tree(document: pikepdf.Pdf) -> None:
    del _first_link(document).StructParent


def _head_without_scope(document: pikepdf.Pdf) -> None:
    del of_role(document, "TH")[0].A


def _title_not_shown(document: pikepdf.Pdf) -> None:
    document.Root.ViewerPreferences.DisplayDocTitle = False


def _no_characters(document: pikepdf.Pdf) -> None:
    del _fonts(document)[0].ToUnicode


def _font_not_inside(document: pikepdf.Pdf) -> None:
    del _fonts(document)[0].DescendantFonts[0].FontDescriptor.FontFile2


def _font_of_the_machine(document: pikepdf.Pdf) -> None:
    _fonts(document)[0].BaseFont = Name("/ABCDEF+DejaVu-Sans")


def _no_metadata(document: pikepdf.Pdf) -> None:
    del document.Root.Metadata


def _no_claim(document: pikepdf.Pdf) -> None:
    _change_metadata(document, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def _text_without_tag(document: pikepdf.Pdf) -> None:
    font = next(iter(document.pages[0].Resources.Font.keys()))
    content = f"BT {font} 9 Tf 50 50 Td <0001> Tj ET".encode()
    document.pages[0].contents_add(document.make_stream(content))


def _no_relationship(document: pikepdf.Pdf) -> None:
    del _objects(document, "/Filespec")[0].AFRelationship


def _no_description(document: pikepdf.Pdf) -> None:
    _objects(document, "/Filespec")[0].Desc = String("")


def _dead_link(document: pikepdf.Pdf) -> None:
    link = next(a for page in document.pages for a in page.get("/Annots", []) if "/Dest" in a)
    link.Dest = String("nowhere")


def _open_grid(document: pikepdf.Pdf) -> None:
    row = of_role(document, "TR")[1]
    row.K = Array(list(row.K)[:-1])


def _lost_bookmark(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        del outline.root[-1]


def _note_without_name(document: pikepdf.Pdf) -> None:
    del of_role(document, "Note")[0].ID


def _swapped_passages(document: pikepdf.Pdf) -> None:
    section = next(e for e in of_role(document, "Sect") if len(e.K) > 3)
    section.K[1], section.K[2] = section.K[2], section.K[1]


def _unknown_role(document: pikepdf.Pdf) -> None:
    of_role(document, "P")[0].S = Name.Paragraph


def _raster_image(document: pikepdf.Pdf) -> None:
    image = document.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    document.pages[0].add_resource(image, Name.XObject)


FAULTS: dict[Fault, str] = {
    _no_alternative: "UA1-.*ALT|figure is described as ''",
    _poor_alternative: "image.svg",
    _no_language: "LANG",
    _not_marked: "/Marked",
    _no_tree: "STRUCT|TAG",
    _skipped_heading: "HEADING|bookmarks",
    _silent_link: "CONTENTS|says nothing",
    _link_outside_the_tree: "LINK|ANNOT",
    _head_without_scope: "scope",
    _title_not_shown: "DisplayDocTitle",
    _no_characters: "UNICODE",
    _font_not_inside: "FONT",
    _font_of_the_machine: "DejaVu",
    _no_metadata: "METADATA|XMP",
    _no_claim: "pdfuaid",
    _text_without_tag: "TAG|CONTENT|MARK",
    _no_relationship: "RELATIONSHIP|relationship",
    _no_description: "no description",
    _dead_link: "nowhere",
    _open_grid: "rows of",
    _lost_bookmark: "bookmarks",
    _note_without_name: "NOTE",
    _swapped_passages: "out of order",
    _unknown_role: "ROLE",
    _raster_image: "raster image",
}


def test_the_sample_passes(pdf: bytes) -> None:
    """PDF/UA-1 and PDF/A-3a at once, and nothing of our own to say against it."""
    assert faults(pdf) == []


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__.strip("_"))
def test_a_planted_fault_is_refused(pdf: bytes, plant: Fault) -> None:
    """The same PDF with one fault does not pass, and the gate says why."""
    faulty = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        plant(document)
        document.save(faulty)
    found = faults(faulty.getvalue())
    assert re.search(FAULTS[plant], "\n".join(found)), found


def test_saving_alone_is_no_fault(pdf: bytes) -> None:
    """What is refused is refused for the fault, not for having been opened and saved."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        assert elements(document)
        document.save(saved)
    assert faults(saved.getvalue()) == []
