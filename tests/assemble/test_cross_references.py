"""Numbered links to tables, figures and sections."""

from reportkit.assemble.cross_references import resolve_cross_references
from tests.assemble.reading import blocks_of, html_of

LABELS = {"tbl:one": "Table 1", "fig:two": "Figure 2"}


def resolved(markdown: str) -> str:
    """The HTML of resolved Markdown."""
    return html_of(resolve_cross_references(blocks_of(markdown), LABELS))


def test_a_label_becomes_a_numbered_link() -> None:
    """`@tbl:one` prints `Table 1` on one line and leads to the table."""
    assert '<a href="#tbl:one" class="xref">Table\u00a01</a>' in resolved("See @tbl:one.")


def test_a_bracketed_group_prints_parentheses() -> None:
    """`[@tbl:one; @fig:two]` prints both links in parentheses."""
    html = resolved("Text [@tbl:one; @fig:two].")
    assert html.startswith('<p>Text (<a href="#tbl:one"')
    assert "</a>; <a" in html


def test_an_unknown_label_leaves_a_mark() -> None:
    """A draft shows where a label is missing."""
    assert "[no such label: tbl:none]" in resolved("See @tbl:none.")


def test_citations_are_left_alone() -> None:
    """Only the reserved prefixes are cross-references."""
    blocks = blocks_of("Text [@someone2020].")
    assert resolve_cross_references(blocks, LABELS) == blocks


def test_a_citation_behind_a_label_stays_a_citation() -> None:
    """Pandoc reads `@tbl:one [@x2020]` as one group; the reader sees a link and a citation."""
    html = resolved("See @tbl:one [@x2020].")
    assert 'class="xref">Table\u00a01</a> <span class="citation" data-cites="x2020">' in html


def test_a_label_and_a_citation_in_one_bracket_are_told_apart() -> None:
    """`[@tbl:one; @x2020]` prints the link in parentheses and then the citation."""
    html = resolved("Text [@tbl:one; @x2020].")
    assert html.startswith('<p>Text (<a href="#tbl:one"')
    assert 'data-cites="x2020"' in html
