"""Paragraphs as HTML wants them: an element with an id, and a quiet link to itself."""

import re

from reportkit.assemble.paragraphs import PARAGRAPH
from reportkit.assemble.tree import Node, Nodes, attributes, link, rewrite

# As pandoc writes the span that begins a paragraph; an author's own span never has this class.
_ANCHOR = re.compile(rf'<(p|li|dd)>(\s*)<span id="([^"]*)" class="{PARAGRAPH}"></span>')


def with_paragraph_links(blocks: Nodes, label: str) -> Nodes:
    """End each paragraph that has an id with a link to itself; the style sheet gives it a sign."""

    def append(node: Node) -> Node:
        if node["t"] not in {"Para", "Plain"} or not (identifier := _id(node)):
            return node
        attrs = ("", (f"{PARAGRAPH}-link",), (("aria-label", label),))
        return {"t": node["t"], "c": [*node["c"], link(attrs, [], f"#{identifier}")]}

    linked: Nodes = rewrite(blocks, append)
    return linked


def with_paragraph_elements(html: str) -> str:
    """Give the ids to the elements themselves, which is where a browser marks the target."""
    return _ANCHOR.sub(r'<\1 id="\3">\2', html)


def _id(paragraph: Node) -> str:
    first = paragraph["c"][0] if paragraph["c"] else {"t": ""}
    if first["t"] == "Span" and PARAGRAPH in attributes(first)[1]:
        return attributes(first)[0]
    return ""
