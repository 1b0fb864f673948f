"""Marks around what came and what went."""

from enum import StrEnum

from reportkit.assemble.tree import Node, Nodes, attributes, div, of_class, para, rewrite, span, strong


class Mark(StrEnum):
    """The class of a mark in the merged tree."""

    DELETED = "deletion"
    INSERTED = "insertion"


WHOLE = "whole"
"""The class of a block that came or went as a whole."""

DRAWING = "drawing-changed"
"""The class of the remark under a figure that looks different now."""


def mark_of(node: Node) -> Mark | None:
    """Which mark a span or div is, if it is one."""
    if node["t"] not in {"Span", "Div"}:
        return None
    return next((mark for mark in Mark if mark in attributes(node)[1]), None)


def marked_inlines(inlines: Nodes, mark: Mark) -> Nodes:
    """A stretch of text that came or went."""
    if not inlines:
        return []
    return [span(of_class(mark), _buried(inlines) if mark is Mark.DELETED else inlines)]


def marked_blocks(blocks: Nodes, mark: Mark) -> Nodes:
    """Blocks with all of their texts marked, in notes and cells too."""

    def change(node: Node) -> Node:
        match node["t"]:
            case "Para" | "Plain":
                return {"t": node["t"], "c": _around(node["c"], mark)}
            case "Header":
                return {"t": "Header", "c": [*node["c"][:2], _around(node["c"][2], mark)]}
            case "DefinitionList":
                return {"t": "DefinitionList", "c": [[_around(term, mark), rest] for term, rest in node["c"]]}
            case "CodeBlock" | "RawBlock":
                return div(of_class(mark), [node])
        return node

    kept = _buried(blocks) if mark is Mark.DELETED else blocks
    marked: Nodes = rewrite(kept, change)
    return marked


def whole(block: Node, mark: Mark) -> Node:
    """A block that came or went as a whole; a heading that went opens no section."""
    if block["t"] == "Header":
        gone = para([strong(block["c"][2])])
        (marked,) = marked_blocks([gone if mark is Mark.DELETED else block], mark)
        return marked
    return div(of_class(WHOLE, mark), marked_blocks([block], mark))


def _around(inlines: Nodes, mark: Mark) -> Nodes:
    return [span(of_class(mark), inlines)] if inlines else []


def _buried(nodes: Nodes) -> Nodes:
    """What went, without the names that what is there now may have."""

    def bury(node: Node) -> Node | Nodes:
        if node["t"] == "Link" and node["c"][2][0].startswith("#"):
            return span(of_class(*attributes(node)[1]), node["c"][1])
        place = 1 if node["t"] == "Header" else 0
        if node["t"] in _NAMED:
            node["c"][place] = ["", *node["c"][place][1:]]
        return node

    buried: Nodes = rewrite(nodes, bury)
    return buried


_NAMED = frozenset({"Div", "Span", "Link", "Image", "Code", "CodeBlock", "Header", "Table", "Figure"})
