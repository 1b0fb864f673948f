"""Outcomes: what was measured when, the values of the arms side by side, and who was analysed.

Each study has its section unless the option `groups` says otherwise. Without the option `arms` all values
stand in one column.
"""

from reportkit.model.evidence import Result
from reportkit.model.items import Item, Table
from reportkit.model.review import Review
from reportkit.tables._arms import Line
from reportkit.tables._heads import Head
from reportkit.tables._result_table import RESULT_OPTIONS, ResultTable
from reportkit.tables._sections import Section

OPTIONS = RESULT_OPTIONS


def build(item: Item, review: Review) -> Table:
    """The table of an item's results."""
    return _Outcomes(item, review).table()


class _Outcomes(ResultTable):
    before = (Head("Outcome", 19), Head("Time", 13))
    only_arm = "Result (95% CI)"
    after = (Head("Analysed", 14), Head("Source", 9))

    def phrases(self, result: Result) -> tuple[str, ...]:
        return result.outcome, result.timepoint, result.population

    def leading(self, line: Line, section: Section) -> tuple[str, ...]:
        first = line.results[0]
        head = self.with_arms(self.cells.head(first.outcome), line, section)
        return head, self.cells.say(first.timepoint)

    def value(self, result: Result, *, with_p: bool) -> str:
        return self.cells.value(result, with_p=with_p)

    def trailing(self, line: Line, section: Section) -> tuple[str, ...]:
        others = (r.population for r in line.results if r.population != section.population)
        phrases = (*others, *(r.analysis_set for r in line.results))
        analysed = "; ".join(dict.fromkeys(self.cells.say(phrase) for phrase in phrases if phrase))
        return analysed, self.cells.source(line.results)
