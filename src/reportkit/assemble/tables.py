"""Table values as pandoc tables, so that citations in their cells are resolved with the rest."""

from collections.abc import Iterator, Mapping
from typing import Any

from reportkit.assemble.tree import Node, Nodes, plain
from reportkit.model.items import Cell, Column, Table

_ALIGNMENT = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}


def markdown_of(table: Table) -> Iterator[str]:
    """Every stretch of Markdown in a table: caption, heads, group titles, cells and notes."""
    yield table.caption
    yield from (column.title for column in table.columns)
    for group in table.groups:
        yield group.title
        yield from (cell.text for row in group.rows for cell in row)
    yield from table.notes


def table_node(table: Table, inlines: Mapping[str, Nodes], caption: Nodes) -> Node:
    """A pandoc Table: one body per group, group titles as spanning heads, first cells as row heads.

    `inlines` maps each stretch of Markdown to what pandoc reads in it.
    """
    head = [_row([_cell(inlines[c.title], c.align) for c in table.columns])]
    bodies = [_body(table, index, inlines) for index in range(len(table.groups))]
    columns = [_column(column) for column in table.columns]
    empty: list[Any] = ["", [], []]
    caption_node = [None, [plain(caption)]]
    return {"t": "Table", "c": [empty, caption_node, columns, [empty, head], bodies, [empty, []]]}


def _column(column: Column) -> list[Any]:
    width = {"t": "ColWidth", "c": column.width} if column.width else {"t": "ColWidthDefault"}
    return [{"t": _ALIGNMENT[column.align]}, width]


def _body(table: Table, index: int, inlines: Mapping[str, Nodes]) -> list[Any]:
    group = table.groups[index]
    aligns = [column.align for column in table.columns]
    title = [_row([_cell(inlines[group.title], "left", len(aligns))])] if group.title else []
    rows = [_row([_body_cell(c, inlines, a) for c, a in zip(row, aligns, strict=True)]) for row in group.rows]
    return [["", [], []], 1, title, rows]


def _body_cell(cell: Cell, inlines: Mapping[str, Nodes], align: str) -> list[Any]:
    return _cell(inlines[cell.text], align)


def _cell(content: Nodes, align: str, columns: int = 1) -> list[Any]:
    blocks = [plain(content)] if content else []
    return [["", [], []], {"t": _ALIGNMENT[align]}, 1, columns, blocks]


def _row(cells: list[Any]) -> list[Any]:
    return [["", [], []], cells]
