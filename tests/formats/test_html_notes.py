"""Footnotes in HTML."""

from reportkit.formats.document.html_notes import with_notes_at_calls
from tests.assemble.reading import blocks_of, html_of


def page_of(markdown: str) -> str:
    """The HTML of a text with notes."""
    return html_of(with_notes_at_calls(blocks_of(markdown)))


def test_a_note_stands_where_it_is_called_and_each_leads_to_the_other() -> None:
    """So it can be read in the middle of its sentence, by style beside it or at the foot of a page."""
    html = page_of("Bones heal.[^a] Slowly.\n\n[^a]: *Most* of them.")
    call = '<a href="#fn1" id="fnref1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a>'
    back = '<a href="#fnref1" class="footnote-back" role="doc-backlink"><sup>1</sup></a>'
    note = f'<span id="fn1" class="footnote" role="doc-footnote">{back} <em>Most</em> of them.</span>'
    assert html == f"<p>Bones heal.{call}{note} Slowly.</p>\n"


def test_notes_are_counted_in_reading_order() -> None:
    """Over paragraphs, lists and cells."""
    html = page_of("A^[x]\n\n- b^[y]\n\n| c^[z] |\n|---|\n| d |\n")
    places = [html.index(sign) for sign in ("A", 'id="fn1"', "x<", 'id="fn2"', "y<", 'id="fn3"', "z<")]
    assert places == sorted(places)


def test_a_long_note_becomes_lines() -> None:
    """Paragraphs, lists and code of a note are kept, each on a line; a paragraph cannot hold paragraphs."""
    html = page_of("A.[^n]\n\n[^n]: One.\n\n    - two\n    - three\n\n        code\n")
    assert "One.<br />\ntwo<br />\nthree" in html
    assert html.count("<p>") == 1
