"""What a quantity means beside its neighbours."""

import re
from dataclasses import replace

from reportkit.measures.quantities import Kind, Quantity, Role

_LIST = re.compile(r"\s?(?:,|/|;|,?\s(?:and|or|vs\.?|v|versus)|,?\scompared\swith|,?\sagainst)\s?")
_VERSUS = re.compile(r"\s(?:vs\.?|v|versus)\s")
# Years in brackets behind a percent are no limits, and behind a comma a range is often something else.
_BEFORE_INTERVAL = {Kind.RATIO: re.compile(r"\s?[(\[,;]\s?"), Kind.PERCENT: re.compile(r"\s?[(\[]")}
_ALL = 100
_WITH_UNIT = frozenset({Kind.PERCENT, Kind.DURATION})


def in_context(text: str, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The same quantities, units taken from a list's last member, bracketed ranges known as intervals."""
    return _with_intervals(text, _with_units(text, quantities))


def gap(text: str, first: Quantity, second: Quantity) -> str:
    """What stands between two quantities."""
    return text[first.end : second.start]


def in_list(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two neighbours of one kind are members of a list, such as `41.7% and 50.0%`."""
    return first.kind is second.kind and _LIST.fullmatch(gap(text, first, second)) is not None


def _with_units(text: str, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """`97.5 vs 90.2%` states two percents."""
    result = list(quantities)
    for index in range(len(result) - 2, -1, -1):
        first, second = result[index], result[index + 1]
        if second.kind in _WITH_UNIT and first.kind is Kind.NUMBER and _listed(text, first, second):
            result[index] = replace(first, kind=second.kind, unit=second.unit)
    return tuple(result)


def _listed(text: str, first: Quantity, second: Quantity) -> bool:
    # "arms 1 and 2, 54%" is no list of percents: whole numbers are taken into one only by "versus".
    estimate = first.number(Role.ESTIMATE)
    joint = _LIST if estimate and estimate.decimals else _VERSUS
    return joint.fullmatch(gap(text, first, second)) is not None


def _with_intervals(text: str, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """In `HR 0.33 (0.18–0.61)` the range is an interval."""
    pairs = zip((None, *quantities), quantities, strict=False)
    return tuple(
        replace(quantity, kind=Kind.INTERVAL) if before and _is_interval(text, before, quantity) else quantity
        for before, quantity in pairs
    )


def _is_interval(text: str, before: Quantity, quantity: Quantity) -> bool:
    high = quantity.number(Role.HIGH)
    if quantity.kind is not Kind.RANGE or high is None or quantity.unit not in {"", "%"}:
        return False
    joint = _BEFORE_INTERVAL.get(before.kind)
    plausible = before.kind is Kind.RATIO or high.value <= _ALL
    return plausible and joint is not None and joint.fullmatch(gap(text, before, quantity)) is not None
