"""Proportions pooled across studies, where someone asked for it: on the logit scale, with random effects.

Two ways: a logistic model with a random intercept, which needs no correction of zeros, or inverse variances
of logits with the interval of Hartung and Knapp. Freeman–Tukey and normal intervals of proportions are not
among them. The interval of prediction is that of Higgins, Thompson and Spiegelhalter (J R Stat Soc A
2009;172:137–159), with k − 2 degrees of freedom.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import exp, log, sqrt

from reportkit.measures.distributions import student_quantile
from reportkit.measures.logistic_normal import fit

_HALVINGS = 200
_FOR_PREDICTION = 3  # studies, below which k − 2 leaves no degree of freedom

Counts = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pooled:
    """The pooled proportion from 0 to 1 with its interval, and how much the studies differ.

    `prediction` is where the proportion of a further study is expected; None of fewer than three studies.
    """

    studies: int
    share: float
    interval: tuple[float, float]
    prediction: tuple[float, float] | None
    tau2: float
    i2: float


@dataclass(frozen=True, slots=True)
class _Effect:
    """A mean on the logit scale, its standard error, and the variance between studies."""

    mean: float
    error: float
    tau2: float


def pool(counts: Sequence[Counts], method: str, level: Decimal | int = 95) -> Pooled | None:
    """What the studies say together by a method of `METHODS`; None where their counts allow no estimate."""
    events, total = (sum(part) for part in zip(*counts, strict=True)) if counts else (0, 0)
    if len(counts) < 2 or not 0 < events < total:  # noqa: PLR2004 - one study is not pooled
        return None
    effect = METHODS[method](counts)
    return _pooled(effect, counts, float(1 - Decimal(level) / 100)) if effect else None


def _pooled(effect: _Effect, counts: Sequence[Counts], error: float) -> Pooled:
    k = len(counts)
    around = student_quantile(error, k - 1) * effect.error
    return Pooled(
        k,
        expit(effect.mean),
        (expit(effect.mean - around), expit(effect.mean + around)),
        _prediction(effect, k, error),
        effect.tau2,
        _i2(counts),
    )


def _prediction(effect: _Effect, k: int, error: float) -> tuple[float, float] | None:
    if k < _FOR_PREDICTION:
        return None
    ahead = student_quantile(error, k - 2) * sqrt(effect.tau2 + effect.error**2)
    return expit(effect.mean - ahead), expit(effect.mean + ahead)


def _random_intercept_logistic(counts: Sequence[Counts]) -> _Effect | None:
    """The maximum of the exact likelihood."""
    found = fit(counts)
    return _Effect(found.mean, found.error, found.tau**2) if found else None


def _logit_hartung_knapp(counts: Sequence[Counts]) -> _Effect:
    """Inverse variances with τ² after Paule and Mandel, and the error after Hartung and Knapp.

    It is never smaller than without them (C. Röver, G. Knapp, T. Friede: Hartung-Knapp-Sidik-Jonkman approach
    and its modification for random-effects meta-analysis with few studies, 2015).
    """
    logits = [_logit(*count) for count in counts]
    tau2 = _paule_mandel(logits)
    mean, q = _mean_and_q(logits, tau2)
    spread = max(1.0, q / (len(counts) - 1))
    return _Effect(mean, sqrt(spread / sum(1 / (variance + tau2) for _, variance in logits)), tau2)


METHODS: Mapping[str, Callable[[Sequence[Counts]], _Effect | None]] = {
    "random-intercept-logistic": _random_intercept_logistic,
    "logit-hartung-knapp": _logit_hartung_knapp,
}
"""The methods by name."""


def expit(logit: float) -> float:
    """The proportion of a logit."""
    return 1 / (1 + exp(-logit)) if logit > 0 else exp(logit) / (1 + exp(logit))


def _logit(events: int, total: int) -> tuple[float, float]:
    """Logit and its variance; a half is added where nobody or everybody has the event, and nowhere else."""
    correction = 0.5 if events in {0, total} else 0.0
    with_, without = events + correction, total - events + correction
    return log(with_ / without), 1 / with_ + 1 / without


def _mean_and_q(logits: Sequence[tuple[float, float]], tau2: float) -> tuple[float, float]:
    """The weighted mean, and the weighted sum of squares around it."""
    weights = [1 / (variance + tau2) for _, variance in logits]
    mean = sum(w * y for w, (y, _) in zip(weights, logits, strict=True)) / sum(weights)
    return mean, sum(w * (y - mean) ** 2 for w, (y, _) in zip(weights, logits, strict=True))


def _paule_mandel(logits: Sequence[tuple[float, float]]) -> float:
    """The τ² at which the weighted squares are as many as degrees of freedom."""
    wanted = len(logits) - 1
    if _mean_and_q(logits, 0)[1] <= wanted:
        return 0.0
    low, high = 0.0, 1.0
    while _mean_and_q(logits, high)[1] > wanted:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _mean_and_q(logits, middle)[1] > wanted else (low, middle)
    return (low + high) / 2


def _i2(counts: Sequence[Counts]) -> float:
    """The share of the variation that is not chance, from Cochran's Q of the logits."""
    q = _mean_and_q([_logit(*count) for count in counts], 0)[1]
    return max(0.0, 1 - (len(counts) - 1) / q) if q else 0.0
