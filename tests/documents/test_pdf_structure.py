"""The PDF tells a screen reader what the page shows: tables, captions, lists, languages, what to skip."""

import zlib
from io import BytesIO

import pikepdf
import pydyf
import pytest

from reportkit.adapters.pdf_structure.streams import has_doubtful_end, pack_streams
from reportkit.adapters.typesetter import typeset
from tests.documents.conftest import sample_page
from tests.documents.pdf_gate import against_the_standards, elements, faults, kids, of_role


def _opened(body: str) -> pikepdf.Pdf:
    pdf = typeset(sample_page(front="", body=f"<h2>A heading</h2>{body}"))
    assert against_the_standards(pdf) == []
    return pikepdf.open(BytesIO(pdf))


def _roles(element: pikepdf.Object) -> list[str]:
    return [str(kid.S)[1:] for kid in kids(element)]


def _outline(element: pikepdf.Object) -> str:
    """The roles below an element, nested in brackets."""
    parts = (f"{str(kid.S)[1:]}{_outline(kid)}" for kid in kids(element))
    text = " ".join(parts)
    return f"[{text}]" if text else ""


def _table(rows: int) -> str:
    body = "".join(f"<tr><th>Row {n}{'<br>more' * 9}</th><td>{n}</td></tr>" for n in range(rows))
    head = '<tr><th>Study <a href="#text">1</a></th><th>n</th></tr>'
    return (
        '<figure class="item table" id="tbl:x"><figcaption id="tbl:x-caption">'
        '<span class="caption-number"><strong>Table 1.</strong></span> All rows.</figcaption>'
        f'<div class="scroll"><table><thead>{head}</thead><tbody>'
        f'<tr><th colspan="2">A group</th></tr>{body}</tbody></table></div></figure>'
    )


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
def test_the_pdf_conforms_to_both_standards(*, draft: bool) -> None:
    """PDF/UA-1 and PDF/A-3a, with files inside, in the final and in the draft."""
    pdf = typeset(
        sample_page(draft=draft), {"evidence/results.csv": b"id\r\n", "references.bib": b"@misc{a}"}
    )
    assert faults(pdf) == []


def test_a_table_over_several_pages_is_one_table() -> None:
    """Its rows follow each other, its head and caption are read once, and the grid closes."""
    with _opened(_table(25)) as pdf:
        assert len(pdf.pages) > 2
        (table,) = of_role(pdf, "Table")
        assert _roles(table) == ["Caption", "THead", "TBody"]
        head, body = kids(table)[1:]
        assert len(kids(head)) == 1
        assert len(kids(body)) == 26
        pages = {str(row.K[0].get("/Pg", "")) for row in kids(body)}
        assert len(pages) == len(pdf.pages)


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    """It is read in one go."""
    with _opened(f"<p>{'A line of a long paragraph.<br>' * 80}</p>") as pdf:
        assert len(pdf.pages) == 2
        (paragraph,) = (part for part in of_role(pdf, "P") if len(part.K) > 60)
        assert sum(isinstance(kid, pikepdf.Dictionary) and kid.Type == "/MCR" for kid in paragraph.K) > 20


def test_head_cells_say_which_cells_they_speak_for() -> None:
    """A head of a column, of a row, and the title of a group of rows."""
    with _opened(_table(1)) as pdf:
        scopes = [str(cell.A.Scope)[1:] for cell in of_role(pdf, "TH")]
        assert scopes == ["Column", "Column", "Column", "Row"]


def test_cells_without_text_keep_their_place() -> None:
    """A grid with an empty cell still closes."""
    with _opened("<table><tr><th>a</th><td></td><td>c</td></tr></table>") as pdf:
        (row,) = of_role(pdf, "TR")
        assert _roles(row) == ["TH", "TD", "TD"]


def test_a_figure_holds_its_caption_and_its_description() -> None:
    """Title and description of a drawing are its alternative text; it says where on the page it is."""
    svg = (
        '<svg viewBox="0 0 10 10" role="img"><title>Herons by year</title><desc>2019: 4; 2020: 7.</desc>'
        "<text y='5'>4</text></svg>"
    )
    body = f'<figure class="item figure"><div>{svg}</div><figcaption>Figure 1.</figcaption></figure>'
    with _opened(body) as pdf:
        (figure,) = of_role(pdf, "Figure")
        assert str(figure.Alt) == "Herons by year 2019: 4; 2020: 7."
        assert _roles(figure) == ["Caption"]
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert 0 < left < right < 595
        assert 0 < bottom < top < 842


def test_an_image_without_words_is_decoration() -> None:
    """What its author described as nothing is not read; the same image with a description is a figure."""
    pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    body = f'<p>A<img src="{pixel}" alt="">B<img src="{pixel}" alt="A grey heron in flight"></p>'
    with _opened(body) as pdf:
        assert [str(figure.Alt) for figure in of_role(pdf, "Figure")] == ["A grey heron in flight"]


def test_a_formula_is_read_in_words() -> None:
    """It stands within its line as a formula, not as a figure."""
    formula = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
    with _opened(f'<p>It is <span class="formula">{formula}</span> of all.</p>') as pdf:
        (part,) = of_role(pdf, "Formula")
        assert "2" in str(part.Alt)
        assert str(part.P.S) == "/P"


def test_a_skipped_level_of_headings_is_closed() -> None:
    """An author's slip in a draft is no gap for a reader who goes from heading to heading."""
    with _opened("<h4>Too deep</h4><p>Text</p><h3>Here</h3>") as pdf:
        assert [str(part.S) for part in of_role(pdf, "H1", "H2", "H3", "H4")] == ["/H1", "/H2", "/H3", "/H3"]


