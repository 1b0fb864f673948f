"""Formulas set as text, so that both documents and the proof have the same words."""

from reportkit.adapters.pandoc import set_formula
from reportkit.assemble.tree import Node, Nodes, missing, of_class, rewrite, span

_CLASSES = {"InlineMath": "formula", "DisplayMath": "displayed formula"}


def with_formulas(nodes: Nodes) -> Nodes:
    """Replace each formula by what prints it, or by a mark."""

    def replace(node: Node) -> Node:
        if node["t"] != "Math":
            return node
        inlines, (kind, tex) = set_formula(node), node["c"]
        if inlines is None:
            return missing(f"this formula cannot be set as text: {tex}")
        return span(of_class(*_CLASSES[kind["t"]].split()), inlines)

    replaced: Nodes = rewrite(nodes, replace)
    return replaced
