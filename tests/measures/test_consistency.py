"""Numbers that stand together and must agree."""

from decimal import Decimal

import pytest

from reportkit.measures.consistency import (
    excludes,
    geometric_centre_agrees,
    inside_interval,
    is_significant,
    percent_agrees,
    percent_cut_off,
    reachable,
)
from reportkit.measures.notation import read_quantities
from reportkit.measures.pairs import counted_percents, estimates_with_intervals, with_p_values
from tests.measures.rows import printed


@pytest.mark.parametrize(
    ("events", "total", "percent", "agrees"),
    [
        (53, 55, "96.4", True),
        (53, 55, "96.3", False),
        (53, 55, "96", True),
        (5, 8, "62.5", True),
        (5, 8, "62", True),
        (5, 8, "63", True),
        (77, 102, "76", False),
        (0, 24, "0", True),
    ],
)
def test_percent_agrees(events: int, total: int, percent: str, *, agrees: bool) -> None:
    """A percentage agrees with its fraction when it is the fraction rounded to its own decimals."""
    assert percent_agrees(events, total, Decimal(percent)) is agrees


def test_percent_cut_off() -> None:
    """53 of 55 is 96.36%, so 96.3% was cut off."""
    assert percent_cut_off(53, 55, Decimal("96.3"))
    assert not percent_cut_off(53, 55, Decimal("96.2"))


@pytest.mark.parametrize(
    ("estimate", "low", "high", "inside"),
    [
        ("0.33", "0.18", "0.61", True),
        ("0.9", "0.2", "0.8", False),
        ("0.61", "0.18", "0.61", True),
        ("1", "1.02", "1.4", True),
        ("0.86", "0.2", "0.8", False),
        ("0.1", "0.2", "0.8", False),
        ("-2", "-3.1", "-0.4", True),
    ],
)
def test_inside_interval(estimate: str, low: str, high: str, *, inside: bool) -> None:
    """An estimate is outside only if no rounding could have brought it there."""
    assert inside_interval(Decimal(estimate), Decimal(low), Decimal(high)) is inside


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10/24 (41.7%)", ["10/24 41.7"]),
        ("10 of 24 children (41.7%; 95% CI 22–63)", ["10/24 41.7"]),
        ("10/24, 41.7%", ["10/24 41.7"]),
        ("10/24 = 41.7%", ["10/24 41.7"]),
        ("41.7% (10/24)", ["10/24 41.7"]),
        ("10 (41.7%) of 24", ["10/24 41.7"]),
        ("10/24 (41.7%) and 5/10 (50%)", ["10/24 41.7", "5/10 50"]),
        ("10/24 and 5/10 (41.7% and 50%)", []),
        ("41.7% and 50% (10/24 and 5/10)", []),
        ("10 of 24, 50% of them in a cast", []),
        ("10 of 24 walked. Of these, 50% ran", []),
    ],
)
def test_counted_percents(text: str, expected: list[str]) -> None:
    """A fraction and a percentage that state the same are found, and lists are left alone."""
    pairs = counted_percents(text, read_quantities(text))
    assert [f"{pair.events.text}/{pair.total.text} {pair.percent.text}" for pair in pairs] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HR 0.33 (0.18–0.61)", ["0.33 0.18 0.61"]),
        ("hazard ratio 0.33; 95% CI, 0.18 to 0.61", ["0.33 0.18 0.61"]),
        ("10/24 (41.7%; 95% CI 22.1–63.4)", ["41.7 22.1 63.4"]),
        ("4.4 months (95% CI 2.3–7.6)", ["4.4 2.3 7.6"]),
        ("81% (2018–2022)", []),
        ("4.4 months (95% CI 22–63%)", []),
        ("54% and 39% (95% CI 44–64 and 30–48)", []),
        ("54% with some words (95% CI 44–64)", []),
    ],
)
def test_estimates_with_intervals(text: str, expected: list[str]) -> None:
    """An interval belongs to the estimate right before it."""
    pairs = estimates_with_intervals(text, read_quantities(text))
    assert [f"{pair.estimate.text} {pair.low.text} {pair.high.text}" for pair in pairs] == expected


@pytest.mark.parametrize(
    ("estimate", "low", "high", "agrees"),
    [
        ("0.33", "0.18", "0.61", True),
        ("0.17", "0.04", "0.89", False),
        ("6.4", "3.4", "12.4", True),
        ("2.0", "1.1", "9.9", False),
        ("0.1", "0.0", "0.9", True),
        ("-1", "-2", "2", True),
    ],
)
def test_geometric_centre(estimate: str, low: str, high: str, *, agrees: bool) -> None:
    """A ratio is in the middle of its interval on the logarithmic scale, as far as rounding tells."""
    assert geometric_centre_agrees(Decimal(estimate), Decimal(low), Decimal(high)) is agrees


@pytest.mark.parametrize(
    ("low", "high", "null", "expected"),
    [
        ("0.5", "0.9", 1, True),
        ("1.02", "1.4", 1, True),
        ("0.47", "1.03", 1, False),
        ("0.5", "1.0", 1, None),
        ("0.52", "1.00", 1, None),
        ("-3", "21", 0, False),
        ("3", "21", 0, True),
        ("0", "21", 0, None),
    ],
)
def test_excludes(low: str, high: str, null: int, *, expected: bool | None) -> None:
    """Whether an interval excludes no effect, unless rounding leaves that open."""
    assert excludes(Decimal(low), Decimal(high), null) is expected


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        ("<0.001", True),
        ("<.05", True),
        ("<0.1", None),
        (">0.05", False),
        (">0.01", None),
        ("0.04", None),
        ("0.034", True),
        ("0.055", None),
        ("0.07", False),
        (".39", False),
    ],
)
def test_is_significant(p: str, *, expected: bool | None) -> None:
    """Whether a p value is below 0.05, unless it is near."""
    assert is_significant(printed(p)) is expected


@pytest.mark.parametrize(
    ("total", "percent", "expected"),
    [
        (12, "40", False),
        (12, "42", True),
        (12, "41", True),
        (12, "0", True),
        (12, "100", True),
        (19, "14", False),
        (24, "12.6", False),
        (24, "12.5", True),
        (1000, "41.7", True),
    ],
)
def test_reachable(total: int, percent: str, *, expected: bool) -> None:
    """A percentage of a group needs a whole number of patients, rounded or cut off."""
    assert reachable(total, Decimal(percent)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HR 0.7 (95% CI 0.5–0.9; p = 0.02)", ["0.7 = 0.02"]),
        ("HR 0.7 (0.5–0.9), P<.001, and OR 2.1 (1.4–3.2) with p = 0.04", ["0.7 <.001", "2.1 = 0.04"]),
        ("HR 0.7 (0.5–0.9; p for trend = 0.02), HR 0.7 (0.5–0.9). It fell (p = 0.2)", []),
    ],
)
def test_with_p_values(text: str, expected: list[str]) -> None:
    """A p value belongs to the estimate whose interval stands right before it."""
    found = with_p_values(text, read_quantities(text))
    assert [f"{pair.estimate.text} {p.text}" for pair, p in found] == expected
