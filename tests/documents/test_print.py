"""The PDF reads like a journal article: heads, contents, tables and references where a reader looks."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from reportkit.adapters.pdf_text import pdf_text
from reportkit.adapters.typesetter import typeset
from tests.documents.conftest import sample_page


def _table(rows: int, classes: str) -> str:
    """A table whose rows have nine lines each."""
    body = "".join(
        f"<tr><th>First line {n}{'<br>more' * 7}<br>last line {n}</th><td>{n}</td></tr>" for n in range(rows)
    )
    table = f"<table><thead><tr><th>The head</th><th>n</th></tr></thead><tbody>{body}</tbody></table>"
    return f'<figure class="{classes}">{table}</figure>'


def _pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


@pytest.fixture(scope="module")
def texts(pdf: bytes) -> list[str]:
    """The text of each page with its running heads."""
    return _pages(pdf)


def test_the_first_page_says_what_this_is(texts: list[str]) -> None:
    """Kind, version, date, title, authors, statement and key messages stand on page 1, in this order."""
    order = [
        "Narrative evidence review",
        "Version 0.1",
        "Data of 10 January 2026",
        "Simple remedies for hiccups",
    ]
    order += ["A. Reviewer, J. Łuczak", "Not medical advice", "Key messages", "Contents"]
    places = [texts[0].index(part) for part in order]
    assert places == sorted(places)


def test_pages_are_a4_and_wide_tables_lie_across() -> None:
    """Only the pages of a wide table are landscape, also when it runs on; what follows is upright again."""
    body = f"<h2>T</h2><p>Before</p>{_table(60, 'item table wide')}<p>After</p>"
    pdf = typeset(sample_page(front="", body=body))
    with pikepdf.open(BytesIO(pdf)) as document:
        sizes = [tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in document.pages]
    assert set(sizes) == {(595, 842), (842, 595)}
    texts = _pages(pdf)
    assert len(texts) > 4
    for size, text in zip(sizes, texts, strict=True):
        assert (size == (842, 595)) == ("The head" in text) != ("Before" in text or "After" in text)


def test_a_caption_stays_with_its_table() -> None:
    """However much text is before it, no page ends with the caption of a table."""
    table = _table(3, "item table").replace("<table>", "<figcaption>The caption</figcaption><table>")
    for lines in range(18, 34, 2):
        body = f"<h2>T</h2><p>{'A line<br>' * lines}</p>{table}"
        page = next(
            text for text in _pages(typeset(sample_page(front="", body=body))) if "The caption" in text
        )
        assert "First line 0" in page


def test_each_page_has_heads_and_feet(texts: list[str]) -> None:
    """Page x of y, version, data and search date are on every page, title and section from the second on."""
    status = "Version 0.1 · Data of 10 January 2026 · Search date: 5 January 2026"
    for number, text in enumerate(texts, 1):
        assert f"{status} Page {number} of {len(texts)}" in text
    for text in texts[1:]:
        assert re.search(r"Simple remedies for hiccups in adults (\d .+|References|Evidence index)\r\n", text)


def test_contents_name_the_page_of_each_heading(texts: list[str]) -> None:
    """Each line of the contents ends with the page on which that heading really is."""
    listed = re.findall(r"^(.+?)[. ]*\. (\d+)\r?$", texts[0], re.MULTILINE)
    assert [title for title, _ in listed][:3] == ["Key messages", "1 Background", "1.1 The question"]
    assert len(listed) == 11
    for title, number in listed:
        without_heads = "\n".join(texts[int(number) - 1].splitlines()[:-2])
        assert re.search(rf"^{re.escape(title)}\r?$", without_heads, re.MULTILINE), title


def test_bookmarks_are_the_headings(pdf: bytes) -> None:
    """The outline of the PDF is the tree of chapters and sections; the title is not in it."""
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        tree = {item.title: [child.title for child in item.children] for item in outline.root}
    assert tree["3 Results"] == ["3.1 All outcomes", "3.2 Prolonged hiccups"]
    assert list(tree) == [
        "Key messages",
        "1 Background",
        "2 How the evidence was collected",
        "3 Results",
        "4 Limits",
        "References",
        "Evidence index",
        "Index of studies",
    ]


def test_references_name_the_pages_that_cite_them(texts: list[str]) -> None:
    """Back-references are page numbers, each once, and every one of these pages cites the reference."""
    references = "".join(texts).split("\nReferences\r\n")[-1].split("Evidence index")[0]
    entry = " ".join(references.split("Okoro B, Pell A.")[1].split("Varga")[0].split())
    ranges = re.findall(r"(\d+)(?:–(\d+))?", entry.split("Cited: p. ")[1].split(" 3.")[0])
    pages = [page for first, last in ranges for page in range(int(first), int(last or first) + 1)]
    assert pages == sorted(set(pages))
    assert pages[0] == 1
    for number in pages:
        assert re.search(r"\[(\d,)*2(,\d)*\]", texts[number - 1])


def test_an_index_of_studies_names_the_pages_with_their_numbers(texts: list[str]) -> None:
    """Studies stand by name, behind the evidence index and in the contents, each with its pages."""
    assert re.search(r"Index of studies[. ]+\d+", texts[0])
    index = texts[-1].split("Index of studies")[-1]
    studies = dict(re.findall(r"^([^:\r\n]+): p\. ([0-9–, ]+)\r?$", index, re.MULTILINE))
    assert studies
    assert list(studies) == sorted(studies, key=str.casefold)
    for pages in studies.values():
        numbers = [int(number) for number in re.findall(r"\d+", pages)]
        assert numbers == sorted(set(numbers))


def test_a_long_table_repeats_its_head_and_splits_no_row() -> None:
    """On each page of a table that runs on, its head comes first and its last row is whole."""
    pages = _pages(typeset(sample_page(front="", body=f"<h2>T</h2>{_table(30, 'item table')}")))
    assert len(pages) > 3
    for text in pages:
        assert text.count("The head") == 1
        assert re.findall(r"First line (\d+)", text) == re.findall(r"last line (\d+)", text)


@pytest.mark.parametrize(("language", "word"), [("en-GB", "continued"), ("de-DE", "Fortsetzung")])
def test_a_table_that_runs_on_is_named_at_the_top_of_each_page(language: str, word: str) -> None:
    """Its number stands above the repeated head, on each page but the first; not above what follows it."""
    caption = '<figcaption><span class="caption-number">Abb. 1.</span> All.</figcaption><table>'
    table = _table(12, "item table").replace("<table>", caption)
    body = f"<h2>T</h2>{table}<p>{'After<br>' * 60}</p>"
    pages = _pages(typeset(sample_page(front="", body=body, language=language)))
    named = [f"Abb. 1, {word}" in text for text in pages]
    assert named == ["The head" in text and "All." not in text for text in pages]
    assert 1 <= sum(named) < len(pages) - 1


def test_a_draft_says_so_on_every_page() -> None:
    """The mark stands in each running head and above the title."""
    texts = _pages(typeset(sample_page(draft=True)))
    assert all("DRAFT" in text for text in texts)
    assert texts[0].index("DRAFT") < texts[0].index("Simple remedies")


_LONG = "x" * 600
_CITED = ",".join(map(str, range(1, 160, 2)))


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<p>{_LONG}</p>", _LONG),
        (f"<h2>{_LONG}</h2>", _LONG),
        (f"<pre><code>{_LONG}</code></pre>", _LONG),
        (f"<table><tr><td>{_LONG}</td><td>z</td></tr></table>", f"{_LONG}z"),
        (f"<table><tr>{'<td>value</td>' * 20}</tr></table>", "value" * 20),
        (f'<p><span class="citation">[{_CITED}]</span></p>', f"[{_CITED}]"),
        (f'<p><a class="tied long" href="#text">{"word " * 60}</a></p>', "word" * 60),
        ("<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>", "abc"),
    ],
)
def test_nothing_runs_off_the_page(body: str, shown: str) -> None:
    """Long words, wide tables and long groups of citations go on in the next line."""
    page = sample_page(front="", body=f"<p>Begin</p>{body}<p>End</p>")
    text = "".join(pdf_text(typeset(page)).split())
    assert text.partition("Begin")[2].partition("End")[0] == shown
