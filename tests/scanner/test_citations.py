"""What the scanner says of a citation, beyond the keys that pandoc finds."""

import pytest

from reportkit.model.location import Span
from reportkit.scanner import scan


def written(text: str, span: Span) -> str:
    """What stands in a text at a span."""
    return text[span.start : span.end]


def test_group_and_its_keys() -> None:
    """A group spans its brackets; each citation its key with the sign, the key span the key alone."""
    text = "Roofs are warm [see @hill2019, p. 3; -@fen2014].\n"
    (group,) = scan(text).groups
    assert group.bracketed
    assert written(text, group.span) == "[see @hill2019, p. 3; -@fen2014]"
    assert [written(text, each.span) for each in group.citations] == ["@hill2019", "-@fen2014"]
    assert [written(text, each.key_span) for each in group.citations] == ["hill2019", "fen2014"]
    assert [each.author_suppressed for each in group.citations] == [False, True]


def test_in_text_with_locator() -> None:
    """Brackets behind a key in the text belong to its group."""
    text = "As @hill2019 [p. 3; @fen2014] says.\n"
    (group,) = scan(text).groups
    assert not group.bracketed
    assert written(text, group.span) == "@hill2019 [p. 3; @fen2014]"
    assert [each.key for each in group.citations] == ["hill2019", "fen2014"]


def test_comma_makes_two_groups() -> None:
    """A key behind a comma is a group of its own inside the other, not in brackets."""
    text = "Warm [@hill2019, @fen2014].\n"
    outer, inner = scan(text).groups
    assert (outer.bracketed, inner.bracketed) == (True, False)
    assert outer.span.start < inner.span.start < inner.span.end < outer.span.end


def test_braced_key() -> None:
    """Braces belong to the citation, not to the key."""
    text = "So @{https://example.org/a?b=c} says.\n"
    (citation,) = scan(text).citations
    assert citation.braced
    assert written(text, citation.key_span) == "https://example.org/a?b=c"
    assert written(text, citation.span) == "@{https://example.org/a?b=c}"


@pytest.mark.parametrize("reference", ["@tbl:hives", "@fig:yield", "@sec:methods"])
def test_cross_reference(reference: str) -> None:
    """Keys with a reserved prefix are cross-references, whether in brackets or not."""
    text = f"See {reference} and [{reference}; @hill2019].\n"
    found = scan(text)
    assert [each.label for each in found.cross_references] == [reference[1:]] * 2
    assert [written(text, each.span) for each in found.cross_references] == [reference] * 2
    assert [each.key for each in found.citations] == ["hill2019"]


@pytest.mark.parametrize(
    "text",
    [
        "@hill2019. Text.\n",
        "- @hill2019) Text.\n",
        "> @hill2019. Text.\n",
        "A[^1].\n\n[^1]: @hill2019. Text.\n",
    ],
)
def test_citation_lost_to_an_example_list(text: str) -> None:
    """A key with a period or parenthesis at the start of a block is lost, and we know where."""
    found = scan(text)
    assert found.citations == ()
    assert [written(text, each.span) for each in found.lost_citations] == ["@hill2019"]
    assert [each.key for each in found.lost_citations] == ["hill2019"]


@pytest.mark.parametrize(
    "text", ["(@hill2019) Text.\n", "(@) Text.\n", "[@hill2019]. Text.\n", "@hill2019, Text.\n"]
)
def test_nothing_lost(text: str) -> None:
    """An example in parentheses is one on purpose, and other marks make none."""
    assert scan(text).lost_citations == ()


def test_bare_addresses() -> None:
    """Addresses in the text are known with their place, for a key in them was not meant as one."""
    text = "See https://example.org/@hill2019/a, <https://example.org/@b> and `http://c.org` [d](http://d.org).\n"
    found = scan(text)
    assert [written(text, url) for url in found.urls] == ["https://example.org/@hill2019/a"]
    assert [each.key for each in found.citations] == ["hill2019/a"]


def test_places_in_lifted_text() -> None:
    """Places are right inside lists, quotes, notes, tables and behind tabs."""
    text = (
        "> - a\n>   lazy @one\n\n| a\t| b |\n|---|---|\n| x | @two |\n\n"
        "1.\tb\n\n\t@three[^n]\n\n[^n]: c\n\n    @four\n"
    )
    places = [written(text, each.span) for each in scan(text).citations]
    assert places == ["@one", "@two", "@three", "@four"]


def test_a_long_key_at_the_start_of_a_block() -> None:
    """A key that might have been the label of an example is read in no time, however long it is."""
    key = "a" * 400
    assert [citation.key for citation in scan(f"@{key} says, and\n\n@{key}_{key}-b too.\n").citations] == [
        key,
        f"{key}_{key}-b",
    ]


def test_a_long_bare_address() -> None:
    """An address with brackets that are never closed is read in no time."""
    address = "https://a.example/(" + "b,c.d" * 400
    (url,) = scan(f"See {address} there.\n", "rmarkdown").links
    assert url.target.startswith(address)
