"""Markup that must not reach a document."""

import pytest

from reportkit.assemble.sanitise import sanitise
from tests.assemble.reading import blocks_of, html_of


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "text <script>alert(1)</script> text",
        '<img src="x" onerror="alert(1)">',
        '[text]{onclick="alert(1)"}',
        '# Head {onmouseover="alert(1)"}',
        "[link](javascript:alert)",
        "[link](JavaScript:alert)",
        "[link](data:text/html,alert)",
        '<div onclick="alert(1)">\n\ntext\n\n</div>',
        "`alert(1)`{=html}",
        "| a |\n|---|\n| <b onclick=alert>x</b> |",
    ],
)
def test_script_never_reaches_the_document(markdown: str) -> None:
    """Neither raw HTML, event attributes nor script links survive."""
    html = html_of(sanitise(blocks_of(markdown))).lower()
    assert "alert" not in html
    assert "<script" not in html


def test_a_mark_stays_where_markup_stood() -> None:
    """An author who used raw HTML sees where it was removed."""
    assert '<span class="missing">[raw markup removed]</span>' in html_of(sanitise(blocks_of("a <b>c</b>")))


def test_a_removed_link_leaves_its_words_and_a_mark() -> None:
    """Nothing vanishes in silence: the author sees that the words lead nowhere now."""
    html = html_of(sanitise(blocks_of("[words](javascript:x)")))
    assert 'words<span class="missing">[link removed]</span>' in html


@pytest.mark.parametrize("name", ["missing", "citing-place", "tie", "item", "caption-number"])
def test_authors_cannot_pass_for_the_toolkit(name: str) -> None:
    """A class by which the toolkit knows its own work is taken off an author's."""
    assert sanitise(blocks_of(f"[words]{{.{name} .note}}")) == blocks_of("[words]{.note}")


def test_a_note_that_is_not_there_leaves_a_mark() -> None:
    """Pandoc prints the call as text; code may well hold such a thing."""
    html = html_of(sanitise(blocks_of("Words[^a], more[^b] and `[^c]`.\n\n[^a]: Note.")))
    assert html.count("missing") == 1
    assert 'more<span class="missing">[no such note: b]</span> and' in html
    assert "<code>[^c]</code>" in html


def test_the_description_of_an_image_is_plain() -> None:
    """Pandoc repeats a caption there; its citations and notes would be counted twice."""
    (figure,) = sanitise(blocks_of("![Half *could* walk [@x2020]^[Note.]](walk.png)"))
    assert html_of([figure]).count("x2020") == html_of([figure]).count("Note.") + 1
    assert 'alt="Half could walk"' in html_of([figure])


def test_ordinary_links_and_ties_are_untouched() -> None:
    """Web links, local links and `ev` attributes pass."""
    blocks = blocks_of("[a](https://example.org/x:y) [b](#c) [1%]{ev=row.one field=estimate} [d](e.md)")
    assert sanitise(blocks) == blocks


@pytest.mark.parametrize(
    "text", ["a <!-- b --> c", "<!-- a\nb -->\n\nc", "a\n\n<!-- rk: off[NUM024] doses -->\n\nb"]
)
def test_comments_leave_nothing(text: str) -> None:
    """A comment, such as one for the check, is neither printed nor marked."""
    html = html_of(sanitise(blocks_of(text)))
    assert "<!--" not in html
    assert "missing" not in html


def test_a_comment_hides_no_markup() -> None:
    """What stands behind a comment is still removed and marked."""
    assert "raw markup removed" in html_of(sanitise(blocks_of("<!-- a --><script>b</script>\n")))
