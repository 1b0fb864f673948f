"""Links with their text and target."""

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import Image, Link
from reportkit.scanner import scan


def at(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("markup", "target", "words"),
    [
        ("[the *hive*](#hive)", "#hive", "the hive"),
        ('[hive](<a b.md> "title"){.x}', "a b.md", "hive"),
        ("[@hill2019 says](@fen2014)", "@fen2014", "\ufffc says"),
        ("<https://example.org/a>", "https://example.org/a", "https://example.org/a"),
        ("<me@example.org>", "me@example.org", "me@example.org"),
        ("[](empty.md)", "empty.md", ""),
    ],
)
def test_link(markup: str, target: str, words: str) -> None:
    """A link spans its markup; its target is what is written."""
    text = f"See {markup} here.\n"
    span = at(text, target)
    assert scan(text).links == (Link(target, words, at(text, markup), span),)


@pytest.mark.parametrize("markup", ["[the hive]", "[the hive][]", "[here][the hive]", "[here][The  Hive]"])
def test_link_by_reference(markup: str) -> None:
    """A link by reference leads to the address of its definition."""
    text = f"See {markup}.\n\n[the hive]: <roof.md> 'A roof'\n"
    words = "the hive" if markup.startswith("[the") else "here"
    assert scan(text).links == (Link("roof.md", words, at(text, markup), at(text, "roof.md")),)


def test_later_definition_counts() -> None:
    """Of two definitions pandoc takes the later, and any before a heading of that name."""
    text = "# A\n\n[a]\n\n[a]: one\n[a]: two\n\n# A\n"
    assert [link.target for link in scan(text).links] == ["two"]


def test_image_by_reference() -> None:
    """An image may have its file in a definition, too."""
    text = "![Hives][hives]\n\n[hives]: hives.png\n"
    assert scan(text).images == (
        Image("hives.png", "Hives", at(text, "![Hives][hives]"), at(text, "hives.png")),
    )


@pytest.mark.parametrize("markup", ["[none]", "[A]", "`[a](b)`", "\\[a](b)", "![a](b)", "[a]{.b}", "[@a]"])
def test_no_link(markup: str) -> None:
    """Undefined keys, titles of headings, code and images make no link that could be wrong."""
    assert scan(f"# A\n\nSee {markup}.\n").links == ()


def test_citation_before_link() -> None:
    """Brackets behind a key are a link where they are defined."""
    text = "So @hill2019 [roofs] says.\n\n[roofs]: roofs.md\n"
    found = scan(text)
    assert [link.text for link in found.links] == ["roofs"]
    assert [citation.key for citation in found.citations] == ["hill2019"]


def test_labels_of_links_and_code() -> None:
    """Links and code may have identifiers."""
    text = "[a](b){#l} `c`{#c}\n\n``` {#d .python}\ne\n```\n"
    assert [(label.label, label.kind) for label in scan(text).labels] == [
        ("l", "link"),
        ("c", "code"),
        ("d", "code"),
    ]
