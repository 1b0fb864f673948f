"""Reading the number expressions of prose: percents, fractions, intervals, ratios, p values, times, counts.

>>> [quantity.kind.value for quantity in read_quantities("10/24 (41.7%; 95% CI 22.1–63.4)")]
['fraction', 'percent', 'interval']
"""

import re
from functools import lru_cache

from reportkit.measures.context import in_context
from reportkit.measures.forms import FORMS, START
from reportkit.measures.numerals import bound_of, value_of
from reportkit.measures.quantities import Kind, Number, Quantity, Role
from reportkit.measures.units import TIMES, unit_named


@lru_cache(maxsize=65_536)  # several rules read the same paragraphs
def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number expression of a text in reading order; not identifiers, dates and addresses."""
    found: list[Quantity] = []
    position = 0
    while start := START.search(text, position):
        position = start.end()
        quantity = None if start["noise"] else _read_at(text, start.start())
        if quantity:
            found.append(quantity)
            position = quantity.end
    return in_context(text, tuple(found))


def _read_at(text: str, position: int) -> Quantity | None:
    for form in FORMS:
        match = form.pattern.match(text, position)
        if match:
            return _quantity(form.kind, match)
    return None


def _quantity(kind: Kind, match: re.Match[str]) -> Quantity:
    groups = match.groupdict()
    unit = unit_named(groups.get("unit") or groups.get("unit_before") or "")
    roles = (role for role in Role if groups.get(role.value))
    numbers = sorted((_number(role, match) for role in roles), key=lambda number: number.start)
    return Quantity(_kind(kind, unit), unit, tuple(numbers), match.start(), match.end())


def _kind(kind: Kind, unit: str) -> Kind:
    """A number with a unit is a percent or a duration."""
    if kind is not Kind.NUMBER or not unit:
        return kind
    return Kind.DURATION if unit in TIMES else Kind.PERCENT


def _number(role: Role, match: re.Match[str]) -> Number:
    text = match[role.value]
    return Number(role, text, value_of(text), bound_of(text), *match.span(role.value))
