"""The document for word processors, reading devices and archives, and as plain Markdown."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree, html

from reportkit.adapters.html_text import html_text
from reportkit.adapters.pdf_text import pdf_text
from reportkit.adapters.typesetter import typeset
from reportkit.assemble.manuscript import Manuscript
from reportkit.errors import BuildError
from reportkit.formats.document.manuscript import dump_manuscript
from reportkit.model.review import Review
from reportkit.project.documents import make_fonts, make_manuscript, make_page
from reportkit.project.exports import EXPORTS, make_export
from reportkit.project.load import load_review

ROOT = Path(__file__).parents[2]
CLEAN_REVIEW = ROOT / "tests" / "reviews" / "clean"
CHAPTER = """\
# Odds and ends {#sec:odds}

One word is *loud*[^a], one is `code`, and H~2~O is not 10^4^. “Quotes” – and dashes; see @sec:odds
and @fig:healed. One in eight is $\\frac{1}{8}$. A [link](https://example.org/herons) leads out.

[^a]: A note, with a citation [@hill2019wrists] and a number: 12.5%.

1. First *item*
2. Second item

   with two paragraphs

> Somebody said so.

| arm    | healed |
|--------|-------:|
| cast   | 40/50  |
| splint | 48/50  |

: A table typed by hand.

Term
: What it means.

::: {#fig:healed .figure item=forest}
:::
"""
FIGURE = """\
kind: figure
builder: forest_response
caption: Healing by arm [@reed2020firm].
axis: healed, %
rows: [firm.*.healed, soft.healed]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound review with a chapter of everything that a chapter may hold."""
    folder = tmp_path_factory.mktemp("exports") / "review"
    shutil.copytree(CLEAN_REVIEW, folder)
    (folder / "chapters" / "95-odds.md").write_text(CHAPTER, encoding="utf-8")
    (folder / "evidence" / "items" / "forest.yaml").write_text(FIGURE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def review(folder: Path) -> Review:
    """That review, read."""
    return load_review(folder)


@pytest.fixture(scope="module")
def manuscript(folder: Path, review: Review) -> Manuscript:
    """The assembled manuscript."""
    return make_manuscript(folder, review).manuscript


@pytest.fixture(scope="module")
def fonts(review: Review) -> str:
    """The fonts of the documents."""
    return make_fonts(review, ROOT / ".reportkit" / "fonts")


@pytest.fixture(scope="module")
def documents(review: Review, manuscript: Manuscript, fonts: str) -> Mapping[str, bytes]:
    """The document in every format, by the ending of its file."""
    return {form: make_export(ROOT, review, manuscript, form, fonts, draft=False) for form in EXPORTS}


@pytest.fixture(scope="module")
def page(review: Review, manuscript: Manuscript, fonts: str) -> str:
    """The HTML page."""
    return make_page(ROOT, review, manuscript, fonts, draft=False)


_ASIDES = (
    "//nav",
    "//*[contains(concat(' ', @class, ' '), ' data-link ')]/..",
    "//*[@class='footnote-ref' or @class='footnote-back' or @class='cited' or @class='paragraph-link']",
)


def text_of_page(page: str, *asides: str) -> str:
    """What the page says between its title block and its foot, without drawings and links to itself."""
    document = html.document_fromstring(page.encode())
    main = document.get_element_by_id("text").getparent()
    for path in (*_ASIDES, *asides):
        for element in main.xpath(f".{path}"):
            element.drop_tree()
    return html_text(html.tostring(main, encoding="unicode"))


def words(text: str) -> Counter[str]:
    """How often each word and number is said."""
    return Counter(re.findall(r"\w+", _LETTERS.sub("", _COMMANDS.sub("", text))))


_LETTERS = re.compile(r"(?:Cited|Used):(?:[\s\u00a0]+[a-z]\b)+")
"""Links back to where a reference or row is used, which archives and plain text have no use for."""

_COMMANDS = re.compile(r"\\[a-z]+")
"""How Markdown writes a formula."""

_BROKEN = re.compile("A note, with|One in eight")
"""A paragraph that a note and a drawn formula interrupt."""


def body(text: str) -> str:
    """A text without what is said of the whole before the first heading."""
    return text[text.index("Background") :]


@pytest.mark.parametrize("form", EXPORTS)
def test_all_formats_say_the_same(documents: Mapping[str, bytes], page: str, form: str) -> None:
    """No word, number or citation of the page is missing in another format, and none is added."""
    shown = body(EXPORTS[form][1](documents[form]))
    drawings = () if form == "epub" else ("//*[local-name()='svg']",)
    described = words(" ".join(descriptions(page))) if form == "md" else Counter()
    expected = words(body(text_of_page(page, *drawings))) + described
    assert words(shown) == expected


def descriptions(page: str) -> Iterator[str]:
    """Title and description of each drawing, which stand for it in plain text."""
    for name in ("title", "desc"):
        yield from re.findall(rf"<{name} id[^>]*>(.*?)</{name}>", page)


def test_the_pdf_says_the_same(page: str) -> None:
    """Each paragraph and cell of the page is in the PDF, but for those that a note interrupts."""
    shown = squeezed(pdf_text(typeset(page)))
    text = text_of_page(page, "//*[local-name()='svg']")
    lines = [line for line in text.splitlines() if re.search(r"\w", line) and not _BROKEN.search(line)]
    assert len(lines) > 50
    assert [line for line in lines if squeezed(line) not in shown] == []


def squeezed(text: str) -> str:
    """A text without what line ends change, and without the signs that print puts behind numbers."""
    return re.sub(r"[\s\u00ad\u200b\u2060-]|\bE\d+|Cited:.*", "", text)


def test_opened_by_a_word_processor(documents: Mapping[str, bytes]) -> None:
    """Headings, tables, captions and references have styles, a figure its description."""
    document = docx.Document(BytesIO(documents["docx"]))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["3.1 Firm splints".replace(" ", " ", 1)] == "Heading 2"
    assert styles["Table\u00a01. Healing at six weeks, by study and arm."] == "Table Caption"
    assert {name for text, name in styles.items() if "Ulm: River Press; 2019." in text} == {"Bibliography"}
    assert [table.style.name for table in document.tables] == ["Table", "Table"]
    assert document.tables[0].cell(0, 0).text == "Outcome"
    assert document.core_properties.title == "Splints for broken wrists in children"
    assert document.core_properties.created.isoformat() == "2023-05-31T00:00:00+00:00"
    assert "footnotes" in {Path(part.partname).stem for part in document.part.package.iter_parts()}
    (picture,) = etree.fromstring(document.element.xml.encode()).iter("{*}docPr")
    assert "Forest plot" in picture.get("descr", "")


def test_an_archive_knows_references_and_authors(documents: Mapping[str, bytes]) -> None:
    """References are in the reference list, and every citation leads to one; no journal is made up."""
    article = etree.fromstring(documents["xml"])
    references = {reference.get("id") for reference in article.iter("ref")}
    assert len(references) == 5
    assert {
        x.get("rid") for x in article.iter("xref") if (x.get("rid") or "").startswith("ref-")
    } == references
    assert [name.text for name in article.iter("string-name")] == ["Ann Reed"]
    assert not list(article.iter("journal-meta", "pub-date"))


def test_a_reading_device_finds_its_way(documents: Mapping[str, bytes]) -> None:
    """Every chapter is in the contents; drawings are inside; the style sheet is ours."""
    with ZipFile(BytesIO(documents["epub"])) as parts:
        contents = parts.read("EPUB/nav.xhtml").decode()
        style = parts.read("EPUB/styles/stylesheet1.css")
        chapters = b"".join(parts.read(name) for name in parts.namelist() if "/text/ch" in name)
    assert re.findall(r">(?:<span[^>]*>\d+</span> )?([A-Z][a-z ]+)</a>", contents)
    assert style == (ROOT / "templates" / "epub.css").read_bytes()
    assert chapters.count(b"<svg") == 1


def test_a_document_that_lost_something_is_refused(
    review: Review, manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever pandoc drops, a reader does not miss: what was written is read back."""
    monkeypatch.setitem(
        EXPORTS, "md", (EXPORTS["md"][0], lambda document: document.decode().replace("96.0%", ""))
    )
    with pytest.raises(BuildError, match=r"(?s)the md file does not say what the review says\n.*48 of 50"):
        make_export(ROOT, review, manuscript, "md", "", draft=False)


@pytest.mark.parametrize("form", ["docx", "epub"])
def test_the_same_bytes(
    folder: Path, manuscript: Manuscript, fonts: str, documents: Mapping[str, bytes], form: str
) -> None:
    """Another process, time zone, locale and hash seed make no difference."""
    shutil.copytree(ROOT / "templates", folder / "templates", dirs_exist_ok=True)
    (folder / "manuscript.json").write_bytes(dump_manuscript(manuscript))
    (folder / "fonts.css").write_text(fonts, encoding="utf-8")
    command = [sys.executable, "-m", "reportkit", "export", "manuscript.json", "--fonts", "fonts.css"]
    environment = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run([*command, "--output", f"other.{form}"], cwd=folder, env=environment, check=True)
    assert (folder / f"other.{form}").read_bytes() == documents[form]
