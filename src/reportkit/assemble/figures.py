"""Figure values as pandoc figures."""

from reportkit.assemble.tree import Node, Nodes, markup, plain
from reportkit.model.items import Figure


def figure_node(figure: Figure, caption: Nodes) -> Node:
    """A pandoc Figure around the drawing, which is markup of our own making."""
    return {"t": "Figure", "c": [["", [], []], [None, [plain(caption)]], [markup(figure.svg)]]}
