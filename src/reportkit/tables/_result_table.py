"""The frame that tables of results share: sections, rows, arms side by side, notes."""

from abc import ABC, abstractmethod
from typing import ClassVar

from reportkit.items.definitions import definitions_of
from reportkit.items.inlines import LINE_BREAK
from reportkit.items.options import Shape
from reportkit.model.evidence import Evidence, Result
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._arms import Line, arm_columns, side_by_side
from reportkit.tables._cells import ABSENT, Cells
from reportkit.tables._heads import Head, columns
from reportkit.tables._sections import Section, sections

RESULT_OPTIONS = {
    "arms": Shape.RECORDS,
    "groups": Shape.RECORDS,
    "other": Shape.TEXT,
    "remarks": Shape.WORDS,
    "second_hand": Shape.TEXT,
    "words": Shape.WORDS,
}
_VALUE_WEIGHT = 15


class ResultTable(ABC):
    """Writes the results of one item; what stands before and behind the values is the builder's."""

    before: ClassVar[tuple[Head, ...]]
    after: ClassVar[tuple[Head, ...]]
    only_arm: ClassVar[str]

    def __init__(self, item: Item, review: Review) -> None:
        self._item = item
        self._evidence = review.evidence or Evidence()
        self._columns = arm_columns(item, self.only_arm)
        self.cells = Cells(item, self._evidence)

    @abstractmethod
    def phrases(self, result: Result) -> tuple[str, ...]:
        """What two results must have in common to stand in one row."""

    @abstractmethod
    def leading(self, line: Line, section: Section) -> tuple[str, ...]:
        """The texts before the values; the first is the head of the row."""

    @abstractmethod
    def value(self, result: Result, *, with_p: bool) -> str:
        """The text for one result."""

    @abstractmethod
    def trailing(self, line: Line, section: Section) -> tuple[str, ...]:
        """The texts behind the values."""

    def table(self) -> Table:
        """The finished table; rows that the evidence does not have are left out."""
        parts = tuple(sections(self._item, self._evidence, self._columns))
        groups = tuple(self._group(section) for section in parts)
        values = (Head(column.title, _VALUE_WEIGHT, "center") for column in self._columns)
        heads = columns((*self.before, *values, *self.after))
        shown = (result for section in parts for result in section.results)
        notes = (*self.cells.notes(), *definitions_of(shown, self._evidence))
        return Table(self._item.id, self._item.caption, heads, groups, notes)

    def with_arms(self, head: str, line: Line, section: Section) -> str:
        """The head of a row, above the arms it is about where their columns do not tell them apart."""
        crowded = (result for column, result in sorted(line.slots.items()) if column in section.crowded)
        return LINE_BREAK.join([head, *filter(None, dict.fromkeys(map(self._arm, crowded)))])

    def _group(self, section: Section) -> Group:
        rows = side_by_side(section.results, self._columns, self._key)
        return Group(section.title, tuple(self._row(line, section) for line in rows))

    def _key(self, result: Result) -> tuple[str, ...]:
        return tuple(map(self.cells.say, self.phrases(result)))

    def _row(self, line: Line, section: Section) -> tuple[Cell, ...]:
        head, *others = self.leading(line, section)
        values = (self._value(line, column) for column in range(len(self._columns)))
        behind = (Cell(text or ABSENT) for text in self.trailing(line, section))
        return (Cell(head), *(Cell(text or ABSENT) for text in others), *values, *behind)

    def _value(self, line: Line, column: int) -> Cell:
        contrasts = any(column.contrast for column in self._columns)
        if result := line.slots.get(column):
            with_p = self._columns[column].contrast or not contrasts
            return Cell(self.value(result, with_p=with_p), (result.id,))
        if self._columns[column].contrast and (printed := self.cells.comparison(line.results)):
            return Cell(printed, tuple(result.id for result in line.results if result.p))
        return Cell(ABSENT)

    def _arm(self, result: Result) -> str:
        study = self._evidence.studies_by_id.get(result.study)
        return self.cells.say(study.arm_label(result.arm) if study else result.arm)
