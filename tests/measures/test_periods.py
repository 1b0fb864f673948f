"""Dates of known and unknown precision."""

import pytest

from reportkit.measures.periods import period


@pytest.mark.parametrize(
    ("date", "precision", "start", "end"),
    [
        ("2019", "year", 2019, 2020),
        ("2019-12", "month", 2019 + 334 / 365, 2020),
        ("2020-02", "month", 2020 + 31 / 366, 2020 + 60 / 366),
        ("2020-02-29", "day", 2020 + 59 / 366, 2020 + 60 / 366),
        ("2020-12-31", "day", 2020 + 365 / 366, 2021),
    ],
)
def test_a_date_spans_what_it_leaves_open(date: str, precision: str, start: float, end: float) -> None:
    """A year is a year long, a month a month, a day a day."""
    found = period(date)
    assert found
    assert (found.precision, found.start, found.end) == pytest.approx((precision, start, end))


@pytest.mark.parametrize("date", ["", "in press", "2019-13", "2019-02-29", "19", "2019/2020", "2019-1"])
def test_what_is_no_date_has_no_period(date: str) -> None:
    """It is left to be said in words; none is made up."""
    assert period(date) is None
