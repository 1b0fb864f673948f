"""Prose: what the reader of the document sees, with the place of each character."""

import pytest

from reportkit.model.tokens import ProseKind
from reportkit.scanner import scan

CITED = "\ufffc"


def prose(text: str) -> list[tuple[str, str]]:
    """Kinds and texts of the prose of a chapter."""
    return [(each.kind.value, each.text) for each in scan(text).prose]


@pytest.mark.parametrize(
    ("markup", "visible"),
    [
        ("*em* **st** ~~no~~ x^2^ H~2~O", "em st no x2 H2O"),
        ("a `code` b", "a  b"),
        ("a $x^2$ b $$y$$ c", "a  b  c"),
        ("a <!-- gone --> b", "a  b"),
        ("a <b>b</b> c<br/>", "a b c"),
        ("a [b *c*](target 'title'){.d} e", "a b c e"),
        ("a [97.5%]{ev=row} b [c]{.quoted} d", "a 97.5% b c d"),
        ("a [@hill2019; @fen2014] b @moor2011 [p. 3] c", f"a {CITED} b {CITED} c"),
        ("a @tbl:hives b", f"a {CITED} b"),
        ("a \\* b \\@c &lt; &amp;", "a * b @c < &"),
        ("a\nb  \nc\\\nd", "a b c d"),
        ("a <https://example.org> b", "a https://example.org b"),
        ("a[^1] b\n\n[^1]: c", "a b"),
        ("a \\textbf{b} c", "a  c"),
        ("[no link] and [this][that]", "[no link] and [this][that]"),
        ("a 'b' \"c\" -- d...", "a 'b' \"c\" -- d..."),
        ("an *open star and [bracket", "an *open star and [bracket"),
        ("![alt *text*](image.png){#fig:a}", "alt text"),
    ],
)
def test_visible_text(markup: str, visible: str) -> None:
    """Markup, code, comments and targets are gone; a citation leaves one sign."""
    assert prose(markup + "\n")[0] == ("paragraph", visible)


def test_kinds() -> None:
    """Each block is prose of its own and knows where it stands."""
    text = (
        "# Title {#sec:a}\n\nPara\ntwo lines.\n\n- item\n\n  more\n\nTerm\n:   def\n\n> quote\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n: Caption\n\n| line\n| block\n\nX[^1]^[inline]\n\n[^1]: note\n"
    )
    assert prose(text) == [
        ("heading", "Title"),
        ("paragraph", "Para two lines."),
        ("list-item", "item"),
        ("list-item", "more"),
        ("list-item", "Term"),
        ("list-item", "def"),
        ("paragraph", "quote"),
        ("table", "a\tb"),
        ("table", "c\td"),
        ("table", "Caption"),
        ("paragraph", "line"),
        ("paragraph", "block"),
        ("paragraph", "X"),
        ("footnote", "inline"),
        ("footnote", "note"),
    ]


def test_places() -> None:
    """Each character points to where it is written; a soft break to the end of its line."""
    text = "> A *b*\n> [97.5%]{ev=r}\tc \\* [@hill2019]\n"
    (paragraph,) = scan(text).prose
    assert paragraph.text == f"A b 97.5% c * {CITED}"
    pairs = list(zip(paragraph.text, (text[offset] for offset in paragraph.offsets), strict=True))
    assert [pair for pair in pairs if pair[0] != pair[1]] == [(" ", "\n"), (" ", "\t"), (CITED, "[")]


def test_span_of_a_stretch() -> None:
    """A stretch of prose leads back to the characters around it."""
    text = "- was **97.5%** here\n"
    (item,) = scan(text).prose
    span = item.span(item.text.index("97"), item.text.index("%") + 1)
    assert text[span.start : span.end] == "97.5%"


def test_code_blocks_are_no_prose() -> None:
    """Code, raw HTML blocks, comments and LaTeX environments leave no prose."""
    text = "    code\n\n```\ncode\n```\n\n<!-- comment -->\n\n<pre>raw</pre>\n\n\\begin{x}\nraw\n\\end{x}\n"
    assert prose(text) == []


def test_uncalled_footnote_is_no_prose() -> None:
    """A footnote that nothing calls is not printed."""
    assert prose("Text.\n\n[^1]: Never called.\n") == [(ProseKind.PARAGRAPH.value, "Text.")]
