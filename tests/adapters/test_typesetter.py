"""A PDF depends on its page alone: no font, file, address, clock or setting of the machine gets in."""

import hashlib
import os
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reportkit.adapters.fonts import cut_fonts
from reportkit.adapters.pdf_text import pdf_text
from reportkit.adapters.typesetter import typeset
from reportkit.errors import BuildError

CACHE = Path(__file__).parents[2] / ".reportkit" / "fonts"
PRINT_FROM_INPUT = (
    "import hashlib, sys; from reportkit.adapters.typesetter import typeset;"
    "print(hashlib.sha256(typeset(sys.stdin.buffer.read().decode('utf-8'))).hexdigest())"
)


@cache
def _fonts() -> str:
    return cut_fonts("Ł", CACHE).css


def _page(body: str, style: str = "", head: str = "") -> str:
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>A title</title>{head}'
        f'<style>{_fonts()} html {{ font-family: "Source Serif 4", "Source Sans 3" }} {style}</style></head>'
        f"<body>{body}</body></html>"
    )


@pytest.mark.parametrize(
    "setting",
    [
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "de_DE.UTF-8", "LANG": "ru_RU.UTF-8"},
    ],
)
def test_the_same_page_gives_the_same_bytes(setting: dict[str, str], tmp_path: Path) -> None:
    """Time zone, locale, hash seed and folder of the process leave no trace."""
    page = _page("<h1>One</h1><p>Ł, <b>bold</b>, <i>italic</i>: 97.5% (86.8–99.9).</p>")
    run = subprocess.run(
        [sys.executable, "-c", PRINT_FROM_INPUT],
        input=page.encode(),
        env={**os.environ, **setting},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode().strip() == hashlib.sha256(typeset(page)).hexdigest()
    assert run.stderr == b""


def test_only_the_fonts_of_the_page_are_in_the_pdf() -> None:
    """A family that the page does not carry is replaced by one that it does, never by the machine's."""
    text = "<p>Text</p><p style='font-family: DejaVu Sans, sans-serif'>Other → ≥</p>"
    with pikepdf.open(BytesIO(typeset(_page(text)))) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert fonts
        for font in fonts:
            _, name = str(font.BaseFont).split("+")  # six letters and a plus are the mark of a subset
            assert name.startswith(("Source-Serif-4", "Source-Sans-3"))
            if font.Subtype == "/Type0":
                assert "/ToUnicode" in font
            else:
                assert "/FontFile2" in font.FontDescriptor


def test_a_page_without_fonts_is_refused() -> None:
    """Pango would end the process."""
    with pytest.raises(BuildError, match="carries no fonts"):
        typeset("<!doctype html><title>x</title><p>Text")


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<img src="https://example.org/x.png" alt="x">', "https://example.org/x.png"),
        ('<img src="file:///etc/hostname" alt="x">', "file:///etc/hostname"),
        ('<link rel="stylesheet" href="http://example.org/x.css">', "http://example.org/x.css"),
        ('<img src="figure.png" alt="x">', "figure.png"),
        ('<img src="data:image/png;base64,AAAA" alt="x">', "Failed to load image"),
        ('<a href="#nowhere">x</a>', "#nowhere"),
        ('<p id="twice">a</p><p id="twice">b</p><a href="#twice">x</a>', "twice"),
        ("<math><menclose><mn>12</mn></menclose></math>", "this formula cannot be drawn: 12"),
        ("<style>p { colour: red }</style>", "colour"),
        ("<p>a glyph that is not there: ⊕</p>", "U+2295"),
    ],
)
def test_what_cannot_be_printed_as_it_stands_is_an_error(body: str, complaint: str) -> None:
    """Addresses, files, dead or doubled anchors and style that is not understood stop the build by name."""
    with pytest.raises(BuildError) as error:
        typeset(_page(f"<p>Text</p>{body}"))
    assert complaint in error.value.message


def test_contents_and_back_references_show_page_numbers() -> None:
    """Pages that cite a source twice are named once, pages in a row as a range, as finally laid out."""
    style = """
        .backref[data-page] span { display: none } .backref[data-page=""] { display: none }
        .backref::after, nav a::after { content: attr(data-page) } section { break-before: page }
        nav a::after { content: " on " attr(data-page) }
    """
    links = " ".join(f'<a class="backref" href="#c{n}"><span>{n}</span></a>' for n in (5, 1, 2, 4, 3))
    pdf = typeset(
        _page(
            '<nav><a href="#one">One</a> <a href="#two">Two</a></nav>'
            '<section id="one"><i id="c1">x</i> <i id="c2">x</i></section>'
            '<section id="two"><i id="c3">x</i></section><section><i id="c4">x</i></section>'
            '<section>y</section><section><i id="c5">x</i>'
            f'<p><span class="cited">Cited: {links}</span></p></section>',
            style,
        )
    )
    text = " ".join(pdf_text(pdf).split())
    assert "One on 2 Two on 3" in text
    assert "Cited: p. 2–4, 6" in text


def test_the_pdf_says_what_it_is() -> None:
    """Title, each author, keywords, language and dates come from the page; the PDF is tagged."""
    head = (
        '<meta name="author" content="Ada Łuczak"><meta name="author" content="B. Second">'
        '<meta name="keywords" content="one, two"><meta name="dcterms.created" content="2026-01-10">'
        '<meta name="dcterms.modified" content="2026-01-10">'
    )
    with pikepdf.open(BytesIO(typeset(_page("<h1>One</h1>", head=head)))) as pdf:
        assert pdf.docinfo.Title == "A title"
        assert pdf.docinfo.Author == "Ada Łuczak, B. Second"
        assert pdf.docinfo.Keywords == "one, two"
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20260110"
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_missing_libraries_are_named_with_the_remedy(tmp_path: Path) -> None:
    """Where Pango is not installed, WeasyPrint fails to load; the author reads which packages to install."""
    package = tmp_path / "weasyprint"
    package.mkdir()
    (package / "__init__.py").write_text("raise OSError('cannot load library libpango-1.0-0')\n")
    program = "from reportkit.adapters.typesetter import typeset; typeset('@font-face')"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "MissingToolError: the Pango libraries that WeasyPrint needs are missing" in run.stderr
