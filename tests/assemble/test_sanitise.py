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


def test_ordinary_links_and_ties_are_untouched() -> None:
    """Web links, local links and `ev` attributes pass."""
    blocks = blocks_of("[a](https://example.org/x:y) [b](#c) [1%]{ev=row.one field=estimate} [d](e.md)")
    assert sanitise(blocks) == blocks
