"""Tables and citations as the page wants them, and pandoc's writing without what nobody reads."""

import re
from typing import Any

from reportkit.assemble.tree import Node, Nodes, of_class, rewrite, span

_CLOSED = re.compile(r"<(br|col|hr|img)\b([^<>]*?) ?/>")
_LINE_OF_ITS_OWN = re.compile(r"<(dd|li)>\n([^\n]*)\n</\1>")


def without_ballast(blocks: Nodes) -> Nodes:
    """Citations without their keys, which only pandoc needs; heads of tables that say what they head."""

    def lighten(node: Node) -> Node:
        if node["t"] == "Cite":
            return span(of_class("citation"), node["c"][1])
        if node["t"] == "Table":
            return {"t": "Table", "c": _scoped(_aligned_by_default(node["c"]))}
        return node

    lightened: Nodes = rewrite(blocks, lighten)
    return lightened


def written_plainly(html: str) -> str:
    """Elements without content as HTML writes them, and short texts on one line with their element."""
    return _LINE_OF_ITS_OWN.sub(r"<\1>\2</\1>", _CLOSED.sub(r"<\1\2>", html))


def _aligned_by_default(part: Any) -> Any:
    """A table in which nothing is said to stand at the left."""
    if isinstance(part, list):
        return [_aligned_by_default(inner) for inner in part]
    return {"t": "AlignDefault"} if part == {"t": "AlignLeft"} else part


def _scoped(table: list[Any]) -> list[Any]:
    """The parts of a table with a scope in each head: of its column, its row, or the rows below a title."""
    *front, head, bodies, foot = table
    return [
        *front,
        [head[0], [_heads(row, "col") for row in head[1]]],
        [
            [a, n, [_heads(row, "rowgroup") for row in titles], [_heads(row, "row", n) for row in rows]]
            for a, n, titles, rows in bodies
        ],
        foot,
    ]


def _heads(row: list[Any], scope: str, count: int | None = None) -> list[Any]:
    """A row whose first cells, or all of them, head something."""
    cells = row[1]
    count = len(cells) if count is None else count
    return [row[0], [*(_head(cell, scope) for cell in cells[:count]), *cells[count:]]]


def _head(cell: list[Any], scope: str) -> list[Any]:
    (name, classes, pairs), *rest = cell
    return [[name, classes, [*pairs, ["scope", scope]]], *rest]
