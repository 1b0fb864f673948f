"""Rounding as papers print it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.measures.rounding import decimals_of, round_like, rounds_to, truncates_to

_EXACT = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@pytest.mark.parametrize(
    ("exact", "printed"),
    [
        (Fraction(1, 8), "0.13"),  # half-up
        (Fraction(1, 8), "0.12"),  # half-even
        (Fraction(5, 2), "3"),
        (Fraction(5, 2), "2"),
        (Fraction(-5, 2), "-3"),
        (Fraction(100 * 53, 55), "96.4"),
        (Fraction(1, 2), "0.50"),
    ],
)
def test_rounds(exact: Fraction, printed: str) -> None:
    """A printed number may be the half-up or the half-even rounding of the exact one."""
    assert rounds_to(exact, Decimal(printed))


@pytest.mark.parametrize(
    ("exact", "printed"),
    [
        (Fraction(100 * 53, 55), "96.3"),
        (Fraction(3, 8), "0.37"),
        (Fraction(7, 2), "3"),
        (Fraction(1, 3), "0.34"),
    ],
)
def test_does_not_round(exact: Fraction, printed: str) -> None:
    """A number that neither way of rounding gives is wrong."""
    assert not rounds_to(exact, Decimal(printed))


def test_truncates() -> None:
    """53 of 55 is 96.36%: cut off, not rounded, it prints as 96.3%."""
    assert truncates_to(Fraction(100 * 53, 55), Decimal("96.3"))
    assert not truncates_to(Fraction(100 * 53, 55), Decimal("96.4"))
    assert truncates_to(Fraction(-5, 2), Decimal(-2))


@given(_EXACT, st.integers(0, 6))
def test_round_like_rounds(exact: Fraction, decimals: int) -> None:
    """Rounding gives a number with just these decimals, which the exact one rounds to."""
    rounded = round_like(exact, decimals)
    assert decimals_of(rounded) == decimals
    assert rounds_to(exact, rounded)
    assert abs(Fraction(rounded) - exact) <= Fraction(1, 2 * 10**decimals)


@given(_EXACT, st.integers(0, 4))
def test_neighbours_do_not_round(exact: Fraction, decimals: int) -> None:
    """The numbers a whole last digit away are never the rounding."""
    step = Decimal(1).scaleb(-decimals)
    rounded = round_like(exact, decimals)
    assert not rounds_to(exact, rounded + 2 * step)
    assert not rounds_to(exact, rounded - 2 * step)
