"""Read the text of a finished PDF back, as a reader's eyes would find it."""

from collections.abc import Iterator
from ctypes import c_double
from typing import Any

from reportkit.adapters.tools import needed

_MARGIN = 21 * 72 / 25.4
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
    highest = page.get_height() - _MARGIN
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in _LINE_END_HYPHENS:
            yield "-\n"
        elif chr(code).isspace() or _MARGIN < _baseline(text_page, index) < highest:
            yield chr(code)


def _baseline(text_page: Any, index: int) -> float:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return y.value
