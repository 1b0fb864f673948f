"""A result as a forest plot shows it: a proportion and the words for it."""

from dataclasses import dataclass

from reportkit.figures._forest import Entry
from reportkit.measures.proportions import Proportion
from reportkit.model.evidence import Result


@dataclass(frozen=True, slots=True)
class Plotted:
    """A result with events and total; `label` says whose, `detail` what was counted and when.

    `analysed` says in whom, as the report does.
    """

    result: Result
    label: str
    detail: str
    analysed: str
    proportion: Proportion

    @property
    def said(self) -> str:
        """The calculated percentage and its interval."""
        return f"{self.proportion.percent}% ({self.proportion.interval})"

    @property
    def what(self) -> str:
        """What was counted, when and in whom."""
        return "; ".join(part for part in (self.detail, self.analysed) if part)

    @property
    def entry(self) -> Entry:
        """The line of the plot."""
        shown = self.proportion
        value = f"{shown.percent} ({shown.interval})"
        places = (shown.share, shown.low, shown.high)
        return Entry(self.label, self.detail, shown.counts, value, *places, self.analysed)
