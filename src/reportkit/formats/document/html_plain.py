"""What pandoc would write into the page and nobody reads there, left out."""

from reportkit.assemble.tree import Node, Nodes, of_class, rewrite, span


def without_ballast(blocks: Nodes) -> Nodes:
    """Citations without their keys, which only pandoc needs; cells without the alignment they have anyway."""

    def lighten(node: Node) -> Node:
        if node["t"] == "Cite":
            return span(of_class("citation"), node["c"][1])
        if node["t"] == "Table":
            return {"t": "Table", "c": _aligned_by_default(node["c"])}
        return node

    lightened: Nodes = rewrite(blocks, lighten)
    return lightened


def _aligned_by_default(part: object) -> object:
    """A table in which nothing is said to stand at the left."""
    if isinstance(part, list):
        return [_aligned_by_default(inner) for inner in part]
    return {"t": "AlignDefault"} if part == {"t": "AlignLeft"} else part
