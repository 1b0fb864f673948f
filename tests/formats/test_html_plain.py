"""What the page is spared, and what its tables say."""

import json

from reportkit.formats.document.html_plain import without_ballast, written_plainly
from tests.assemble.reading import blocks_of, html_of

TABLE = """
+-------+-------+
| Bone  | Weeks |
+=======+=======+
| Wrist | 6     |
+-------+-------+
"""


def test_heads_say_what_they_head() -> None:
    """The column, the row, or the rows below a title."""
    table = blocks_of(TABLE)[0]
    body = table["c"][4][0]
    body[1], body[2] = 1, [[["", [], []], [[["", [], []], {"t": "AlignDefault"}, 1, 2, blocks_of("Arms")]]]]
    html = html_of(without_ballast([json.loads(json.dumps(table))]))
    assert html.count('scope="col"') == 2
    assert 'scope="rowgroup"' in html.partition("Arms")[0].rpartition("<th")[2]
    assert 'scope="row"' in html.partition("Wrist")[0].rpartition("<th")[2]


def test_what_stands_at_the_left_is_not_said_to() -> None:
    """It stands there anyway; what stands at the right is."""
    html = html_of(without_ballast(blocks_of("| a | b |\n|:--|--:|\n| 1 | 2 |")))
    assert "left" not in html
    assert html.count("text-align: right") == 2


def test_a_citation_does_not_repeat_its_keys() -> None:
    """The page shows its number, and its link has the key."""
    assert html_of(without_ballast(blocks_of("[@reed2020]"))) == (
        '<p><span class="citation">[@reed2020]</span></p>\n'
    )


def test_nothing_else_is_lost() -> None:
    """Elements are written as HTML has them; text and drawings stay as they are."""
    html = "<p>a<br />\nb</p>\n<dl>\n<dt>Bone</dt>\n<dd>\nIt heals.\n</dd>\n</dl>\n"
    plain = "<p>a<br>\nb</p>\n<dl>\n<dt>Bone</dt>\n<dd>It heals.</dd>\n</dl>\n"
    assert written_plainly(html) == plain
    assert written_plainly('<path d="M 0 0"/><br />') == '<path d="M 0 0"/><br>'
