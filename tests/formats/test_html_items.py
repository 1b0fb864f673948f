"""Tables and figures in HTML."""

from reportkit.assemble.tree import div, markup
from reportkit.formats.document.html_items import with_html_figures
from tests.assemble.reading import blocks_of, html_of


def test_a_table_gets_its_caption_beside_the_box_that_scrolls() -> None:
    """On a phone the caption stays readable while the table scrolls."""
    table = blocks_of("| a |\n|---|\n| 1 |\n\n: The caption")
    html = html_of(with_html_figures([div(("tbl:x", ("item", "table"), ()), table)]))
    assert '<figure id="tbl:x" class="item table">' in html
    assert html.index("The caption") < html.index('class="scroll"') < html.index("<table")
    assert "<caption>" not in html


def test_a_figure_gets_its_caption_below() -> None:
    """The drawing comes first, its caption after it, both in one figure element."""
    figure = {
        "t": "Figure",
        "c": [["", [], []], [None, blocks_of("Caption")], [markup("<svg></svg>")]],
    }
    parts = [figure, *blocks_of("The notes")]
    html = html_of(with_html_figures([div(("fig:x", ("item", "figure"), ()), parts)]))
    order = ["<svg>", "<figcaption", "Caption", "The notes", "</figcaption></figure>"]
    assert [html.index(part) for part in order] == sorted(html.index(part) for part in order)
    assert html.count("<figure") == 1
