from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportkit.measures.days import days_between


@given(st.dates(), st.dates())
def test_days_are_those_of_the_calendar(first: date, second: date) -> None:
    """The difference is that of Python's own dates."""
    assert timedelta(days_between(first.isoformat(), second.isoformat())) == second - first
