"""Tied numbers as links to their rows."""

from reportkit.assemble.ties import TiePlace, link_ties, with_signs
from tests.assemble.reading import blocks_of, html_of


def test_a_tied_number_links_to_its_row() -> None:
    """`[50%]{ev=a.b}` is an anchor of its own and leads to the row's entry."""
    blocks, places = link_ties(blocks_of("It was [50%]{ev=a.b}."), {"a.b"})
    assert places == (TiePlace("tie-1", ("a.b",)),)
    assert '<span id="tie-1" class="tie"><a href="#ev-a.b" class="tied">50%</a></span>' in html_of(blocks)


def test_ties_are_counted_in_reading_order() -> None:
    """Text, headings, tables and notes share one sequence."""
    markdown = "# [1%]{ev=a}\n\n[2%]{ev=b}\n\n| x |\n|---|\n| [3%]{ev=c} |\n\n- [4%]{ev=d}\n"
    _, places = link_ties(blocks_of(markdown), set("abcd"))
    assert [(place.id, *place.rows) for place in places] == [
        ("tie-1", "a"),
        ("tie-2", "b"),
        ("tie-3", "c"),
        ("tie-4", "d"),
    ]


def test_a_citation_inside_a_tie_keeps_its_own_link() -> None:
    """Links do not nest: the citation stands beside the number's link."""
    blocks, _ = link_ties(blocks_of("[50% [@x2020]]{ev=a}"), {"a"})
    assert '<a href="#ev-a" class="tied">50% </a><span class="citation"' in html_of(blocks)


def test_an_unknown_row_leaves_a_mark() -> None:
    """A draft shows the number and that its row is missing."""
    blocks, places = link_ties(blocks_of("[50%]{ev=nope}"), {"a"})
    assert places == ()
    assert "50%" in html_of(blocks)
    assert "[no such row: nope]" in html_of(blocks)


def test_an_empty_bracket_leaves_a_mark() -> None:
    """A number that nobody filled in is shown as missing."""
    assert "[number not filled in: a]" in html_of(link_ties(blocks_of("It was []{ev=a}."), {"a"})[0])


def test_a_tie_around_a_tie_leaves_a_mark() -> None:
    """One number has one row to link to; the inner one keeps it."""
    blocks, places = link_ties(blocks_of("[[50%]{ev=a} of 10]{ev=b}"), {"a", "b"})
    assert [place.rows for place in places] == [("a",)]
    assert 'of 10<span class="missing">[a tie around a tie: b]</span>' in html_of(blocks)


def test_print_names_the_entries_of_a_number() -> None:
    """A number carries the signs of all its rows, and each of its links the rows of its card."""
    blocks, places = link_ties(blocks_of('[50% [@x2020] of 10]{ev="a b"}'), {"a", "b"})
    signed = html_of(with_signs(blocks, places, {"a": "E1", "b": "E7"}))
    assert signed.count('data-rows="a b"') == 2
    assert '<span id="tie-1" class="tie" data-sign="E1, E7">' in signed
