"""Numbers tied to evidence, and numbers that need no row."""

import pytest

from reportkit.model.location import Span
from reportkit.scanner import scan


def written(text: str, span: Span) -> str:
    """What stands in a text at a span."""
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("markup", "inner", "rows", "field"),
    [
        ("[97.5%]{ev=roof}", "97.5%", "roof", None),
        ("[10 of 24]{ev='a b'}", "10 of 24", "a b", None),
        ('[x]{.c ev="a b" field=share #id}', "x", "a b", "share"),
        ("[]{ev=roof}", "", "roof", None),
        ("[**97.5%**\nof all [@hill2019]]{ev=roof}", "**97.5%**\nof all [@hill2019]", "roof", None),
        ("[x]{\n ev=roof }", "x", "roof", None),
    ],
)
def test_tie(markup: str, inner: str, rows: str, field: str | None) -> None:
    """A tie knows where it stands, where its text and its rows stand, and which field is meant."""
    text = f"The yield was {markup} on roofs.\n"
    (tie,) = scan(text).ties
    assert written(text, tie.span) == markup
    assert written(text, tie.text_span) == inner
    assert written(text, tie.rows_span) == rows
    assert tie.rows == tuple(rows.split())
    assert tie.field == field


@pytest.mark.parametrize(
    "before", ["# A heading: ", "- ", "> ", "| a | b |\n|---|---|\n| ", "Text^[", ": ", "*", '"see ', "**x**"]
)
def test_tie_anywhere(before: str) -> None:
    """Ties are found in every kind of block and inside other markup."""
    text = f"Term\n\n{before}[97.5%]{{ev=roof}}]* | x\n"
    assert [tie.rows for tie in scan(text).ties] == [("roof",)]


@pytest.mark.parametrize(
    "markup", ["`[1]{ev=a}`", "\\[1]{ev=a}", "[1] {ev=a}", "[1]{ev=a", "<!-- [1]{ev=a} -->"]
)
def test_no_tie(markup: str) -> None:
    """Code, escapes and broken attributes tie nothing."""
    assert scan(f"Text {markup} text.\n").ties == ()


@pytest.mark.parametrize("kind", ["quoted", "structural"])
def test_exemption(kind: str) -> None:
    """Two classes say that a number needs no row."""
    text = f"They wrote [about 50%]{{.other .{kind}}}.\n"
    (exemption,) = scan(text).exemptions
    assert exemption.kind == kind
    assert written(text, exemption.text_span) == "about 50%"


def test_other_spans_exempt_nothing() -> None:
    """Other classes mean nothing to us."""
    assert scan("[50%]{.important}\n").exemptions == ()
