"""Bars for reviewers stand beside passages whose words, sources or targets are new."""

from xml.etree.ElementTree import fromstring

import pytest

from reportkit.adapters.reviewers_copy.changes import changed_passages

CITED = '<span class="citation" data-cites="{key}">[{number}]</span>'


@pytest.mark.parametrize(
    ("passage", "earlier", "is_changed"),
    [
        ("<p>One two.</p>", "<p>One\ntwo.</p>", False),
        ("<p>One three.</p>", "<p>One two.</p>", True),
        (f"<p>a {CITED.format(key='x', number=2)}</p>", f"<p>a {CITED.format(key='x', number=1)}</p>", False),
        (f"<p>a {CITED.format(key='y', number=1)}</p>", f"<p>a {CITED.format(key='x', number=1)}</p>", True),
        (
            '<p><a class="xref" href="#t">Table 2</a></p>',
            '<p><a class="xref" href="#t">Table 1</a></p>',
            False,
        ),
        ("<table><tr><td>1</td></tr></table>", "<table><tr><td>2</td></tr></table>", True),
        ('<p>a <span class="cited">p. 1</span></p>', '<p>a <span class="cited">p. 2</span></p>', False),
    ],
)
def test_what_counts_as_changed(passage: str, earlier: str, *, is_changed: bool) -> None:
    """A number that moved with others is no change; another word, cell, source or target is."""
    page = fromstring(f"<body>{passage}</body>")  # noqa: S314 - written above
    assert bool(changed_passages(page, fromstring(f"<body>{earlier}</body>"))) == is_changed  # noqa: S314


def test_an_item_is_not_changed_with_the_list_inside_it() -> None:
    """The bar stands beside the inner item alone."""
    page = fromstring("<ul><li>a<ul><li>c</li></ul></li></ul>")  # noqa: S314
    changed = changed_passages(page, fromstring("<ul><li>a<ul><li>b</li></ul></li></ul>"))  # noqa: S314
    assert [element.text for element in changed] == ["c"]
