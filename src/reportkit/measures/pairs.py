"""Neighbours that state one thing: a fraction with its percentage, an estimate with interval and p value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportkit.measures.context import gap, in_list
from reportkit.measures.quantities import Kind, Number, Quantity, Role

_PERCENT_BEHIND = re.compile(r"(?:\s[a-z]{1,20}){0,3}\s?[(\[]\s?|[,;]\s|\s?=\s?|,\sor\s")
_FRACTION_BEHIND = re.compile(r"\s?[(\[]\s?")
_INTERVAL_BEHIND = re.compile(r"\s?[(\[,;]?\s?(?:with\san?\s|and\san?\s)?")
_P_BEHIND = re.compile(r"\s?[)\]]?\s?[,;]?\s?(?:and\s|with\sa?\s?)?[(\[]?\s?")
_PLAIN_P = re.compile(r"[Pp][*_]{0,2}(?:[-\s]?values?)?\s{0,2}(?:(?:of|was|is)\s)?\\?")
_OF_OTHERS = re.compile(r"\s(?:of|in|for|among|at)\b")
_ESTIMATES = frozenset({Kind.RATIO, Kind.PERCENT, Kind.DURATION, Kind.NUMBER})


@dataclass(frozen=True, slots=True)
class CountedPercent:
    """A fraction and the percentage that stands for it."""

    fraction: Quantity
    events: Number
    total: Number
    percent: Number


@dataclass(frozen=True, slots=True)
class EstimateWithInterval:
    """An estimate and the interval that belongs to it; `stated` is the whole expression of the estimate."""

    stated: Quantity
    estimate: Number
    interval: Quantity
    low: Number
    high: Number


def counted_percents(text: str, quantities: tuple[Quantity, ...]) -> Iterator[CountedPercent]:
    """`10/24 (41.7%)`, `41.7% (10 of 24)` and `10 (41.7%) of 24`; lists of them are left alone."""
    for quantity in quantities:
        yield from _counted(quantity, quantity)
    for first, second in _neighbours(text, quantities):
        between = gap(text, first, second)
        if (first.kind, second.kind) == (Kind.FRACTION, Kind.PERCENT) and _PERCENT_BEHIND.fullmatch(between):
            if "(" in between or not _OF_OTHERS.match(text, second.end):
                yield from _counted(first, second)
        elif (first.kind, second.kind) == (Kind.PERCENT, Kind.FRACTION) and _FRACTION_BEHIND.fullmatch(
            between
        ):
            yield from _counted(second, first)


def estimates_with_intervals(text: str, quantities: tuple[Quantity, ...]) -> Iterator[EstimateWithInterval]:
    """`HR 0.33 (0.18–0.61)`, `81% (95% CI 71–89)`: an estimate with the interval right behind it."""
    for first, second in _neighbours(text, quantities):
        estimate, low, high = first.number(Role.ESTIMATE), second.number(Role.LOW), second.number(Role.HIGH)
        belongs = (
            second.kind is Kind.INTERVAL and first.kind in _ESTIMATES and second.unit in {"", first.unit}
        )
        if belongs and estimate and low and high and _INTERVAL_BEHIND.fullmatch(gap(text, first, second)):
            yield EstimateWithInterval(first, estimate, second, low, high)


def with_p_values(
    text: str, quantities: tuple[Quantity, ...]
) -> Iterator[tuple[EstimateWithInterval, Number]]:
    """`HR 0.33 (0.18–0.61), p<0.001`: an estimate with its interval and the p value right behind both."""
    behind = dict(pairwise(quantities))
    for pair in estimates_with_intervals(text, quantities):
        quantity = behind.get(pair.interval)
        p = quantity.number(Role.P) if quantity else None
        belongs = quantity and _P_BEHIND.fullmatch(gap(text, pair.interval, quantity))
        if quantity and p and belongs and _PLAIN_P.fullmatch(text, quantity.start, p.start):
            yield pair, p


def _counted(fraction: Quantity, stated: Quantity) -> Iterator[CountedPercent]:
    events, total = fraction.number(Role.EVENTS), fraction.number(Role.TOTAL)
    percent = stated.number(Role.ESTIMATE)
    if events and total and percent:
        yield CountedPercent(fraction, events, total, percent)


def _neighbours(text: str, quantities: tuple[Quantity, ...]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of neighbours that are not ends of two lists: `10/24 and 5/10 (41.7% and 50.0%)` has none."""
    for index in range(len(quantities) - 1):
        first, second = quantities[index], quantities[index + 1]
        before, behind = quantities[max(index - 1, 0)], quantities[min(index + 2, len(quantities) - 1)]
        if not (in_list(text, before, first) or in_list(text, second, behind)):
            yield first, second
