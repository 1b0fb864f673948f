"""Links within a comparison, which has not all places of the documents that it compares."""

from collections.abc import Collection

from reportkit.assemble.tree import Node, Nodes, attributes, rewrite, walk

_NAMED = frozenset({"Div", "Span", "Link", "Image", "Code", "CodeBlock", "Header", "Figure", "Table"})


def without_dead_links(blocks: Nodes, elsewhere: Collection[str]) -> Nodes:
    """The blocks with links only to places that are there; `elsewhere` are those outside of the blocks.

    The signs behind numbers lead to an index that is not there, and are left out, too.
    """
    places = {attributes(node)[0] for node in walk(blocks) if node["t"] in _NAMED} | set(elsewhere)

    def change(node: Node) -> Node | Nodes:
        if node["t"] == "Span" and "tie" in attributes(node)[1]:
            node["c"][0][2] = []
        if node["t"] != "Link" or not (target := node["c"][2][0]).startswith("#") or target[1:] in places:
            return node
        inside: Nodes = node["c"][1]
        return inside

    changed: Nodes = rewrite(blocks, change)
    return changed
