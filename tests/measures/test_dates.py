"""Dates in prose."""

import pytest

from reportkit.measures.dates import dates_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 May 2021 and 12th of June 2022", ["2021-05-03", "2022-06-12"]),
        ("on May 3, 2021, Sept. 1st 2022, and in Dec 2023", ["2021-05-03", "2022-09-01", "2023-12"]),
        ("from 2021-05-03 to 2022-01-31", ["2021-05-03", "2022-01-31"]),
        ("in March 2020", ["2020-03"]),
        ("in 2021, on 3 May, NCT-2021-05-03-1, 12 patients in 2019, Maybe 2021, May 2021-22", []),
        ("Marching 2021 men and 1-Mar", []),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    """Days and months with their year, as they are said in English."""
    assert [date.value for date in dates_in(text)] == expected
    assert all(text[date.start : date.end] == date.text for date in dates_in(text))
