"""Confidence intervals of proportions: the exact one, and two that papers print."""

from collections.abc import Callable
from decimal import Decimal
from math import exp, lgamma, log, sqrt
from statistics import NormalDist

_HALVINGS = 80  # more than the 53 bits of a float need, so that limits near 0 are as exact as the others


def clopper_pearson(events: int, total: int, level: Decimal | int = 95) -> tuple[float, float]:
    """The exact (Clopper–Pearson) interval of a proportion, as fractions from 0 to 1.

    The limits are those proportions that leave half of the error in one binomial tail: at the lower one
    P(X ≥ events) = α/2, at the upper one P(X ≤ events) = α/2; 0 of n has the lower limit 0, n of n the upper
    limit 1 (C. J. Clopper, E. S. Pearson: The use of confidence or fiducial limits illustrated in the case of
    the binomial. Biometrika 1934;26:404–413).
    """
    if not 0 <= events <= total or total == 0:
        raise ValueError(f"no proportion: {events} of {total}")
    tail = float(1 - Decimal(level) / 100) / 2
    return _lower_limit(events, total, tail), 1 - _lower_limit(total - events, total, tail)


def wilson(events: int, total: int, level: Decimal | int = 95) -> tuple[float, float]:
    """Wilson's score interval, which a printed one may be (E. B. Wilson. J Am Stat Assoc 1927;22:209–212)."""
    share, z = events / total, _quantile(level)
    centre, half = share + z**2 / (2 * total), z * sqrt((share * (1 - share) + z**2 / (4 * total)) / total)
    return (centre - half) / (1 + z**2 / total), (centre + half) / (1 + z**2 / total)


def normal(events: int, total: int, level: Decimal | int = 95) -> tuple[float, float]:
    """The normal approximation, which a printed interval may be, but none of ours: 0 of n has no width."""
    share = events / total
    half = _quantile(level) * sqrt(share * (1 - share) / total)
    return max(share - half, 0.0), min(share + half, 1.0)


def _quantile(level: Decimal | int) -> float:
    return NormalDist().inv_cdf(0.5 + float(level) / 200)


def _lower_limit(events: int, total: int, tail: float) -> float:
    """The proportion at which `events` or more are just as rare as `tail`."""
    if events == 0:
        return 0.0
    # Above events/total the upper tail is more than about one half: the limit lies below.
    return _crossing(lambda p: _upper_tail(events, total, p) < tail, high=events / total)


def _crossing(too_low: Callable[[float], bool], high: float) -> float:
    low = 0.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if too_low(middle) else (low, middle)
    return (low + high) / 2


def _upper_tail(events: int, total: int, p: float) -> float:
    """P(X ≥ events) for p < events/total, where every term of the sum is smaller than the one before."""
    term = tail = 1.0
    for count in range(events, total):
        term *= (total - count) / (count + 1) * p / (1 - p)
        tail += term
        if term < tail * 1e-17:
            break
    return tail * exp(_log_probability(events, total, p))


def _log_probability(events: int, total: int, p: float) -> float:
    chosen = lgamma(total + 1) - lgamma(events + 1) - lgamma(total - events + 1)
    return chosen + events * log(p) + (total - events) * log(1 - p)