def test_lists_terms_and_references_have_labels() -> None:
    """Each item is a label and a body; a term is the label of what is said of it."""
    items = "<ul><li>one<ul><li>below</li></ul></li></ul>"
    terms = "<dl><dt>Source</dt><dd>A report</dd><dt>Note</dt><dd>None</dd></dl>"
    works = (
        '<div id="refs" class="csl-bib-body"><div class="csl-entry"><div class="csl-left-margin">1.</div>'
        '<div class="csl-right-inline">Pell A. Slow breathing.</div></div></div>'
    )
    with _opened(items + terms + works) as pdf:
        found = [_outline(part) for part in of_role(pdf, "L")]
    assert found == [
        "[LI[Lbl LBody[L[LI[Lbl LBody]]]]]",
        "[LI[Lbl LBody]]",
        "[LI[Lbl LBody] LI[Lbl LBody]]",
        "[LI[Lbl LBody[BibEntry]]]",
    ]


def test_contents_are_a_table_of_contents(pdf: bytes) -> None:
    """Its lines nest, each refers to a heading, and no dots are read."""
    with pikepdf.open(BytesIO(pdf)) as document:
        contents = of_role(document, "TOC")[0]
        assert _outline(contents).startswith("[Caption TOCI[Reference[Link]] TOCI[Reference[Link] TOC[TOCI")
        links = [part for part in of_role(document, "Link") if len(part.K) > 12]
    assert links == []


def test_running_heads_are_no_text_of_the_document(pdf: bytes) -> None:
    """Every mark of a page is owned by a part of the structure or belongs to the page alone."""
    with pikepdf.open(BytesIO(pdf)) as document:
        content = b"".join(page.Contents.read_bytes() for page in document.pages)
        owners = list(document.Root.StructTreeRoot.ParentTree.Nums)[1::2][: len(document.pages)]
    assert content.count(b"/Subtype /Header") >= len(owners)
    assert content.count(b"/Subtype /Footer") >= len(owners)


def test_a_foreign_word_has_its_language() -> None:
    """A name in another language is read in that language; a full stop behind it is not lost."""
    with _opened('<p>By <span lang="pl">Łuczak</span>.</p>') as pdf:
        (word,) = (part for part in elements(pdf) if "/Lang" in part)
        assert str(word.Lang) == "pl"
        (paragraph,) = (part for part in of_role(pdf, "P") if kids(part) == [word])
        assert len(paragraph.K) == 3


def test_a_link_says_where_it_leads_in_words() -> None:
    """What is read for a link is its text."""
    with _opened('<p><a href="https://example.org/x">The register</a></p>') as pdf:
        (link,) = (a for page in pdf.pages for a in page.get("/Annots", []) if "example" in str(a.get("/A")))
        assert str(link.Contents) == "The register"


def test_what_the_page_offers_for_download_is_inside(page: str) -> None:
    """The same bytes under the same name, and the sources with their paths; no day of the machine."""
    sources = {"evidence/results.csv": b"id,n\r\na,1\r\n", "evidence/studies.yaml": "ł\n".encode()}
    with pikepdf.open(BytesIO(typeset(page, sources))) as pdf:
        files = {name: (spec.get_file(), spec.description) for name, spec in pdf.attachments.items()}
        assert set(files) == {
            "forest.csv",
            "outcomes.csv",
            "references.bib",
            "results.csv",
            "studies.csv",
            "studies.yaml",
        }
        assert files["studies.csv"][0].read_bytes() == b"study,events,total\nQuiet-20,39,40\n"
        assert files["results.csv"][0].read_bytes() == sources["evidence/results.csv"]
        assert files["studies.yaml"][0].read_bytes() == sources["evidence/studies.yaml"]
        assert files["results.csv"][1] == "Source of this document: evidence/results.csv"
        params = files["results.csv"][0].obj.Params
        assert str(params.ModDate) == str(params.CreationDate) == "D:20260110000000Z"


def test_a_file_of_unknown_day_has_no_day() -> None:
    """Where the page does not say of which day it is, nothing is made up."""
    page = sample_page(data_date="", front="", body="<h2>A heading</h2><p>Text")
    with pikepdf.open(BytesIO(typeset(page, {"references.bib": b"@misc{a}"}))) as pdf:
        params = pdf.attachments["references.bib"].get_file().obj.Params
        assert "/ModDate" not in params
        assert "/CreationDate" not in params


def test_metadata_name_rights_version_language_and_subjects(pdf: bytes) -> None:
    """What a library asks for stands in the file, unpacked."""
    for words in (
        b'<rdf:li xml:lang="x-default">CC BY 4.0</rdf:li>',
        b"<xmpMM:VersionID>0.1</xmpMM:VersionID>",
        b"<rdf:li>en-GB</rdf:li>",
        b"<rdf:li>hiccups</rdf:li><rdf:li>breathing</rdf:li>",
        b"<pdfuaid:part>1</pdfuaid:part>",
    ):
        assert words in pdf


def test_no_stream_ends_like_a_line() -> None:
    """Of many packed streams some would; all of them unpack to what they were."""
    pdf = pydyf.PDF()
    contents = [f"{number} ".encode() * number for number in range(400)]
    for content in contents:
        pdf.add_object(pydyf.Stream([content], compress=True))
    streams = [item for item in pdf.objects if isinstance(item, pydyf.Stream)]
    assert any(has_doubtful_end(stream.data) for stream in streams)
    pack_streams(pdf)
    assert not any(has_doubtful_end(stream.data) for stream in streams)
    assert [zlib.decompressobj().decompress(stream.stream[0]) for stream in streams] == contents
