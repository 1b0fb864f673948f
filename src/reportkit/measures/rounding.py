"""Rounding as papers do it: a printed number may come from half-up or from half-even."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from reportkit.model.evidence import Printed


def decimals_of(value: Decimal) -> int:
    """Digits behind the decimal point, as written: 2 for `0.70`."""
    return Printed("", value).decimals


def rounds_to(exact: Fraction, printed: Decimal) -> bool:
    """Whether the exact value gives the printed one at its decimals, half-up or half-even."""
    scale: int = 10 ** decimals_of(printed)
    return Fraction(printed) * scale in (_half_up(exact * scale), round(exact * scale))


def truncates_to(exact: Fraction, printed: Decimal) -> bool:
    """Whether the exact value, cut off behind the printed decimals, gives the printed one."""
    scale: int = 10 ** decimals_of(printed)
    return Fraction(printed) * scale == int(exact * scale)


def round_like(value: Fraction | Decimal, decimals: int) -> Decimal:
    """The value rounded half-up to so many decimals, all of them kept: 50 to one decimal is `50.0`."""
    return Decimal(f"{_half_up(Fraction(value) * 10**decimals)}E-{decimals}")


def _half_up(scaled: Fraction) -> int:
    """The nearest whole number; halves go away from zero, as authors of papers expect."""
    nearest = floor(abs(scaled) + Fraction(1, 2))
    return nearest if scaled >= 0 else -nearest
