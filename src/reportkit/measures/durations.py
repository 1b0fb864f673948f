"""Lengths of time in words, in months.

>>> float(months_in("median 26.3 months"))
26.3
>>> months_in("at 2 years")
Fraction(24, 1)
>>> months_in("end of cycle 1")
"""

import re
from fractions import Fraction

_DURATION = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)[-–\s]?(?P<unit>day|week|month|year)s?\b")
_MONTHS = {
    "day": Fraction(12 * 4, 1461),
    "week": Fraction(12 * 28, 1461),
    "month": Fraction(1),
    "year": Fraction(12),
}


def months_in(text: str) -> Fraction | None:
    """The first length of time in a text, in months."""
    found = _DURATION.search(text)
    return Fraction(found["number"]) * _MONTHS[found["unit"]] if found else None
