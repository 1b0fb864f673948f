"""Harms: each event with its grade, the scale of that grade, the period and how many had it in each arm.

Scales differ between studies, so the scale stands beside every grade. Nothing is added up or compared.
"""

from reportkit.model.evidence import Result
from reportkit.model.items import Item, Table
from reportkit.model.review import Review
from reportkit.tables._arms import Line
from reportkit.tables._heads import Head
from reportkit.tables._result_table import RESULT_OPTIONS, ResultTable
from reportkit.tables._sections import Section
from reportkit.tables._studies import NOT_STATED

OPTIONS = RESULT_OPTIONS

_NOT_SEEN = "not stated in the source seen"


def build(item: Item, review: Review) -> Table:
    """The table of an item's adverse events."""
    return _Harms(item, review).table()


class _Harms(ResultTable):
    before = (Head("Event", 20), Head("Grade", 13), Head("Grading scale", 15), Head("Period", 14))
    only_arm = "n/N (%)"
    after = (Head("Source", 9),)

    def phrases(self, result: Result) -> tuple[str, ...]:
        return _event(result), result.timepoint, result.population, result.grade, result.grading_scale

    def leading(self, line: Line, section: Section) -> tuple[str, ...]:
        first, say = line.results[0], self.cells.say
        elsewhere = "" if first.population == section.population else f" ({say(first.population)})"
        head = self.with_arms(self.cells.head(_event(first)) + elsewhere, line, section)
        return head, say(first.grade or NOT_STATED), say(_scale(first)), say(first.timepoint)

    def value(self, result: Result, *, with_p: bool) -> str:  # noqa: ARG002 - no p values among harms
        return self.cells.frequency(result)

    def trailing(self, line: Line, section: Section) -> tuple[str, ...]:  # noqa: ARG002 - the same everywhere
        return (self.cells.source(line.results),)


def _event(result: Result) -> str:
    """The event without its grade, which has a column of its own."""
    return result.outcome.removesuffix(f", grade {result.grade}").removesuffix(f", {result.grade} grade")


def _scale(result: Result) -> str:
    return result.grading_scale.replace("not seen", _NOT_SEEN) or _NOT_SEEN
