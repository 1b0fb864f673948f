"""Rows and columns of a table that are called a total, and what they are the total of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportkit.model.tokens import Cell
from reportkit.rules.reading.markdown_tables import TableInText

_TOTAL = re.compile(r"(?:grand\s)?(?:totals?|sums?)\s?:?(?:\s?[(,]?\s?[nN]\s?\)?)?", re.IGNORECASE)
_SUBTOTAL = re.compile(r"\bsub-?totals?\b|\b(?:totals?|sum)\b", re.IGNORECASE)

_TWO_PARTS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A column or row with a total: its head, the cells that are added up, and the total."""

    title: str
    parts: tuple[Cell, ...]
    total: Cell


def is_total(cell: Cell) -> bool:
    """Whether a cell calls its row or column a total."""
    return _TOTAL.fullmatch(cell.text.strip()) is not None


def lines_with_total(table: TableInText) -> Iterator[Line]:
    """Columns with a total at either end, then rows with a total in the last column.

    A table with subtotals or with headings between its rows adds up in ways that only its reader knows.
    """
    rows = [row for row in table.body if row and not table.is_blank(row[0])]
    if _is_plain(table, rows):
        for index in (0, len(rows) - 1):
            if is_total(rows[index][0]):
                parts = rows[:index] or rows[1:]
                yield from _columns(table, rows[index], parts)
                break
    head = table.head
    if head and is_total(head[-1]) and not any(_SUBTOTAL.search(c.text) for c in head[1:-1]):
        for row in table.body:
            if len(row) == len(head):
                yield Line(row[0].text, row[1:-1], row[-1])


def _is_plain(table: TableInText, rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the rows are parts and one total, each as long as the table is wide."""
    several = len(rows) > _TWO_PARTS and len(rows) == len(table.body)
    named = [row for row in rows if _SUBTOTAL.search(row[0].text)]
    whole = all(len(row) == table.table.columns and not table.is_blank(row[-1]) for row in rows)
    return several and len(named) == 1 and whole


def _columns(
    table: TableInText, total: tuple[Cell, ...], parts: Sequence[tuple[Cell, ...]]
) -> Iterator[Line]:
    for column in table.columns[1:]:
        yield Line(column.title, tuple(row[column.index] for row in parts), total[column.index])
