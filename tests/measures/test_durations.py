"""Lengths of time, as timepoints and follow-up name them."""

from fractions import Fraction

import pytest

from reportkit.measures.durations import months_in


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("median 26.3 months", Fraction("26.3")),
        ("2 years", 24),
        ("3-year rate", 36),
        ("1461 days", 48),
        ("3 years (second data cut, 60 months)", 36),
        ("end of cycle 1", None),
        ("", None),
    ],
)
def test_first_length(text: str, months: Fraction | int | None) -> None:
    """The first length of time counts, in months; what is no length of time is none."""
    assert months_in(text) == months
