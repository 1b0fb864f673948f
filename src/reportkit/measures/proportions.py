"""Proportions calculated from printed counts: the percentage, and the exact interval around it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reportkit.measures.intervals import clopper_pearson
from reportkit.measures.rounding import round_like
from reportkit.model.evidence import Measure, Result


@dataclass(frozen=True, slots=True)
class Proportion:
    """Events of a total, with the limits of their exact interval from 0 to 1."""

    events: int
    total: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The proportion from 0 to 1."""
        return self.events / self.total

    @property
    def counts(self) -> str:
        """Events of total."""
        return f"{self.events}/{self.total}"

    @property
    def percent(self) -> str:
        """The calculated percentage, with one decimal."""
        return str(rounded_percent(self.events, self.total))

    @property
    def interval(self) -> str:
        """The exact interval in percent, with one decimal."""
        low, high = (round_like(Fraction(limit) * 100, 1) for limit in (self.low, self.high))
        return f"{low}–{high}"


def proportion(result: Result, level: Decimal | int = 95) -> Proportion | None:
    """The proportion of a result; None where it is none or its counts cannot be."""
    events, total = result.events, result.total
    if result.measure is not Measure.PROPORTION or events is None or not total or not 0 <= events <= total:
        return None
    return Proportion(events, total, *clopper_pearson(events, total, level))


def exact_percent(events: int, total: int) -> Fraction:
    """The percentage of counts, not rounded."""
    return Fraction(100 * events, total)


def rounded_percent(events: int, total: int, decimals: int = 1) -> Decimal:
    """The percentage of counts as it is written."""
    return round_like(exact_percent(events, total), decimals)
