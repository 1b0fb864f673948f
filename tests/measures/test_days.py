from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportkit.measures.days import days_between, is_day


@given(st.dates(), st.dates())
def test_days_are_those_of_the_calendar(first: date, second: date) -> None:
    """The difference is that of Python's own dates."""
    assert timedelta(days_between(first.isoformat(), second.isoformat())) == second - first


@given(st.integers(1, 9999), st.integers(0, 14), st.integers(0, 33))
def test_a_day_is_one_of_the_calendar(year: int, month: int, day: int) -> None:
    """Python's own dates refuse the same."""
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        date.fromisoformat(text)
    except ValueError:
        assert not is_day(text)
    else:
        assert is_day(text)
