"""Chapters cleaned of everything that must not reach a document."""

from reportkit.assemble.tree import Node, Nodes, missing, para, rewrite

# Attributes an author may set; anything else could carry script or style into the page.
_ALLOWED = frozenset({"ev", "field", "item", "lang", "dir", "width", "height", "start", "data-tie"})
_CARRIERS = frozenset({"Div", "Span", "Link", "Image", "Code", "CodeBlock", "Header", "Table", "Figure"})
_SCHEMES = ("http://", "https://", "mailto:", "#")


def sanitise(blocks: Nodes) -> Nodes:
    """Drop raw markup, foreign attributes and script links; a mark stays where markup stood."""
    cleaned: Nodes = rewrite(blocks, _clean)
    return cleaned


def _clean(node: Node) -> Node | Nodes:
    if node["t"] == "RawInline":
        return missing("raw markup removed")
    if node["t"] == "RawBlock":
        return para([missing("raw markup removed")])
    if node["t"] in _CARRIERS:
        _restrict(node)
    if node["t"] == "Link" and not _is_harmless(node["c"][2][0]):
        inlines: Nodes = node["c"][1]
        return inlines
    return node


def _restrict(node: Node) -> None:
    place = 1 if node["t"] == "Header" else 0
    identifier, classes, pairs = node["c"][place]
    node["c"][place] = [identifier, classes, [pair for pair in pairs if pair[0] in _ALLOWED]]


def _is_harmless(target: str) -> bool:
    return target.lower().startswith(_SCHEMES) or ":" not in target.partition("/")[0]
