"""Printed tests of significance and the p values that they give, with SciPy as the oracle."""

import pytest
from scipy import stats

from reportkit.measures.significance import read_tests


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t(19) = 2.37, p = .029", 2 * stats.t.sf(2.37, 19)),
        ("t(18.4) = -2.37; p = .029", 2 * stats.t.sf(2.37, 18.4)),
        ("F(2, 57) = 3.40 (p = .04)", stats.f.sf(3.40, 2, 57)),
        ("r(28) = .450, p = .012", 2 * stats.t.sf(0.45 * (28 / (1 - 0.45**2)) ** 0.5, 28)),
        ("χ2(1, N = 120) = 4.10, p = .043", stats.chi2.sf(4.10, 1)),
        ("χ²(2) = 6.10, p = .047", stats.chi2.sf(6.10, 2)),
        ("chi-squared(3) = 1.20, P-value = 0.75", stats.chi2.sf(1.20, 3)),
        ("z = 2.10, p = .04", 2 * stats.norm.sf(2.10)),
        ("Q(12) = 20.10, p = 0.065", stats.chi2.sf(20.10, 12)),
    ],
)
def test_p_value(text: str, expected: float) -> None:
    """The p value of the printed statistic lies between the least and the greatest one."""
    [test] = read_tests(text)
    least, greatest = test.p_values()
    assert least <= expected <= greatest
    assert test.agrees()
    assert text.strip(")").endswith(test.p.text)


@pytest.mark.parametrize(
    ("text", "two", "one"),
    [
        ("t(28) = 1.80, p = .041", False, True),
        ("t(28) = 1.80, p = .083", True, False),
        ("F(1, 24) = 4.52, p = .022", False, False),
        ("t(28) = 1.80, p < .05", False, True),
        ("t(28) = 1.80, p > .05", True, False),
        ("t(28) = 12, p = .000", True, True),
    ],
)
def test_sides(text: str, two: bool, one: bool) -> None:  # noqa: FBT001 - what is expected of each test
    """Half of the p value fits a one-sided test, where a test has sides."""
    [test] = read_tests(text)
    assert (test.agrees(), test.agrees(sides=1)) == (two, one)


@pytest.mark.parametrize(
    "text",
    [
        "part(3) = 2, p = .5",
        "r(28) = 1.45, p = .2",
        "t(0) = 1.45, p = .2",
        "F(1, 0) = 1.45, p = .2",
        "F(1, 24) < 1, n.s.",
        "t(19) = 2.37 was found, and p = .9",
        "t(999999999) = 2.37, p = .9",
        "z = 1e300, p = .9",
        "t(19) = 2.37",
    ],
)
def test_no_test(text: str) -> None:
    """What is no test, is impossible or has no p value behind it is not read."""
    assert not list(read_tests(text))
