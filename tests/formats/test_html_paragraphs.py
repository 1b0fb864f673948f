"""Paragraphs in HTML."""

from reportkit.assemble.paragraphs import with_paragraph_ids
from reportkit.formats.document.html_paragraphs import with_paragraph_elements, with_paragraph_links
from tests.assemble.reading import blocks_of, html_of


def page_of(markdown: str) -> str:
    """The HTML of a text whose paragraphs have ids."""
    (blocks,) = with_paragraph_ids([blocks_of(markdown)])
    return with_paragraph_elements(html_of(with_paragraph_links(blocks, "This paragraph")))


def test_the_element_has_the_id_and_ends_with_a_link_to_itself() -> None:
    """The sign of the link is the style sheet's: it is in no copied text."""
    html = page_of("Bones heal.")
    name = html.partition('id="')[2].partition('"')[0]
    link = f'<a href="#{name}" class="paragraph-link" aria-label="This paragraph"></a>'
    assert html == f'<p id="{name}">Bones heal.{link}</p>\n'


def test_items_of_lists_have_ids_too() -> None:
    """A tight item itself, in a loose one its paragraph, in a list of terms what is said of them."""
    assert '<li id="p-' in page_of("- Bones\n- heal")
    assert '<li><p id="p-' in page_of("- Bones\n\n- heal")
    assert '<dd id="p-' in "".join(page_of("Bone\n: It heals.").split("\n"))


def test_an_author_makes_no_such_paragraph() -> None:
    """A span at the beginning of a paragraph stays one."""
    assert '<span id="x">Bones</span>' in page_of("[Bones]{#x} heal.")
