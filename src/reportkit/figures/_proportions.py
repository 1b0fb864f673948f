"""Proportions as a forest plot shows them: calculated from printed counts, exact interval included."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reportkit.figures._forest import Entry
from reportkit.measures.intervals import clopper_pearson
from reportkit.measures.rounding import round_like
from reportkit.model.evidence import Measure, Result


@dataclass(frozen=True, slots=True)
class Proportion:
    """A result with events and total, the words for it and its exact interval."""

    result: Result
    label: str
    detail: str
    events: int
    total: int
    low: float
    high: float

    @property
    def counts(self) -> str:
        """Events of total."""
        return f"{self.events}/{self.total}"

    @property
    def percent(self) -> str:
        """The calculated percentage, with one decimal."""
        return str(round_like(Fraction(100 * self.events, self.total), 1))

    @property
    def interval(self) -> str:
        """The exact interval in percent, with one decimal."""
        low, high = (round_like(Fraction(limit) * 100, 1) for limit in (self.low, self.high))
        return f"{low}–{high}"

    @property
    def entry(self) -> Entry:
        """The line of the plot."""
        value = f"{self.percent} ({self.interval})"
        share = self.events / self.total
        return Entry(self.label, self.detail, self.counts, value, share, self.low, self.high)


def proportion(result: Result, label: str, detail: str, level: Decimal) -> Proportion | None:
    """A result as a proportion; None where it is none or its counts cannot be."""
    events, total = result.events, result.total
    if result.measure is not Measure.PROPORTION or events is None or not total or not 0 <= events <= total:
        return None
    return Proportion(result, label, detail, events, total, *clopper_pearson(events, total, level))
