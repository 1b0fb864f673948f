"""Quotation marks of the language of a document: pandoc's own are English."""

from reportkit.assemble.tree import Node, Nodes, rewrite


def with_quotes(blocks: Nodes, quotes: str) -> Nodes:
    """Each quotation in the marks of `quotes`: double ones that open and close, then single ones."""

    def quote(node: Node) -> Node | Nodes:
        if node["t"] != "Quoted":
            return node
        start = 2 if node["c"][0]["t"] == "SingleQuote" else 0
        return [_mark(quotes[start]), *node["c"][1], _mark(quotes[start + 1])]

    quoted: Nodes = rewrite(blocks, quote)
    return quoted


def _mark(sign: str) -> Node:
    return {"t": "Str", "c": sign}
