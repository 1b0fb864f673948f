"""Tails of distributions, with SciPy as the oracle."""

import pytest
from scipy import stats

from reportkit.measures.distributions import chi_square_tail, fisher_tail, normal_tails, student_tails

DF = [1, 2, 3.7, 19, 100, 4321, 1e6]
VALUES = [0, 0.001, 0.3, 1, 1.96, 2.37, 5, 12.5, 40]


@pytest.mark.parametrize("value", VALUES)
def test_normal(value: float) -> None:
    """Both tails of the normal distribution, whatever the sign."""
    expected = pytest.approx(2 * stats.norm.sf(value), rel=1e-9, abs=1e-200)
    assert normal_tails(value) == expected
    assert normal_tails(-value) == expected


@pytest.mark.parametrize("df", DF)
@pytest.mark.parametrize("value", VALUES)
def test_student_and_chi_square(value: float, df: float) -> None:
    """Both tails of Student's distribution and the upper one of chi-square."""
    assert student_tails(-value, df) == pytest.approx(2 * stats.t.sf(value, df), rel=1e-7, abs=1e-12)
    assert chi_square_tail(value, df) == pytest.approx(stats.chi2.sf(value, df), rel=1e-7, abs=1e-12)
    around = df + value
    assert chi_square_tail(around, df) == pytest.approx(stats.chi2.sf(around, df), rel=1e-7, abs=1e-12)


@pytest.mark.parametrize("df1", DF)
@pytest.mark.parametrize("df2", DF)
@pytest.mark.parametrize("value", VALUES)
def test_fisher(value: float, df1: float, df2: float) -> None:
    """The upper tail of Fisher's distribution."""
    assert fisher_tail(value, df1, df2) == pytest.approx(stats.f.sf(value, df1, df2), rel=1e-6, abs=1e-12)
