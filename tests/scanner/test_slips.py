"""What an author meant and pandoc does not: unclosed marks, broken citations, footnotes without text."""

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import Example, Uncited, Unclosed, UndefinedNote
from reportkit.scanner import scan


def at(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("kind", "text", "mark"),
    [
        ("comment", "Text <!-- a @b\n\nText.\n", "<!--"),
        ("comment", "<!-- a -- >\n", "<!--"),
        ("fence", "Text.\n\n```python\nx = 1\n\nMore.\n", "```python"),
        ("fence", "Text\n``` {.r #b}\nx\n", "``` {.r #b}"),
        ("fence", "~~~\nx\n", "~~~"),
        ("fence", "````\nx\n```\n", "````"),
        ("fence", "- ```\n  x\n\ny\n", "```"),
        ("div", "::: {.note}\nText.\n", "::: {.note}"),
        ("div", "::: a\n:::: b\n:::\n\nText.\n", "::: a"),
        ("div", "<div class='a'>\nText.\n", "<div class='a'>"),
        ("math", "So $$x = 1 is so.\n", "$$"),
        ("math", "So\n\n$$\nx\n\ny\n", "$$"),
    ],
)
def test_unclosed(kind: str, text: str, mark: str) -> None:
    """The opening mark is known with its place."""
    first, *_ = scan(text).unclosed
    assert first == Unclosed(kind, at(text, mark))


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a -->\n",
        "```\nx\n```\n",
        "``` a ``` b\n",
        "```python title\nx\n```\n",
        "::: a\n:::\n",
        "<div>\n</div>\n",
        "$$x$$ and $5 and $6\n",
        "`<!--` \\$$ `$$` $$$\n",
        "    ```\n",
        "Text ``` text\n",
    ],
)
def test_closed(text: str) -> None:
    """What is closed, escaped, code or money is no slip."""
    assert scan(text).unclosed == ()


@pytest.mark.parametrize(
    ("kind", "markup", "key"),
    [
        ("glued", "work@hill2019", "hill2019"),
        ("glued", "[see work@hill2019]", "hill2019"),
        ("glued", "word@{hill 2019}", None),
        ("glued", "work@{hill:2019}", "hill:2019"),
        ("glued", "work@smith.2019", "smith.2019"),
        ("blank", "@{hill 2019}", "hill 2019"),
        ("blank", "[@{hill\n2019}]", "hill\n2019"),
        ("blank", "[see @{hill 2019}, p. 3; @fen2014]", "hill 2019"),
    ],
)
def test_uncited(kind: str, markup: str, key: str | None) -> None:
    """What looks like a citation is known with its key."""
    text = f"The {markup} says.\n"
    (uncited,) = scan(text).uncited
    if key is None:
        assert uncited.kind == "blank"
    else:
        mark = f"@{key}" if f"@{key}" in text else f"@{{{key}}}"
        assert uncited == Uncited(kind, key, at(text, mark))


@pytest.mark.parametrize(
    "markup",
    [
        "me@example.org",
        "a.b@mail.example.co.uk,",
        "https://example.org/me@here",
        "`word@hill2019`",
        "[@hill2019]",
        "*@hill2019*",
        "\\@hill2019",
        "word\\@hill2019",
        "@{hill2019}",
        "a @ b",
        "[a](b@c)",
        "$a@b$",
    ],
)
def test_nothing_uncited(markup: str) -> None:
    """Addresses, code, escapes and real citations are no slips."""
    assert scan(f"See {markup} there.\n").uncited == ()


def test_undefined_note() -> None:
    """A call without a footnote is known; so is one inside a footnote."""
    text = "A[^a] b[^b].\n\n[^a]: See[^c].\n"
    assert scan(text).undefined_notes == (
        UndefinedNote("b", at(text, "[^b]")),
        UndefinedNote("c", at(text, "[^c]")),
    )


def test_labels_of_examples() -> None:
    """Only the label of an item is one; references to it and items without a label are none."""
    text = "(@good) Walked.\n\n(@) Ran.\n\n- (@bad) Fell, as (@good) did.\n"
    assert scan(text).examples == (Example("good", at(text, "@good")), Example("bad", at(text, "@bad")))
