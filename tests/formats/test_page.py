"""The title block, the contents and the order of the parts of a page."""

from reportkit.assemble.outline import Entry
from reportkit.formats.document.page import contents_lines, split_front
from tests.assemble.reading import blocks_of


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


def test_key_messages_stand_before_the_contents() -> None:
    """The first chapter goes to the front if it is marked as the key messages."""
    front, body = split_front(blocks_of("# Key {.key-messages}\n\ntext\n\n# One\n\nmore"))
    assert [block["t"] for block in front] == ["Header", "Para"]
    assert [block["t"] for block in body] == ["Header", "Para"]


def test_a_review_without_key_messages_has_no_front() -> None:
    """Nothing is moved where no chapter is marked."""
    blocks = blocks_of("# One\n\ntext")
    assert split_front(blocks) == ([], blocks)


def test_key_messages_with_notes_stay_in_the_text() -> None:
    """Notes are numbered in one sequence, which a separate front would break."""
    blocks = blocks_of("# Key {.key-messages}\n\ntext^[note]\n\n# One\n\nmore")
    assert split_front(blocks) == ([], blocks)
