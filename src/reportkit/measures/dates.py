"""Dates as prose writes them.

>>> [date.value for date in dates_in("from 3 May 2021, and in June 2022, until 2023-01-31")]
['2021-05-03', '2022-06', '2023-01-31']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t|tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR, _DAY = r"(?P<year>[12][0-9]{3})(?![\w-])", r"(?P<day>[0-3]?[0-9])"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_DAY}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\s{_YEAR}",
        rf"\b{_MONTH}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}",
        rf"\b{_MONTH}\s{_YEAR}",
        rf"\b(?P<year>[12][0-9]{{3}})-(?P<month>[01][0-9])-{_DAY}(?![\w-])",
    )
)
_START = re.compile(r"\b(?:[0-9]{1,2}(?:st|nd|rd|th)?\s|[JFMASOND][a-z]{2}|[12][0-9]{3}-)")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date at `[start:end]` of a text; `value` is `YYYY-MM-DD`, or `YYYY-MM` without a day."""

    text: str
    value: str
    start: int
    end: int


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Every date with a year and a month, in reading order."""
    position = 0
    while start := _START.search(text, position):
        match = next((m for form in _FORMS if (m := form.match(text, start.start()))), None)
        position = match.end() if match else start.end()
        if match:
            yield WrittenDate(match[0], _value(match), *match.span())


def _value(match: re.Match[str]) -> str:
    named = match["month"][:3].lower()
    month = _MONTHS.index(named) + 1 if named in _MONTHS else int(named)
    day = match.groupdict().get("day")
    return f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
