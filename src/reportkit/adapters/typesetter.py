"""Print an HTML page to PDF with WeasyPrint, from its own text alone.

Nothing but the page decides what the PDF looks like: no font, file, address or clock of the machine.
"""

import gc
import hashlib
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import partial
from html import escape
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reportkit.adapters.formulas import draw_formulas
from reportkit.adapters.layout import settled_layout
from reportkit.adapters.pdf_structure.attachments import attached_to
from reportkit.adapters.pdf_structure.finishing import write_tagged_pdf
from reportkit.adapters.reviewers_copy.drawing import reviewers_margins
from reportkit.adapters.reviewers_copy.request import ReviewersCopy
from reportkit.adapters.study_index import add_study_index
from reportkit.adapters.tools import complaints, needed
from reportkit.errors import BuildError, MissingToolError

if TYPE_CHECKING:
    from weasyprint import HTML

_INSTALL_PANGO = (
    "Debian and Ubuntu: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango"
)

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def typeset(
    page: str,
    sources: Mapping[str, bytes] = MappingProxyType({}),
    copy: ReviewersCopy | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> bytes:
    """The PDF of a page that carries its fonts, style and images within.

    Contents and back-references get their page numbers; downloads of the page and its sources, by path, are
    attached. Whatever WeasyPrint complains about is an error; `say` is told what had to be set another way.
    """
    if "@font-face" not in page:  # Pango falls over when it finds no font at all
        raise BuildError("the page carries no fonts to print it with")
    with _no_fonts_of_the_machine(), _rare_garbage_collection(), complaints("weasyprint") as found:
        pdf = _print(page, sources, copy, say)
    if found:
        raise BuildError("the page cannot be printed as it stands: " + "; ".join(found))
    return pdf


def _print(
    page: str, sources: Mapping[str, bytes], copy: ReviewersCopy | None, say: Callable[[str], None]
) -> bytes:
    html_of = _reader()
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - heavy

    try:
        html = html_of(page)
        root = html.etree_element
        if copy and copy.double_spaced:
            root.set("class", "double-spaced")
        files = attached_to(root, sources)
        document = settled_layout(html, say)
        earlier = html_of(copy.earlier).etree_element if copy and copy.earlier else None
        margins = partial(reviewers_margins, page, root, earlier) if copy else lambda: None
        return write_tagged_pdf(document, root, files, margins, pdf_identifier=_identifier(page, copy))
    except FatalURLFetchingError as error:
        raise BuildError(f"the page needs something from outside itself: {error}") from error


def _reader() -> "Callable[[str], HTML]":
    """What reads a page for print; it may ask for nothing outside of itself."""
    weasyprint = _weasyprint()
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - heavy

    fetcher = URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)

    def read(page: str) -> "HTML":
        html = weasyprint.HTML(string=page, url_fetcher=fetcher)
        draw_formulas(html.etree_element)
        add_study_index(html.etree_element)
        return html

    return read


def _identifier(page: str, copy: ReviewersCopy | None) -> bytes:
    return hashlib.sha256(f"{page}{copy or ''}".encode()).hexdigest()[:32].encode()


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
