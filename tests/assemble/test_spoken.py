"""Formulas in words."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from reportkit.assemble.spoken import spoken, unspeakable


def formula(mathml: str) -> Element:
    """The MathML of a formula, parsed."""
    return fromstring(f"<math>{mathml}</math>")  # noqa: S314 - our own


@pytest.mark.parametrize(
    ("mathml", "words"),
    [
        ("<mfrac><mn>12</mn><mn>50</mn></mfrac>", "12 over 50"),
        (
            "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>",
            "the fraction a plus b over 2, end of fraction",
        ),
        ("<msup><mi>I</mi><mn>2</mn></msup><mo>≥</mo><mn>40</mn>", "capital I squared is at least 40"),
        (
            "<msup><mn>10</mn><mrow><mo>−</mo><mn>4</mn></mrow></msup>",
            "10 to the power of minus 4, end of power",
        ),
        ("<msub><mi>τ</mi><mi>i</mi></msub>", "tau sub i"),
        ("<msqrt><mi>n</mi></msqrt><mo>×</mo><mn>2</mn>", "the square root of n, end of root, times 2"),
        ("<mover><mi>p</mi><mo>̂</mo></mover>", "p hat"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>k</mi></munderover>",
            "the sum from i equals 1 to k of",
        ),
        ("<mi>Ω</mi><mo>∼</mo><mtext>all of them</mtext>", "capital omega tilde operator all of them"),
    ],
)
def test_a_formula_read_aloud(mathml: str, words: str) -> None:
    """Numbers, letters, signs and where a fraction or root ends are said."""
    assert spoken(formula(mathml)) == words


def test_what_has_no_words_is_known() -> None:
    """A box or a crossed-out letter would go unsaid."""
    assert unspeakable(formula("<mrow><menclose><mi>x</mi></menclose></mrow>")) == ("menclose",)
