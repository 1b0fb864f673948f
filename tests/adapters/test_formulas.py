"""Formulas of a page drawn for print."""

from base64 import b64decode
from xml.etree.ElementTree import Element, fromstring

import pytest

from reportkit.adapters.formulas import draw_formulas
from reportkit.errors import BuildError


def page(formula: str, language: str = "en-GB") -> Element:
    """A page with a formula within a paragraph."""
    math = f'<math xmlns="http://www.w3.org/1998/Math/MathML">{formula}</math>'
    return fromstring(f'<html lang="{language}"><p>Half is {math} of it.</p></html>')  # noqa: S314 - our own


HALF = "<mfrac><mn>1</mn><mn>2</mn></mfrac>"


def test_a_drawing_takes_the_place_of_a_formula() -> None:
    """It says the formula in words, grows with the text around it, and leaves that text as it is."""
    root = page(f"<semantics>{HALF}<annotation>\\frac{{1}}{{2}}</annotation></semantics>")
    draw_formulas(root)
    (image,) = root.iter("img")
    assert image.get("alt") == "1 over 2"
    assert image.get("lang") is None
    assert (root[0].text, image.tail) == ("Half is ", " of it.")
    assert "em;height:auto;vertical-align:-" in image.get("style", "")
    svg = b64decode(image.get("src", "").partition(",")[2])
    assert svg.count(b"<path") == 2
    assert b"<text" not in svg


def test_the_words_are_english() -> None:
    """In a page in another language they say so."""
    root = page(HALF, "de")
    draw_formulas(root)
    assert root[0][0].get("lang") == "en"


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("<mtext>日</mtext>", "this formula cannot be drawn: no font has 日: 日"),
        ("<mfoo><mn>7</mn></mfoo>", "this formula cannot be drawn: 7"),
        ("<menclose notation='box'><mi>x</mi></menclose>", "this formula cannot be drawn: x"),
        ("<mphantom><mi>x</mi></mphantom><mi>y</mi>", "this formula cannot be drawn: x y"),
    ],
)
def test_a_formula_that_would_lose_something_is_refused(formula: str, message: str) -> None:
    """A sign that no font has, an element that is unknown, something drawn without its meaning."""
    with pytest.raises(BuildError) as refused:
        draw_formulas(page(formula))
    assert refused.value.message == message
