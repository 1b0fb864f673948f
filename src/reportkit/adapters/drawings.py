"""Pictures of drawings, for documents that cannot hold the drawing itself."""

import re
from base64 import b64encode
from io import BytesIO

from reportkit.adapters.tools import needed
from reportkit.adapters.typesetter import typeset
from reportkit.errors import BuildError

_SIZE = re.compile(r'\bwidth="([\d.]+)mm" height="([\d.]+)mm"')
_DOTS_PER_INCH = 220
_POINTS_PER_INCH = 72
_PAGE = """<!doctype html><html lang="en"><head><title>Drawing</title><style>{fonts}</style><style>
@page {{ size: {width}mm {height}mm; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}
</style></head><body>{svg}</body></html>"""


def png_address(svg: str, fonts_css: str) -> str:
    """A picture of a drawing in the fonts of the documents, as an address that holds the picture itself."""
    return f"data:image/png;base64,{b64encode(_png(svg, fonts_css)).decode()}"


def _png(svg: str, fonts_css: str) -> bytes:
    with needed("pypdfium2"):
        from pypdfium2 import PdfDocument  # noqa: PLC0415 - heavy

    size = _SIZE.search(svg)
    if size is None:
        raise BuildError("a drawing does not say how large it is")
    page = _PAGE.format(fonts=fonts_css, width=size[1], height=size[2], svg=svg)
    document = PdfDocument(typeset(page))
    try:
        picture = document[0].render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH).to_pil()
    finally:
        document.close()
    picture.save(out := BytesIO(), "PNG", dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH), optimize=True)
    return out.getvalue()
