"""Section numbers and identifiers over several chapters."""

import pytest

from reportkit.assemble.outline import outline
from reportkit.model.words import Words
from tests.assemble.reading import blocks_of, html_of


def test_headings_are_numbered_over_all_chapters() -> None:
    """A chapter's sections count from one, chapters from the first to the last."""
    result = outline([blocks_of("# One\n\n## A\n\n## B"), blocks_of("# Two\n\n## C")])
    assert [(e.number, e.title) for e in result.entries] == [
        ("1", "One"),
        ("1.1", "A"),
        ("1.2", "B"),
        ("2", "Two"),
        ("2.1", "C"),
    ]


def test_unnumbered_headings_take_no_number() -> None:
    """An `.unnumbered` chapter is listed without a number and does not move the next one's."""
    result = outline([blocks_of("# Key messages {.unnumbered}"), blocks_of("# One")])
    assert [(e.number, e.title) for e in result.entries] == [("", "Key messages"), ("1", "One")]


def test_equal_headings_get_identifiers_of_their_own() -> None:
    """Two chapters may both have a section `Results`, and a link in each stays in its chapter."""
    result = outline(
        [blocks_of("# A\n\n## Results\n\n[r](#results)"), blocks_of("# B\n\n## Results\n\n[r](#results)")]
    )
    assert [e.id for e in result.entries] == ["a", "results", "b", "results-2"]
    assert 'href="#results-2"' in html_of(result.chapters[1])


@pytest.mark.parametrize("identifier", ["references", "evidence-index", "cite-1", "ref-x2020"])
def test_what_the_toolkit_names_itself_is_taken(identifier: str) -> None:
    """A chapter `References` does not take the place of the list of references."""
    result = outline([blocks_of(f"# Words {{#{identifier}}}\n\n[a](#{identifier})")])
    assert [e.id for e in result.entries] == [f"{identifier}-2"]
    assert f'href="#{identifier}-2"' in html_of(result.chapters[0])


def test_an_identifier_that_stands_twice_stays_at_its_first_place() -> None:
    """Two anchors of one name would keep a draft from being printed."""
    result = outline([blocks_of("[a]{#x} [b]{#x}"), blocks_of("::: {#x}\nc\n:::")])
    assert [html_of(chapter).count('id="x"') for chapter in result.chapters] == [1, 0]


def test_a_section_reference_prints_its_number() -> None:
    """`@sec:` labels print the number where there is one and the title otherwise."""
    result = outline([blocks_of("# One {#sec:one}"), blocks_of("# Notes {#sec:notes .unnumbered}")])
    assert result.labels(Words()) == {"sec:one": "Section 1", "sec:notes": "“Notes”"}


def test_a_tie_in_a_heading_is_plain_text_in_the_contents() -> None:
    """The contents list repeats the words of a heading, not its links."""
    assert outline([blocks_of("# Half, [50%]{ev=a.b}")]).entries[0].title == "Half, 50%"
