"""The contents of a page."""

from reportkit.assemble.outline import Entry
from reportkit.formats.document.page import contents_lines


def test_the_contents_nest_sections_below_their_chapters() -> None:
    """Two levels are listed; deeper headings are not."""
    entries = [
        Entry("a", "A", "1", 1),
        Entry("b", "B", "1.1", 2),
        Entry("c", "C", "1.1.1", 3),
        Entry("d", "D", "2", 1),
    ]
    lines = contents_lines(entries)
    assert [(line.id, [child.id for child in line.children]) for line in lines] == [("a", ["b"]), ("d", [])]


def test_titles_in_the_contents_are_escaped() -> None:
    """A heading with an ampersand or an angle bracket is text, not markup."""
    assert contents_lines([Entry("a", "p < 0.05 & more", "", 1)])[0].title == "p &lt; 0.05 &amp; more"
