"""The last hand on a PDF: structure, metadata, and how it opens."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportkit.adapters.pdf_structure.attachments import Attached, attachment, drop_unknown_dates
from reportkit.adapters.pdf_structure.drawn import Drawn, Furniture, Margins, PaintedPage, drawn_on
from reportkit.adapters.pdf_structure.metadata import extend_metadata
from reportkit.adapters.pdf_structure.streams import has_doubtful_end, pack_streams
from reportkit.adapters.pdf_structure.tree import build_tree
from reportkit.adapters.pdf_structure.writing import set_apart, write_structure

VARIANT = "pdf/a-3a"
"""WeasyPrint's part of what the PDF conforms to: the rest of PDF/UA-1 is added here."""

_TRIES = 4


def write_tagged_pdf(
    document: Any, root: Any, files: Sequence[Attached], margins: Callable[[], Margins | None], **options: Any
) -> bytes:
    """The PDF of a layout, with the structure of the page that was laid out, whose root element is `root`.

    `margins` makes what is drawn on the pages beside their content, anew each time that they are drawn.
    """
    for spare in range(_TRIES):
        attachments = [attachment(file, document) for file in files]
        beside = margins()
        pages = [PaintedPage(page, beside) for page in document.pages]
        pdf = _write(document.copy(pages), root, spare, {**options, "attachments": attachments})
        if not has_doubtful_end(pdf):
            break
    return pdf


def _write(document: Any, root: Any, spare: int, options: Mapping[str, Any]) -> bytes:
    def finish(laid_out: Any, pdf: Any) -> None:
        drawn = drawn_on(laid_out.pages)
        set_apart(pdf, laid_out.pages, (item for item in drawn if isinstance(item, Furniture)))
        write_structure(pdf, build_tree(root, (item for item in drawn if isinstance(item, Drawn))))
        extend_metadata(pdf, laid_out.metadata)
        drop_unknown_dates(laid_out, pdf)
        _open_with_bookmarks(pdf)
        _show_images_as_they_are(pdf)
        pack_streams(pdf)
        _add_spare_objects(pdf, spare)

    written: bytes = document.write_pdf(finisher=finish, pdf_variant=VARIANT, **options)
    return written


def _add_spare_objects(pdf: Any, number: int) -> None:
    """Empty objects that nothing refers to: with another list of objects its packed form ends differently."""
    import pydyf  # noqa: PLC0415 - heavy

    for _ in range(number):
        pdf.add_object(pydyf.Dictionary())


def _show_images_as_they_are(pdf: Any) -> None:
    """PDF/A leaves no viewer the choice to smooth them."""
    for item in pdf.objects:
        if (extra := getattr(item, "extra", {})).get("Subtype") == "/Image":
            extra["Interpolate"] = "false"


def _open_with_bookmarks(pdf: Any) -> None:
    import pydyf  # noqa: PLC0415 - heavy

    if "Outlines" in pdf.catalog:
        pdf.catalog["PageMode"] = "/UseOutlines"
    decimal = pydyf.Dictionary({"S": "/D"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, decimal])})
