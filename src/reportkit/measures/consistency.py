"""Whether the numbers of one printed expression or row agree with each other."""

from decimal import Decimal
from fractions import Fraction

from reportkit.measures.proportions import exact_percent
from reportkit.measures.rounding import decimals_of, rounds_to, truncates_to


def percent_agrees(events: int, total: int, percent: Decimal) -> bool:
    """Whether the fraction rounds to the percentage, half-up or half-even."""
    return rounds_to(exact_percent(events, total), percent)


def percent_cut_off(events: int, total: int, percent: Decimal) -> bool:
    """Whether the percentage is the fraction's, cut off instead of rounded."""
    return truncates_to(exact_percent(events, total), percent)


def inside_interval(estimate: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether the estimate can lie in the interval, as far as their printed decimals tell."""
    return _at_most(low, estimate) and _at_most(estimate, high)


def _at_most(smaller: Decimal, larger: Decimal) -> bool:
    """Whether one number can be at most the other; at unequal precision half of each last digit is open."""
    known, other = decimals_of(smaller), decimals_of(larger)
    open_digits = 0 if known == other else Fraction(1, 2 * 10**known) + Fraction(1, 2 * 10**other)
    return Fraction(smaller) <= Fraction(larger) + open_digits
