"""Intervals of proportions, with statsmodels as the oracle."""

from decimal import Decimal

import pytest
from statsmodels.stats.proportion import proportion_confint

from reportkit.measures.intervals import clopper_pearson, normal, wilson

_TOTALS = (1, 2, 7, 24, 105, 661, 5000, 100_000)
_GRID = sorted(
    {
        (events, total)
        for total in _TOTALS
        for events in (0, 1, total // 7, total // 2, total - 1, total)
        if 0 <= events <= total
    }
)


@pytest.mark.parametrize("level", [50, 90, 95, Decimal("99.9")])
@pytest.mark.parametrize(("events", "total"), _GRID)
def test_oracle(events: int, total: int, level: Decimal | int) -> None:
    """The interval is the one that statsmodels computes from the beta distribution."""
    expected = proportion_confint(events, total, alpha=float(1 - Decimal(level) / 100), method="beta")
    assert clopper_pearson(events, total, level) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(("method", "name"), [(wilson, "wilson"), (normal, "normal")])
def test_other_methods(method, name) -> None:
    """The other two intervals that papers print are those of statsmodels, too."""
    for events, total in _GRID:
        expected = proportion_confint(events, total, alpha=0.05, method=name)
        assert method(events, total) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("total", [1, 24, 100_000])
def test_none_and_all(total: int) -> None:
    """0 of n begins at exactly 0 and n of n ends at exactly 1."""
    assert clopper_pearson(0, total)[0] == 0
    assert clopper_pearson(total, total)[1] == 1


def test_published_interval() -> None:
    """65 of 79 gives the 72 to 90% that a paper printed beside 82%."""
    low, high = clopper_pearson(65, 79)
    assert (f"{100 * low:.0f}", f"{100 * high:.0f}") == ("72", "90")


@pytest.mark.parametrize(("events", "total"), [(0, 0), (3, 2), (-1, 5)])
def test_no_proportion(events: int, total: int) -> None:
    """Numbers that are no part of a whole have no interval."""
    with pytest.raises(ValueError, match="no proportion"):
        clopper_pearson(events, total)
