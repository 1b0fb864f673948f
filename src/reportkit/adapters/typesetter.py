"""Print an HTML page to PDF with WeasyPrint, from its own text alone.

Nothing but the page decides what the PDF looks like: no font, file, address or clock of the machine.
"""

import gc
import hashlib
import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from html import escape
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reportkit.adapters.pagination import fill_page_numbers
from reportkit.adapters.pdf_structure.attachments import attached_to
from reportkit.adapters.pdf_structure.finishing import VARIANT, write_tagged_pdf
from reportkit.adapters.tools import complaints, needed
from reportkit.errors import BuildError, MissingToolError

if TYPE_CHECKING:
    from weasyprint import HTML, Document

_MOST_PASSES = 4

_INSTALL_PANGO = (
    "Debian and Ubuntu: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango"
)

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def typeset(page: str, sources: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The PDF of a page that carries its fonts, style and images within.

    Contents and back-references get their page numbers; downloads of the page and its sources, by path, are
    attached; whatever WeasyPrint complains about is an error.
    """
    if "@font-face" not in page:  # Pango falls over when it finds no font at all
        raise BuildError("the page carries no fonts to print it with")
    with _no_fonts_of_the_machine(), _rare_garbage_collection(), complaints("weasyprint") as found:
        pdf = _print(page, sources)
    if found:
        raise BuildError("the page cannot be printed as it stands: " + "; ".join(found))
    return pdf


def _print(page: str, sources: Mapping[str, bytes]) -> bytes:
    weasyprint = _weasyprint()
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415 - heavy

    fetcher = URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    identifier = hashlib.sha256(page.encode()).hexdigest()[:32].encode()
    try:
        html = weasyprint.HTML(string=page, url_fetcher=fetcher)
        root = html.etree_element
        files = attached_to(root, sources)
        pdf = write_tagged_pdf(_paginate(html), root, files, pdf_identifier=identifier)
    except FatalURLFetchingError as error:
        raise BuildError(f"the page needs something from outside itself: {error}") from error
    return pdf


def _paginate(html: "HTML") -> "Document":
    """Lay out until the page numbers printed are those of the layout that they are printed in."""
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - heavy

    fonts = FontConfiguration()
    for _ in range(_MOST_PASSES):
        # Hints: lists of notes say in an attribute where their numbers go on.
        document = html.render(font_config=fonts, pdf_variant=VARIANT, presentational_hints=True)
        if not fill_page_numbers(html.etree_element, _pages_of_anchors(document)):
            return document
        del document
        gc.collect()  # a layout is large, and need not be there while the next one is made
    raise BuildError(f"page numbers do not settle within {_MOST_PASSES} layouts")


def _pages_of_anchors(document: "Document") -> dict[str, int]:
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages


def _weasyprint() -> Any:
    try:
        # WeasyPrint prints its own long advice.
        with needed("WeasyPrint"), warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.filterwarnings("ignore", "No fonts configured in FontConfig")  # that is the intention
            import weasyprint  # noqa: PLC0415 - heavy
    except OSError as error:
        raise MissingToolError(
            "the Pango libraries that WeasyPrint needs are missing", _INSTALL_PANGO
        ) from error
    return weasyprint


@contextmanager
def _no_fonts_of_the_machine() -> Iterator[None]:
    """Show fontconfig an empty folder, so that every letter comes from a font inside the page."""
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "fonts.conf"
        settings.write_text(_FONTCONFIG.format(folder=escape(folder)), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(settings)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


@contextmanager
def _rare_garbage_collection() -> Iterator[None]:
    """A layout is millions of objects that stay: looking through them often took a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
