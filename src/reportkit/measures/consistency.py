"""Whether the numbers of one printed expression or row agree with each other."""

from decimal import Decimal
from fractions import Fraction

from reportkit.measures.proportions import exact_percent
from reportkit.measures.quantities import Number
from reportkit.measures.rounding import decimals_of, rounds_to, truncates_to
from reportkit.model.evidence import Printed

_ALPHA = Decimal("0.05")
_MARGIN = Decimal("0.01")


def percent_agrees(events: int, total: int, percent: Decimal) -> bool:
    """Whether the fraction rounds to the percentage, half-up or half-even."""
    return rounds_to(exact_percent(events, total), percent)


def percent_cut_off(events: int, total: int, percent: Decimal) -> bool:
    """Whether the percentage is the fraction's, cut off instead of rounded."""
    return truncates_to(exact_percent(events, total), percent)


def inside_interval(estimate: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether the estimate can lie in the interval, as far as their printed decimals tell."""
    return _at_most(low, estimate) and _at_most(estimate, high)


def geometric_centre_agrees(estimate: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a ratio is the geometric mean of its limits, as far as their printed decimals tell."""
    if low <= 0 or high < low:
        return True
    least, greatest = max(_least(low), Fraction(0)) * _least(high), _greatest(low) * _greatest(high)
    return _least(estimate) ** 2 <= greatest and least <= _greatest(estimate) ** 2


def excludes(low: Decimal, high: Decimal, null: int) -> bool | None:
    """Whether an interval excludes the value of no effect; None where rounding leaves that open."""
    if _least(low) >= null or _greatest(high) <= null:
        return True
    return False if _greatest(low) <= null <= _least(high) else None


def is_significant(p: Number | Printed) -> bool | None:
    """Whether a p value is below 0.05; None where it is so close that another test may say otherwise."""
    if p.bound in {"<", "≤"}:
        return True if p.value <= _ALPHA else None
    if p.bound in {">", "≥"}:
        return False if p.value >= _ALPHA else None
    if _greatest(p.value) <= _ALPHA - _MARGIN:
        return True
    return False if _least(p.value) >= _ALPHA + _MARGIN else None


def reachable(total: int, percent: Decimal) -> bool:
    """Whether a whole number of so many gives the percentage, rounded in whatever way."""
    nearest = round(Fraction(percent) * total / 100)
    around = range(max(nearest - 1, 0), min(nearest + 1, total) + 1)
    return any(
        agrees(events, total, percent) for events in around for agrees in (percent_agrees, percent_cut_off)
    )


def _least(value: Decimal) -> Fraction:
    """The least number that may have been rounded to this one."""
    return Fraction(value) - Fraction(1, 2 * 10 ** decimals_of(value))


def _greatest(value: Decimal) -> Fraction:
    return Fraction(value) + Fraction(1, 2 * 10 ** decimals_of(value))


def _at_most(smaller: Decimal, larger: Decimal) -> bool:
    """Whether one number can be at most the other; at unequal precision half of each last digit is open."""
    known, other = decimals_of(smaller), decimals_of(larger)
    open_digits = 0 if known == other else Fraction(1, 2 * 10**known) + Fraction(1, 2 * 10**other)
    return Fraction(smaller) <= Fraction(larger) + open_digits
