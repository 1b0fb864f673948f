"""Whether the content of an image can be printed."""

import warnings
from io import BytesIO

from reportkit.adapters.tools import needed

_MOST = 40
"""Megapixels: a page of A4 in the finest print has 35."""


def fault_of_picture(content: bytes, media_type: str) -> str:
    """Why an image cannot be printed; empty where it can."""
    return _of_drawing(content) if media_type == "image/svg+xml" else _of_raster(content)


def _of_drawing(content: bytes) -> str:
    with needed("lxml"):
        from lxml import etree  # noqa: PLC0415 - heavy

    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return "is no drawing that can be read"
    return "" if root.tag == "{http://www.w3.org/2000/svg}svg" else "is no drawing that can be read"


def _of_raster(content: bytes) -> str:
    with needed("Pillow"):
        from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - heavy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at below
            picture = Image.open(BytesIO(content))
        millions = picture.width * picture.height / 1_000_000
        if millions > _MOST:
            return f"has {millions:.0f} million pixels: save it with at most {_MOST} million"
        picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "is no image that can be read"  # each format has its own way to be broken
    return ""
