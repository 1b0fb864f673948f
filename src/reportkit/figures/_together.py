"""The pooled line of a forest plot, and what has to be said beside it."""

from dataclasses import dataclass
from fractions import Fraction

from reportkit.figures._forest import Entry
from reportkit.items.inlines import escape
from reportkit.items.pooling import TITLES, method, reason
from reportkit.measures.pooling import Pooled
from reportkit.measures.rounding import round_like
from reportkit.model.items import Cell, Item

_INTERVALS = "Intervals by Student's t: k − 1 degrees of freedom for the mean, k − 2 for a further study."


@dataclass(frozen=True, slots=True)
class Together:
    """Studies pooled by a method, for a reason; both in words."""

    pooled: Pooled
    method: str
    reason: str

    @classmethod
    def of(cls, item: Item, pooled: Pooled | None) -> "Together | None":
        """What an item asked for, where there is any."""
        return cls(pooled, TITLES[method(item)], reason(item)) if pooled else None

    @property
    def alt(self) -> str:
        """How it is pooled."""
        return f"pooled by {self.method}"

    @property
    def entry(self) -> Entry:
        """The line of the plot."""
        found = self.pooled
        value = f"{_percent(found.share)} ({_range(found.interval)})"
        low, high = found.interval
        return Entry(
            self.method,
            self._spread,
            f"k = {found.studies}",
            value,
            found.share,
            low,
            high,
            pooled=True,
            prediction=found.prediction,
        )

    @property
    def said(self) -> str:
        """Every number of it, in words."""
        found = self.pooled
        share = f"{_percent(found.share)}% ({_range(found.interval)})"
        return f"Pooled, {self.method}, {found.studies} studies: {share}; {self._spread}."

    @property
    def note(self) -> str:
        """By which method, why, and how much the studies differ."""
        why = escape(self.reason.rstrip("."))
        return f"Pooled because {why}. Method: {self.method}; {self._spread}. {_INTERVALS}"

    @property
    def row(self) -> tuple[Cell, ...]:
        """The line of the data."""
        found = self.pooled
        numbers = (f"k = {found.studies}", f"{_percent(found.share)}%", _range(found.interval), "", "")
        return (Cell(self.method), Cell(self._spread), Cell(""), Cell(""), *map(Cell, numbers))

    @property
    def _spread(self) -> str:
        found = self.pooled
        tau2, i2 = round_like(Fraction(found.tau2), 2), round_like(Fraction(found.i2) * 100, 0)
        ahead = _range(found.prediction) if found.prediction else "needs three studies"
        return f"τ² {tau2}, I² {i2}%, prediction {ahead}"


def _percent(share: float) -> str:
    return str(round_like(Fraction(share) * 100, 1))


def _range(limits: tuple[float, float]) -> str:
    return "–".join(map(_percent, limits))
