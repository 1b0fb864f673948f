"""Two versions of a table merged cell by cell: columns are known by their heads, rows by their first cell."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from reportkit.assemble.tree import Node, Nodes
from reportkit.redline.alignment import align, word_likeness
from reportkit.redline.marking import Mark, marked_blocks
from reportkit.redline.widening import as_wide
from reportkit.redline.words import readings

MergeBlocks = Callable[[Nodes, Nodes], Nodes]
Row = list[Any]
Cell = list[Any]


def merge_tables(before: Node, now: Node, merge: MergeBlocks) -> Node:
    """One table with all rows and columns of both; `merge` merges what stands in a cell."""
    old, new = as_wide(before["c"], now["c"])
    tables = _Tables(merge)
    attrs, caption, columns, head, bodies, foot = new
    return {
        "t": "Table",
        "c": [
            attrs,
            [caption[0], merge(old[1][1], caption[1])],
            columns,
            [head[0], tables.rows(old[3][1], head[1])],
            [tables.body(*pair) for pair in align(old[4], bodies, _key, _alike_bodies)],
            [foot[0], tables.rows(old[5][1], foot[1])],
        ],
    }


class _Tables:
    """Two tables of the same width."""

    def __init__(self, merge: MergeBlocks) -> None:
        self.merge = merge

    def body(self, before: list[Any] | None, now: list[Any] | None) -> list[Any]:
        """One group of rows."""
        nothing: list[Any] = [None, 0, [], []]
        attrs, heads, *_ = now or before or nothing
        old, new = before or nothing, now or nothing
        return [attrs, heads, self.rows(old[2], new[2]), self.rows(old[3], new[3])]

    def rows(self, before: list[Row], now: list[Row]) -> list[Row]:
        """Rows in order."""
        return [row for pair in align(before, now, _key, _alike_rows) for row in self._row(*pair)]

    def _row(self, before: Row | None, now: Row | None) -> Iterator[Row]:
        """One row of both, or two where cells are joined in another way."""
        if before and now and _shape(before) == _shape(now):
            pairs = zip(before[1], now[1], strict=True)
            yield [now[0], [self._cell(old, new) for old, new in pairs]]
            return
        for row, mark in ((before, Mark.DELETED), (now, Mark.INSERTED)):
            if row:
                yield [row[0], [[*cell[:4], marked_blocks(cell[4], mark)] for cell in row[1]]]

    def _cell(self, before: Cell, now: Cell) -> Cell:
        old, new = before[4], now[4]
        if old and new:
            return [*now[:4], self.merge(old, new)]
        blocks = marked_blocks(new, Mark.INSERTED) if new else marked_blocks(old, Mark.DELETED)
        return [*now[:4], blocks]


def _key(part: Any) -> Hashable:
    return tuple(readings(part)), _shape(part) if len(part) == len(["attributes", "cells"]) else ()


def _shape(row: Row) -> tuple[tuple[int, int], ...]:
    return tuple((cell[2], cell[3]) for cell in row[1])


def _alike_rows(before: Row, now: Row) -> float:
    """Rows with the same first cell are two versions of one row, whatever else is in them."""
    likeness = _alike(before[1], now[1])
    return 1 + likeness if _first(before) == _first(now) != () else likeness


def _alike_bodies(before: Sequence[Any], now: Sequence[Any]) -> float:
    likeness = _alike(before[2:], now[2:])
    return 1 + likeness if _key(before[2]) == _key(now[2]) else likeness


def _alike(before: Any, now: Any) -> float:
    return word_likeness(Counter(readings(before)), Counter(readings(now)))


def _first(row: Row) -> tuple[str, ...]:
    return tuple(readings(row[1][0][4])) if row[1] else ()
