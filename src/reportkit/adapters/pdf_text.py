"""Read the text of a finished PDF back, as a reader's eyes would find it."""

from collections.abc import Iterator
from ctypes import c_double
from typing import Any

from reportkit.adapters.tools import needed

_MARGIN, _MARGIN_OF_WIDE_PAGE = 21 * 72 / 25.4, 14 * 72 / 25.4
"""Height in points of the strips above and below the text, where running heads and feet stand."""

_LINE_END_HYPHENS = {0x0002, 0xFFFE}
"""What PDFium makes of a hyphen at the end of a line, after which it leaves out the line end."""


def pdf_text(pdf: bytes) -> str:
    """The text of all pages in the order in which it is printed, without running heads and feet."""
    with needed("pypdfium2"):
        from pypdfium2 import PdfDocument  # noqa: PLC0415 - heavy

    document = PdfDocument(pdf)
    try:
        return "\n".join("".join(_characters(page)) for page in document)
    finally:
        document.close()


def _characters(page: Any) -> Iterator[str]:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    text_page = page.get_textpage()
    width, height = page.get_size()
    margin = _MARGIN if width < height else _MARGIN_OF_WIDE_PAGE
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        x, y = _origin(text_page, index)
        if code in _LINE_END_HYPHENS:
            yield "-\n"
        elif chr(code).isspace() or (0 <= x < width and margin < y < height - margin):
            yield chr(code)


def _origin(text_page: Any, index: int) -> tuple[float, float]:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return x.value, y.value
