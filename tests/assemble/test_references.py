"""Links back from the reference list."""

from reportkit.assemble.citations import CitingPlace
from reportkit.assemble.references import link_back
from reportkit.measures.numerals import letters
from reportkit.model.words import Words
from tests.assemble.reading import blocks_of, html_of


def test_each_entry_leads_to_every_place_that_cites_it() -> None:
    """An entry lists its citing places in reading order, lettered."""
    places = [CitingPlace("cite-1", ("a", "b"), bare=True), CitingPlace("cite-2", ("a",), bare=True)]
    html = html_of(link_back(blocks_of("::: {#ref-a .csl-entry}\nDoe J. A work.\n:::"), places, Words()))
    letters_only = html.replace('<span class="letter">', "").replace("</span></a>", "</a>")
    assert '<a href="#cite-1" class="backref">a</a> <a href="#cite-2" class="backref">b</a>' in letters_only


def test_letters_go_on_after_z() -> None:
    """The twenty-seventh place is aa."""
    assert [letters(index) for index in (0, 25, 26, 27, 51, 52)] == ["a", "z", "aa", "ab", "az", "ba"]


def test_the_evidence_index_is_named_only_where_nothing_else_cites() -> None:
    """A source cited in the text leads back to the text, one of the index alone to the index."""
    markdown = """
::: {#ref-a .csl-entry}
Doe J. A work.
:::

::: {#ref-b .csl-entry}
Roe K. Another.
:::

::: {.evidence-row}
[x]{#cite-2 .citing-place} [y]{#cite-3 .citing-place}
:::
"""
    places = [
        CitingPlace(f"cite-{n}", keys, bare=True) for n, keys in ((1, ("a",)), (2, ("a",)), (3, ("b",)))
    ]
    html = html_of(link_back(blocks_of(markdown), places, Words()))
    assert '"#cite-1"' in html
    assert '"#cite-2"' not in html
    assert '"#cite-3"' in html
