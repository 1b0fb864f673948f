"""Formulas: those of letters and signs in a line are set as text, others stay formulas."""

from reportkit.adapters.pandoc import knows_formula, set_formula
from reportkit.assemble.tree import Node, Nodes, missing, of_class, rewrite, span

_CLASSES = {"InlineMath": "formula", "DisplayMath": "displayed formula"}


def with_formulas(nodes: Nodes) -> Nodes:
    """Replace each formula by what prints it, or by a mark."""

    def replace(node: Node) -> Node:
        if node["t"] != "Math":
            return node
        inlines, (kind, tex) = set_formula(node), node["c"]
        if inlines is None and not knows_formula(node):
            return missing(f"this formula cannot be set: {tex}")
        return span(of_class(*_CLASSES[kind["t"]].split()), inlines or [node])

    replaced: Nodes = rewrite(nodes, replace)
    return replaced
