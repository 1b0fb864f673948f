"""What stands before the contents."""

from reportkit.assemble.front import split_front
from tests.assemble.reading import blocks_of


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
