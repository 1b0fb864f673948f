"""Paragraphs with ids that all documents share, so that a remark can name one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportkit.assemble.tree import Node, Nodes, attributes, span
from reportkit.measures.paragraph_ids import paragraph_ids

PARAGRAPH = "paragraph"
"""The class of the empty span that a paragraph with an id begins with: pandoc's own have no ids."""

_Change = Callable[[Node], Node]
_SILENT = frozenset({"Cite", "Code", "Image", "Math", "Note", "RawInline"})
_OURS = frozenset({"formula", "missing"})


def with_paragraph_ids(chapters: Sequence[Nodes]) -> tuple[Nodes, ...]:
    """The chapters with an id at each paragraph and list item that has words.

    Tables, figures and notes have names of their own.
    """
    texts: list[str] = []

    def read(paragraph: Node) -> Node:
        texts.append(_text(paragraph["c"]))
        return paragraph

    for blocks in chapters:
        _changed(blocks, read)
    ids = paragraph_ids(texts)
    return tuple(_changed(blocks, lambda paragraph: _named(paragraph, next(ids))) for blocks in chapters)


def _named(paragraph: Node, identifier: str) -> Node:
    anchor = [span((identifier, (PARAGRAPH,), ()), [])] if identifier else []
    return {"t": paragraph["t"], "c": [*anchor, *paragraph["c"]]}


def _changed(blocks: Nodes, change: _Change, *, listed: bool = False) -> Nodes:
    """The blocks with each paragraph changed, in reading order."""
    return [_changed_block(block, change, listed=listed) for block in blocks]


def _changed_block(block: Node, change: _Change, *, listed: bool) -> Node:
    kind = block["t"]
    if kind == "Para" or (kind == "Plain" and listed):
        return change(block)
    inside = _CONTAINERS.get(kind)
    return {"t": kind, "c": inside(block["c"], change)} if inside else block


def _items(items: Sequence[Nodes], change: _Change) -> list[Nodes]:
    return [_changed(item, change, listed=True) for item in items]


_CONTAINERS: Mapping[str, Callable[[Any, _Change], Any]] = {
    "BlockQuote": _changed,
    "BulletList": _items,
    "DefinitionList": lambda content, change: [[term, _items(said, change)] for term, said in content],
    "Div": lambda content, change: [content[0], _changed(content[1], change)],
    "OrderedList": lambda content, change: [content[0], _items(content[1], change)],
}


def _text(value: Any) -> str:
    """The words of an author, without what is cited, coded, or said by the toolkit."""
    if isinstance(value, list):
        return "".join(map(_text, value))
    if not isinstance(value, dict):
        return ""
    kind, content = value["t"], value.get("c", [])
    if kind == "Str":
        return str(content)
    if kind in _SILENT or (kind == "Span" and _OURS.intersection(attributes(value)[1])):
        return "\ufffc"
    return _text(content) or " "
