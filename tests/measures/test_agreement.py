"""Agreement of two readers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.measures.agreement import kappa, same_reading

WORDS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("0.50", ".5"),
        ("<.001", "< 0.001"),
        ("Table 2", "table  2"),
        ("5–12 years", "5-12 years"),
        ("−3", "-3.0"),
    ],
)
def test_the_same(first: str, second: str) -> None:
    """Numbers are compared by value, words without case, spaces and kinds of dashes."""
    assert same_reading(first, second)
    assert same_reading(second, first)


@pytest.mark.parametrize(
    ("first", "second"), [("83.3", "83"), ("<0.001", "0.001"), ("", "0"), ("1,000", "1000"), ("a", "b")]
)
def test_not_the_same(first: str, second: str) -> None:
    """A rounded number, a bound, an empty cell and another word are other readings."""
    assert not same_reading(first, second)


def test_kappa_of_a_textbook_table() -> None:
    """Twenty both yes, fifteen both no, five and ten divided: 0.7 observed, 0.5 by chance, 0.4 beyond it."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == Fraction(2, 5)


def test_kappa_where_it_means_nothing() -> None:
    """Without a cell, or where both say one and the same word throughout, there is no kappa."""
    assert kappa([]) is None
    assert kappa([("y", "y")] * 3) is None


@given(WORDS)
def test_kappa_is_symmetric_and_at_most_one(pairs: list[tuple[str, str]]) -> None:
    """Who is called first makes no difference; one is reached by full agreement alone."""
    value = kappa(pairs)
    assert value == kappa([(second, first) for first, second in pairs])
    assert value is None or (value <= 1 and (value == 1) == all(a == b for a, b in pairs))
