"""Tails of the distributions behind common tests of significance, by continued fractions.

Exact to about ten digits, which is far more than a printed p value has (W. H. Press et al.: Numerical
Recipes, 3rd ed., 2007, chapter 6: the continued fractions are evaluated by the method of Lentz).
"""

from collections.abc import Iterable, Iterator
from itertools import count, islice
from math import erfc, exp, lgamma, log, sqrt

_TERMS = 20_000  # more than a test with a million degrees of freedom needs
_ENOUGH = 1e-14
_HALVINGS = 60
_TINY = 1e-300


def normal_tails(z: float) -> float:
    """P(|Z| ≥ |z|) of a standard normal variable."""
    return erfc(abs(z) / sqrt(2))


def student_tails(t: float, df: float) -> float:
    """P(|T| ≥ |t|) of Student's distribution."""
    return _beta(df / 2, 0.5, df / (df + t * t))


def student_quantile(tails: float, df: float) -> float:
    """The t at which P(|T| ≥ t) is `tails`."""
    low, high = 0.0, 1.0
    while student_tails(high, df) > tails:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if student_tails(middle, df) > tails else (low, middle)
    return (low + high) / 2


def fisher_tail(f: float, df1: float, df2: float) -> float:
    """P(F ≥ f) of Fisher's distribution."""
    return _beta(df2 / 2, df1 / 2, df2 / (df2 + df1 * f)) if f > 0 else 1.0


def chi_square_tail(x: float, df: float) -> float:
    """P(X ≥ x) of the chi-square distribution."""
    return _upper_gamma(df / 2, x / 2) if x > 0 else 1.0


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    # The fraction converges fast on one side of the mean only.
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front / _fraction((1.0, numerator) for numerator in _beta_numerators(a, b, x))


def _beta_numerators(a: float, b: float, x: float) -> Iterator[float]:
    yield 0.0
    for m in count(0):
        if m:
            yield m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))


def _upper_gamma(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function."""
    front = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        return 1 - front * _gamma_series(a, x)
    steps = ((x + 1 - a + 2 * i, -i * (i - a)) for i in count(0))
    return front / _fraction(steps)


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    for i in range(1, _TERMS):
        term *= x / (a + i)
        total += term
        if term < total * _ENOUGH:
            break
    return total


def _fraction(steps: Iterable[tuple[float, float]]) -> float:
    """`b0 + a1/(b1 + a2/(b2 + …))` from pairs of b and a; the first a is not used."""
    pairs = islice(steps, _TERMS)
    value = next(pairs)[0] or _TINY
    c, d = value, 0.0
    for b, a in pairs:
        d = 1 / (b + a * d or _TINY)
        c = b + a / c or _TINY
        change = c * d
        value *= change
        if abs(change - 1) < _ENOUGH:
            break
    return value
