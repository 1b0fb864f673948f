"""Notes stand at the foot of their page, or are said to stand elsewhere; none is lost."""

from io import BytesIO

import pikepdf
import pypdfium2

from reportkit.adapters.typesetter import typeset
from tests.documents.conftest import sample_page
from tests.documents.pdf_gate import against_the_standards, kids, of_role

# What makes WeasyPrint put each note on a page of its own: the foot looks fuller to it than it is.
DISPLACED = "<style>@page { @footnote { padding: 1.2mm 0 0 !important } }</style>"


def _note(number: int, text: str) -> str:
    return (
        f'<a href="#fn{number}" class="footnote-ref" id="fnref{number}"><sup>{number}</sup></a>'
        f'<span id="fn{number}" class="footnote"><a href="#fnref{number}" class="footnote-back">'
        f"<sup>{number}</sup></a> {text}</span>"
    )


def body_with_notes(notes: int) -> str:
    """Two sections, of which the second has the notes: one for each paragraph of six lines."""
    text = "Herons stand still for a long time and then move quickly. " * 8
    noted = "".join(f"<p>{text}{_note(n, f'Seen on day {n}.')} {text}</p>" for n in range(1, notes + 1))
    return (
        f'<section id="a" class="level2"><h2>First</h2><p>{text}</p></section>'
        f'<section id="b" class="level2"><h2>Second</h2>{noted}</section>'
    )


def _pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_every_note_is_on_the_page_of_its_call_or_the_next() -> None:
    """Thirty notes over several pages: none is lost, none wanders, nothing has to be said."""
    said: list[str] = []
    pdf = typeset(sample_page(front="", body=body_with_notes(30)), say=said.append)
    assert said == []
    pages = _pages(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        names = document.Root.Names.Dests.Names
        calls = {str(name): place[0].objgen for name, place in zip(names[::2], names[1::2], strict=True)}
        numbers = {page.objgen: number for number, page in enumerate(document.pages)}
    for n in range(1, 31):
        (page,) = (number for number, text in enumerate(pages) if f"Seen on day {n}." in text)
        assert page - numbers[calls[f"fnref{n}"]] in {0, 1}


def test_notes_that_find_no_room_stand_at_the_end_of_their_section_and_this_is_said() -> None:
    """The section is named; its notes stand behind its text in order, and are still notes."""
    said: list[str] = []
    page = sample_page(front="", body=body_with_notes(12)).replace("</head>", f"{DISPLACED}</head>")
    pdf = typeset(page, say=said.append)
    assert said == [
        "the notes of “Second” stand at the end of its text: one of them found no room near its call"
    ]
    text = "\n".join(_pages(pdf))
    places = [text.index(f"Seen on day {n}.") for n in range(1, 13)]
    assert places == sorted(places)
    assert places[0] > text.rindex("Herons stand still")
    assert against_the_standards(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(of_role(document, "Note")) == 12


def test_a_note_is_read_behind_its_call() -> None:
    """For a screen reader it follows the reference, wherever the page has it; its number leads back."""
    body = f"<h2>T</h2><p>Herons nest.{_note(1, 'In trees.')} They fish.</p><p>They fly.</p>"
    with pikepdf.open(BytesIO(typeset(sample_page(front="", body=body)))) as document:
        (note,) = of_role(document, "Note")
        assert [str(kid.S) for kid in kids(note)] == ["/Lbl"]
        assert [str(kid.S) for kid in kids(note.P)] == ["/Reference", "/Note"]


def test_a_note_in_a_table_cell_is_at_the_foot_of_its_page() -> None:
    """It leaves the cell as it is, and the grid closed."""
    row = f"<tr><th>Herons{_note(1, 'Grey ones.')}</th><td>7</td></tr>"
    pdf = typeset(
        sample_page(front="", body=f"<h2>T</h2><table>{row}<tr><th>Egrets</th><td>2</td></tr></table>")
    )
    (text,) = _pages(pdf)
    assert text.index("Egrets") < text.index("Grey ones.")
    assert against_the_standards(pdf) == []
