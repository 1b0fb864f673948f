"""Which number expressions of prose read like a result of a study."""

import re
from collections.abc import Iterator

from reportkit.measures.quantities import Kind, Number, Quantity, Role
from reportkit.rules.reading.passages import Passage

_ALWAYS = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.RATIO, Kind.P_VALUE, Kind.STANDARD_ERROR})
_MEDIAN = re.compile(r"\b[Mm]edian\b[^.;:()0-9]{0,60}:?\s?$")
# "the median survival at 24 months": the time says when, not how long.
_WHEN = re.compile(r"\b(?:after|at|before|by|every|first|for|from|in|over|until|within)(?:\sthe)?\s$")
_DOSE = re.compile(r"\s?(?:[µμ]g|mcg|mg|g|m[Ll]|IU)\b")  # "250/500 µg" is two steps of a dose
_LOOK_BACK = 80


def results_in(passage: Passage) -> Iterator[tuple[Quantity, tuple[Number, ...]]]:
    """The quantities that read like results, each with its numbers but for the level of an interval."""
    for quantity in passage.quantities:
        if _is_result(passage.text, quantity):
            yield quantity, tuple(number for number in quantity.numbers if number.role is not Role.LEVEL)


def _is_result(text: str, quantity: Quantity) -> bool:
    """Percentages, fractions, ratios, p values always; times with decimals or called a median.

    A plain number is a count, a whole number of months is mostly a time point, and a range in years an age.
    """
    if quantity.kind is Kind.FRACTION and _DOSE.match(text, quantity.end):
        return False
    if quantity.kind in _ALWAYS or quantity.number(Role.SE):
        return True
    if quantity.kind is Kind.DURATION:
        return any(number.decimals for number in quantity.numbers) or _is_median(text, quantity)
    if quantity.kind is Kind.INTERVAL:
        return quantity.number(Role.LOW) is not None
    return quantity.kind is Kind.RANGE and quantity.unit == "%"


def _is_median(text: str, quantity: Quantity) -> bool:
    before = text[max(quantity.start - _LOOK_BACK, 0) : quantity.start]
    return _MEDIAN.search(before) is not None and _WHEN.search(before) is None
