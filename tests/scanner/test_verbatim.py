"""Code and comments: what is written there is not read."""

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import Code, Comment
from reportkit.scanner import scan


def at(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize("comment", ["<!-- a -->", "<!--\na\n\n@b\n-->", "<!---->", "<!-- rk: off -->"])
@pytest.mark.parametrize(
    "frame", ["{}\n", "Text {} text.\n", "- {}\n", "# Title {}\n", "A\n{}\nB\n", "> {}\n"]
)
def test_comment(comment: str, frame: str) -> None:
    """A comment knows what stands between its marks, between blocks and inside them."""
    if "\n\n" in comment and frame != "{}\n":
        return
    text = frame.format(comment if not frame.startswith(">") else comment.replace("\n", "\n> "))
    (found,) = scan(text).comments
    assert found.span == Span(text.index("<!"), text.index("-->") + 3)
    if not frame.startswith(">"):
        assert found == Comment(comment[4:-3], at(text, comment))


@pytest.mark.parametrize(
    "text", ["`<!-- a -->`\n", "    <!-- a -->\n", "<pre><!-- a --></pre>\n", "<!-- a\n"]
)
def test_no_comment(text: str) -> None:
    """Comments in code and unclosed ones are none."""
    assert scan(text).comments == ()


@pytest.mark.parametrize(
    ("markup", "inside"),
    [("`x @a`", "x @a"), ("`` a`b ``", " a`b "), ("`x`{.r}", "x"), ("`r 1 + 1`", "r 1 + 1")],
)
def test_code_span(markup: str, inside: str) -> None:
    """A code span with its marks and attributes."""
    text = f"See {markup}.\n"
    assert scan(text).code == (Code(inside, at(text, markup), is_block=False),)


@pytest.mark.parametrize(
    ("block", "inside"),
    [
        ("```\na\n\n  @b\n```", "a\n\n  @b"),
        ("~~~ {.r}\na\n~~~~", "a"),
        ("```python\n```", ""),
        ("    a\n\n      @b", "a\n\n  @b"),
    ],
)
def test_code_block(block: str, inside: str) -> None:
    """A code block with its fences or indentation."""
    text = f"Text.\n\n{block}\n\nMore.\n"
    assert scan(text).code == (Code(inside, at(text, block), is_block=True),)


def test_code_in_quote() -> None:
    """The marks of a quote are no part of the code, but stand within its span."""
    text = "> ```\n> a\n> b\n> ```\n"
    assert scan(text).code == (Code("a\nb", Span(2, len(text) - 1), is_block=True),)


@pytest.mark.parametrize("markup", ["`<b>`{=html}", "```{=html}\n<b>\n```"])
def test_raw_text_is_no_code(markup: str) -> None:
    """What is passed through to one format is not shown as code."""
    assert scan(f"{markup}\n").code == ()
