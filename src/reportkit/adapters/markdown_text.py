"""Read the text of a finished Markdown file back, notes where they are called."""

from collections.abc import Callable, Mapping
from typing import Any

from reportkit.adapters.pandoc import read_markdown
from reportkit.assemble.tree import Node, Nodes, plain_text, rewrite, span

_LINE_END: Node = {"t": "Str", "c": "\n"}


def markdown_text(document: bytes) -> str:
    """The text in document order, a line for each paragraph and cell."""
    blocks = read_markdown(document.decode())["blocks"]
    lined: Nodes = rewrite(blocks, _lined)
    return plain_text(lined)


def _lined(node: Node) -> Node:
    """The element with a line end where a document has a border."""
    change = _BORDERED.get(node["t"])
    return change(node["t"], node.get("c")) if change else node


def _within_borders(_: str, inlines: Nodes) -> Node:
    return span(("", (), ()), [_LINE_END, *inlines, _LINE_END])


_BORDERED: Mapping[str, Callable[[str, Any], Node]] = {
    "DefinitionList": lambda kind, terms: {"t": kind, "c": [[[*t, _LINE_END], said] for t, said in terms]},
    "Header": lambda kind, content: {"t": kind, "c": [*content[:2], [*content[2], _LINE_END]]},
    "LineBreak": lambda _, __: _LINE_END,
    "Note": lambda kind, blocks: _within_borders(kind, [part for b in blocks for part in b.get("c", [])]),
    "Para": lambda kind, inlines: {"t": kind, "c": [*inlines, _LINE_END]},
    "Plain": lambda kind, inlines: {"t": kind, "c": [*inlines, _LINE_END]},
    "Subscript": _within_borders,
    "Superscript": _within_borders,
}
