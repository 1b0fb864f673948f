"""YAML blocks: their keys with the values as written."""

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import MetadataEntry
from reportkit.scanner import scan


def at(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("entry", "key", "value"),
    [
        ("title: Hives", "title", "Hives"),
        ('title: "Hives: *all*"', "title", '"Hives: *all*"'),
        ("'my key' : [a, b]", "my key", "[a, b]"),
        ("author:\n  - name: Hill\n    orcid: 1\n  - Fen", "author", "- name: Hill\n    orcid: 1\n  - Fen"),
        ("abstract: |\n  One.\n\n  Two.", "abstract", "|\n  One.\n\n  Two."),
        ("empty:", "empty", ""),
        ("nested: {a: {b: c}}", "nested", "{a: {b: c}}"),
    ],
)
def test_entry(entry: str, key: str, value: str) -> None:
    """An entry spans key and value; keys further inside are none."""
    text = f"---\nfirst: 1\n{entry}\nlast: 2\n---\n\nText.\n"
    entries = scan(text).metadata
    assert [each.key for each in entries] == ["first", key, "last"]
    written = entry.split(":", maxsplit=1)[0].rstrip()
    assert entries[1] == MetadataEntry(key, value, at(text, entry), at(text, written))


def test_every_block() -> None:
    """A chapter may have several blocks; a key may come twice."""
    text = "---\na: 1\na: 2\n---\n\nText.\n\n---\nb: 3\n...\n"
    assert [(each.key, each.text) for each in scan(text).metadata] == [("a", "1"), ("a", "2"), ("b", "3")]


@pytest.mark.parametrize("text", ["---\na: [1\n---\n", "---\n- a\n---\n", "a: b\n", "---\n\na: b\n---\n"])
def test_no_entries(text: str) -> None:
    """Broken YAML, a list and running text have no entries."""
    assert scan(text).metadata == ()
