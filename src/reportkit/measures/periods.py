"""Dates of known or unknown precision as stretches of time.

>>> period("2021").start, period("2021").end, period("2021-07-02").precision
(2021.0, 2022.0, 'day')
"""

import re
from dataclasses import dataclass

from reportkit.measures.days import days_between, is_day

_DATE = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_DECEMBER = "12"


@dataclass(frozen=True, slots=True)
class Period:
    """When something happened, as far as it is known: years and their parts, `end` no longer included."""

    text: str
    precision: str
    start: float
    end: float


def period(date: str) -> Period | None:
    """The period of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None of anything else."""
    found = _DATE.fullmatch(date.strip())
    if not found or (found[3] and not is_day(found[0])):
        return None
    year, month, day = found.groups()
    start = _in_years(f"{year}-{month or '01'}-{day or '01'}")
    if day:
        return Period(found[0], "day", start, start + 1 / _length(year))
    if month and month != _DECEMBER:
        return Period(found[0], "month", start, _in_years(f"{year}-{int(month) + 1:02}-01"))
    return Period(found[0], "month" if month else "year", start, float(int(year) + 1))


def _in_years(day: str) -> float:
    year = day[:4]
    return int(year) + days_between(f"{year}-01-01", day) / _length(year)


def _length(year: str) -> int:
    return days_between(f"{year}-01-01", f"{int(year) + 1}-01-01")
