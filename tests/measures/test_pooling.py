"""Pooled proportions agree with statsmodels, and with the likelihood integrated by scipy."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import optimize, stats
from scipy.special import expit, gammaln, logsumexp
from statsmodels.stats.meta_analysis import combine_effects

from reportkit.measures.distributions import student_quantile
from reportkit.measures.pooling import METHODS, pool

CASTS = [(10, 24), (3, 21), (17, 30), (40, 61), (0, 9), (12, 12)]
ALIKE = [(10, 20), (11, 20), (21, 40), (49, 100)]
SIMILAR = [(10, 24), (30, 61), (17, 30), (8, 22), (45, 70)]
GLMM, HK = "random-intercept-logistic", "logit-hartung-knapp"

_COUNTS = st.lists(
    st.integers(2, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=8
)


def _log_likelihood(mean: float, tau: float, counts: list[tuple[int, int]]) -> float:
    """On a fine grid over all that z can be."""
    z = np.linspace(-9, 9, 40_001)
    prior = stats.norm.logpdf(z) + np.log(z[1] - z[0])
    logit = mean + tau * z
    heights = (y * logit - n * np.logaddexp(0, logit) + prior for y, n in counts)
    chosen = (gammaln(n + 1) - gammaln(y + 1) - gammaln(n - y + 1) for y, n in counts)
    return float(sum(logsumexp(h) for h in heights) + sum(chosen))


@pytest.mark.parametrize("counts", [CASTS, SIMILAR])
def test_the_logistic_model_has_the_highest_likelihood(counts: list[tuple[int, int]]) -> None:
    """Mean, τ², interval and prediction are those of a general optimiser of the exact likelihood."""
    found = pool(counts, GLMM)
    assert found
    best = optimize.minimize(
        lambda x: -_log_likelihood(x[0], x[1], counts), (0.0, 0.8), method="Nelder-Mead", tol=1e-10
    )
    mean, tau = best.x
    assert found.share == pytest.approx(expit(mean), abs=1e-6)
    assert found.tau2 == pytest.approx(tau**2, abs=1e-5)
    h = 1e-3
    corners = {
        (i, j): _log_likelihood(mean + i * h, tau + j * h, counts) for i in (-1, 0, 1) for j in (-1, 0, 1)
    }
    m2 = (corners[1, 0] - 2 * corners[0, 0] + corners[-1, 0]) / h**2
    t2 = (corners[0, 1] - 2 * corners[0, 0] + corners[0, -1]) / h**2
    mt = (corners[1, 1] - corners[1, -1] - corners[-1, 1] + corners[-1, -1]) / (4 * h**2)
    error = np.sqrt(np.linalg.inv(-np.array([[m2, mt], [mt, t2]]))[0, 0])
    k = len(counts)
    wide = stats.t.ppf(0.975, k - 1) * error
    ahead = stats.t.ppf(0.975, k - 2) * np.sqrt(error**2 + tau**2)
    assert found.interval == pytest.approx((expit(mean - wide), expit(mean + wide)), abs=1e-5)
    assert found.prediction == pytest.approx((expit(mean - ahead), expit(mean + ahead)), abs=1e-5)


def test_studies_that_agree_have_no_variance_between_them() -> None:
    """Then τ² is 0 and the mean that of all patients together."""
    found = pool(ALIKE, GLMM)
    assert found
    assert found.tau2 == 0
    assert found.share == pytest.approx(91 / 180)
    assert found.i2 == 0


@pytest.mark.parametrize("counts", [SIMILAR, CASTS, ALIKE])
def test_hartung_and_knapp_as_in_statsmodels(counts: list[tuple[int, int]]) -> None:
    """With τ² after Paule and Mandel; the interval is never narrower than without their correction."""
    half = [(y + 0.5, n + 1) if y in {0, n} else (y, n) for y, n in counts]
    logits = np.array([np.log(y / (n - y)) for y, n in half])
    variances = np.array([1 / y + 1 / (n - y) for y, n in half])
    wanted = combine_effects(logits, variances, method_re="iterated", use_t=True)
    found = pool(counts, HK)
    assert found
    assert found.share == pytest.approx(expit(wanted.mean_effect_re), abs=1e-6)
    assert found.tau2 == pytest.approx(wanted.tau2, abs=1e-5)
    assert found.i2 == pytest.approx(max(0.0, wanted.i2), abs=1e-6)
    error = max(wanted.sd_eff_w_re_hksj, wanted.sd_eff_w_re)
    wide = stats.t.ppf(0.975, len(counts) - 1) * error
    middle = wanted.mean_effect_re
    assert found.interval == pytest.approx((expit(middle - wide), expit(middle + wide)), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(_COUNTS, st.sampled_from(sorted(METHODS)))
@example([(0, 24), (24, 176), (23, 23), (0, 2)], GLMM)
@example([(0, 25), (0, 20), (23, 24)], GLMM)
@example([(0, 2), (93, 93)], GLMM)
@example([(0, 2), (2, 2)], GLMM)
@example([(1, 1), (1, 1), (0, 1)], GLMM)
def test_a_pooled_proportion_lies_inside_its_intervals(counts: list[tuple[int, int]], method: str) -> None:
    """And it is the same in the mirror: events and their absence are pooled alike."""
    found = pool(counts, method)
    mirrored = pool([(n - y, n) for y, n in counts], method)
    assert (found is None) == (mirrored is None)
    if found and mirrored:
        low, high = found.interval
        assert 0 <= low <= found.share <= high <= 1
        assert found.share == pytest.approx(1 - mirrored.share, abs=1e-6)
        assert found.tau2 >= 0
        assert 0 <= found.i2 < 1
        if found.prediction:
            assert found.prediction[0] <= found.share <= found.prediction[1]


@pytest.mark.parametrize("counts", [[], [(3, 9)], [(0, 9), (0, 12)], [(9, 9), (12, 12)]])
@pytest.mark.parametrize("method", sorted(METHODS))
def test_what_cannot_be_pooled_is_not(counts: list[tuple[int, int]], method: str) -> None:
    """One study, or studies in which nobody or everybody has the event, give no estimate."""
    assert pool(counts, method) is None


def test_all_or_nothing_has_no_highest_likelihood() -> None:
    """Half of the studies with everybody, half with nobody: the variance would grow without end."""
    assert pool([(20, 20), (0, 20), (30, 30), (0, 30)], GLMM) is None


def test_a_wider_level_is_wider() -> None:
    """99% lies around 95%."""
    usual, wide = pool(SIMILAR, GLMM), pool(SIMILAR, GLMM, Decimal(99))
    assert usual
    assert wide
    assert wide.interval[0] < usual.interval[0] < usual.interval[1] < wide.interval[1]


@pytest.mark.parametrize("df", [1, 2, 3, 9, 40])
@pytest.mark.parametrize("tails", [0.001, 0.05, 0.5])
def test_quantiles_of_student(tails: float, df: float) -> None:
    """As in scipy."""
    assert student_quantile(tails, df) == pytest.approx(stats.t.ppf(1 - tails / 2, df), rel=1e-9)
