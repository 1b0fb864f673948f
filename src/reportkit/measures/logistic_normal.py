"""A logistic model with a normal random intercept, fitted to counts by maximum likelihood.

The logit of a study is μ + τz with z standard normal. The integral over z is taken by the trapezoid rule
around its highest point, which is exact to many digits for functions like these (L. N. Trefethen,
J. A. C. Weideman: The exponentially convergent trapezoidal rule. SIAM Review 2014;56:385–458).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log1p, sqrt

_STEP = 0.5  # standard deviations between two points of the integral
_FAR = 1e-13  # what a point must weigh, beside the highest, to count
_LARGEST = 4.0  # of τ: where the odds of two studies may differ a thousandfold, there is nothing to pool
_FLAT = 1e-9  # a curvature that is none: studies of one patient each say nothing of τ
_ENOUGH, _ROUNDS, _HALVINGS = 1e-11, 100, 48

Counts = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Mean logit with its standard error, and the standard deviation between studies."""

    mean: float
    error: float
    tau: float


@dataclass(frozen=True, slots=True)
class _Slopes:
    """First and second derivatives of the log-likelihood by mean and τ."""

    mean: float
    tau: float
    mean2: float
    mixed: float
    tau2: float


def fit(counts: Sequence[Counts]) -> Fitted | None:
    """The estimates; None where the likelihood has no highest point, or one far from any likely τ."""
    mean = _best_mean(counts, 0.0, 0.0)
    # At τ = 0 the slope is 0 for every study, and the curvature says whether it is worth going up.
    if _slopes(counts, mean, 0.0).tau2 <= _FLAT:
        return _fitted(counts, mean, 0.0)
    low, high = 0.0, 0.25
    while _slopes(counts, mean := _best_mean(counts, mean, high), high).tau > 0:
        low, high = high, 2 * high
        if high > _LARGEST:
            return None
    for _ in range(_HALVINGS):
        tau = (low + high) / 2
        mean = _best_mean(counts, mean, tau)
        low, high = (tau, high) if _slopes(counts, mean, tau).tau > 0 else (low, tau)
    return _fitted(counts, mean, (low + high) / 2)


def _fitted(counts: Sequence[Counts], mean: float, tau: float) -> Fitted | None:
    """With the error from the observed information, in which a τ of 0 has no part."""
    slopes = _slopes(counts, mean, tau)
    information = -slopes.mean2 + (slopes.mixed**2 / slopes.tau2 if tau and slopes.tau2 else 0.0)
    return Fitted(mean, 1 / sqrt(information), tau) if information > 0 else None


def _best_mean(counts: Sequence[Counts], start: float, tau: float) -> float:
    """The mean of the highest likelihood for one τ, by Newton's method: it is concave in the mean."""
    mean = start
    for _ in range(_ROUNDS):
        slopes = _slopes(counts, mean, tau)
        step = max(-1.0, min(1.0, -slopes.mean / slopes.mean2))
        mean += step
        if abs(step) < _ENOUGH:
            break
    return mean


def _slopes(counts: Sequence[Counts], mean: float, tau: float) -> _Slopes:
    parts = [_of_study(events, total, mean, tau) for events, total in counts]
    first, second, third, fourth, fifth = (sum(part) for part in zip(*parts, strict=True))
    return _Slopes(first, second, third, fourth, fifth)


def _of_study(events: int, total: int, mean: float, tau: float) -> tuple[float, float, float, float, float]:
    """The derivatives for one study, as means over what z may be, given its counts."""
    sums = [0.0] * 6
    for z, weight in _weighted(events, total, mean, tau):
        p = _expit(mean + tau * z)
        surplus = events - total * p
        bend = surplus**2 - total * p * (1 - p)
        for index, term in enumerate((1, surplus, surplus * z, bend, bend * z, bend * z * z)):
            sums[index] += weight * term
    _, by_mean, by_tau, mean2, mixed, tau2 = (part / sums[0] for part in sums)
    return by_mean, by_tau, mean2 - by_mean**2, mixed - by_mean * by_tau, tau2 - by_tau**2


def _weighted(events: int, total: int, mean: float, tau: float) -> Iterator[tuple[float, float]]:
    """Points of z with their weights, from the highest outwards until nothing is left."""
    top = _top(events, total, mean, tau)
    p = _expit(mean + tau * top)
    step = _STEP / sqrt(1 + tau**2 * total * p * (1 - p))
    highest = _height(events, total, mean + tau * top, top)
    yield top, 1.0
    for direction in (-1, 1):
        z, weight = top, 1.0
        while weight > _FAR:
            z += direction * step
            weight = exp(_height(events, total, mean + tau * z, z) - highest)
            yield z, weight


def _top(events: int, total: int, mean: float, tau: float) -> float:
    """The most likely z, by Newton's method: the height is concave in z."""
    z = 0.0
    for _ in range(_ROUNDS):
        p = _expit(mean + tau * z)
        step = (tau * (events - total * p) - z) / (1 + tau**2 * total * p * (1 - p))
        z += max(-1.0, min(1.0, step))
        if abs(step) < _ENOUGH:
            break
    return z


def _height(events: int, total: int, logit: float, z: float) -> float:
    """The logarithm of what is integrated, but for a constant."""
    return events * logit - total * _log1p_exp(logit) - z * z / 2


def _log1p_exp(x: float) -> float:
    return x + log1p(exp(-x)) if x > 0 else log1p(exp(x))


def _expit(x: float) -> float:
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))
