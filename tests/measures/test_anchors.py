"""Words around a number, looked for in the text of a source."""

import pytest

from reportkit.measures.anchors import holds_anchor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was 97.5 ± 1.3% vs.\n  90.2 ± 2.3%.", "97.5 ± 1.3% vs. 90.2"),
        ("a range of 25\u201330% of all", "25-30% of all"),
        ("a range of 25\u221230% of all", "25\u201330% of all"),
        ("a de\ufb01ned end\u00adpoint", "defined endpoint"),
        ("the chil-\ndren walked", "the children walked"),
        ("of T-\ncell disease", "T-cell disease"),
        ("NONE of them", "none of them"),
        ("20\u00a0of\u2009the 24", "20 of the 24"),
    ],
)
def test_found(text: str, words: str) -> None:
    """Spaces, dashes, ligatures, case, soft hyphens and divided words do not matter."""
    assert holds_anchor(text, words)


@pytest.mark.parametrize(
    ("text", "words"), [("97.5 ± 1.3%", "97.6 ± 1.3%"), ("", "some words"), ("a text", ""), ("a text", " ")]
)
def test_not_found(text: str, words: str) -> None:
    """Other words are not there, and no words are nowhere."""
    assert not holds_anchor(text, words)
