"""Headings, labels, items, images, footnotes and raw HTML, each with its place."""

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import Footnote, Heading, Image, ItemPlace, Label
from reportkit.scanner import scan


def at(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    return Span(text.index(part), text.index(part) + len(part))


def test_headings() -> None:
    """A heading has a level, its text without markup, and its explicit identifier."""
    text = "# One *two* {#sec:one .x}\n\nThree @a\n---\n"
    assert scan(text).headings == (
        Heading(1, "One two", at(text, "# One *two*"), "sec:one"),
        Heading(2, "Three \ufffc", at(text, "Three @a"), None),
    )


def test_labels() -> None:
    """Identifiers of headings, divs, spans, images and tables are labels of their kind."""
    text = (
        "# A {#sec:a}\n\n::: {#tbl:b .table item=c}\n:::\n\n::: {#d}\n:::\n\n[e]{#f} ![g](h.png){#fig:i}\n\n"
        "| j |\n|---|\n| k |\n\n: Caption {#tbl:l}\n"
    )
    assert scan(text).labels == (
        Label("sec:a", at(text, "sec:a"), "heading"),
        Label("tbl:b", at(text, "tbl:b"), "table"),
        Label("d", Span(text.index("{#d}") + 2, text.index("{#d}") + 3), "div"),
        Label("f", Span(text.index("{#f}") + 2, text.index("{#f}") + 3), "span"),
        Label("fig:i", at(text, "fig:i"), "image"),
        Label("tbl:l", at(text, "tbl:l"), "table"),
    )


@pytest.mark.parametrize("kind", ["table", "figure"])
def test_item(kind: str) -> None:
    """A div with class and item places an item; its place covers both fences."""
    div = f"::: {{#tbl:yield .{kind} item=roof-yield}}\n:::"
    text = f"Text.\n\n{div}\n\nMore.\n"
    assert scan(text).items == (ItemPlace("roof-yield", "tbl:yield", kind, at(text, div)),)


def test_item_without_label_or_end() -> None:
    """The label may be missing, and the closing fence, too."""
    (item,) = scan("::: {.table item=a}\n\nText.\n").items
    assert item.label is None


@pytest.mark.parametrize("opening", ["::: table", "::: {.table}", "::: {item=a}", ":: {.table item=a}"])
def test_no_item(opening: str) -> None:
    """Without class or item a div places nothing."""
    assert scan(f"{opening}\n:::\n").items == ()


def test_images() -> None:
    """An image has a target as written and the text that stands for it."""
    text = '![Hives *on* roofs](<a b.png> "title"){width=50%}\n'
    assert scan(text).images == (
        Image("a b.png", "Hives on roofs", Span(0, len(text) - 1), at(text, "a b.png")),
    )


def test_footnotes() -> None:
    """A footnote knows its calls; of two with one label the later is called."""
    text = "A[^a] b[^b] c[^a]\n\n[^a]: old\n[^a]: new\n\n[^c]: never\n"
    first, second = Span(1, 5), Span(13, 17)
    assert scan(text).footnotes == (
        Footnote("a", at(text, "[^a]: old"), ()),
        Footnote("a", at(text, "[^a]: new"), (first, second)),
        Footnote("c", at(text, "[^c]: never"), ()),
    )


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("a <b c='d'>e</b>\n", ["<b c='d'>", "</b>"]),
        ("a <span>e</span>\n", ["<span>", "</span>"]),
        ("<div>\na\n</div>\n", ["<div>", "</div>"]),
        ("<script>\na\n</script>\n", ["<script>\na\n</script>"]),
        ("a <!-- b --> c\n\n<!-- d -->\n", []),
        ("`<b>` and \\<b> and a < b\n", []),
        ("<https://example.org>\n", []),
    ],
)
def test_raw_html(text: str, raw: list[str]) -> None:
    """Every tag is raw HTML with its place; comments and addresses are none."""
    found = scan(text).raw_html
    assert [each.text for each in found] == raw
    assert [text[each.span.start : each.span.end] for each in found] == raw
