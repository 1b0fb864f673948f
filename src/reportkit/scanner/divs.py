"""Fenced divs; those of class `table` or `figure` show an item."""

import re
from dataclasses import replace

from reportkit.model.location import Span
from reportkit.model.tokens import ItemPlace
from reportkit.scanner.attributes import Attributes, attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.labels import identifier
from reportkit.scanner.markup import unclosed
from reportkit.scanner.nodes import Found, Node
from reportkit.scanner.theorems import THEOREM_LABELS

_OPENING = re.compile(r":::+[ ]*")
_CLASS = re.compile(r"[^ \t\n\r]+")
_REST = re.compile(r"[ ]*:*[ ]*\n")
_ITEM_KINDS = ("table", "figure")


def div(blocks: Blocks, at: int) -> Passage | None:
    """`::: {#label .table item=name}`, up to a line of colons."""
    opening = _OPENING.match(blocks.text, at, blocks.end)
    if opening is None:
        return None
    attributes = attributes_at(blocks.text, opening.end(), blocks.end)
    name = _CLASS.match(blocks.text, opening.end(), blocks.end)
    head_end = attributes.end if attributes else name.end() if name else None
    rest = None if head_end is None else _REST.match(blocks.text, head_end, blocks.end)
    if rest is None:
        return None
    inside = blocks.changed(div_level=blocks.context.div_level + 1)
    content = inside.many(rest.end(), inside.ends_div)
    line_end = blocks.line_end(content.end) or content.end
    nodes = _place(blocks, blocks.place(at, line_end), attributes) if attributes else []
    if not inside.ends_div(content.end):
        nodes.append(unclosed(blocks.fragment, "div", at, rest.end() - 1))
    return Passage(blocks.behind_blank_lines(line_end), [*nodes, *content.nodes])


def _labels(blocks: Blocks, attributes: Attributes, kind: str) -> list[Node]:
    """The label of a div; in bookdown that of a theorem begins with its kind."""
    numbered = [THEOREM_LABELS[name] for name in attributes.classes if name in THEOREM_LABELS]
    if blocks.session.flavor.bookdown and numbered and attributes.identifier:
        name = replace(attributes.identifier, text=f"{numbered[0]}:{attributes.identifier.text}")
        attributes = replace(attributes, identifier=name)
    return identifier(blocks.fragment, attributes, kind)


def _place(blocks: Blocks, whole: Span, attributes: Attributes) -> list[Node]:
    kind = next((kind for kind in _ITEM_KINDS if kind in attributes.classes), None)
    item = attributes.pairs.get("item")
    nodes = _labels(blocks, attributes, kind or "div")
    if kind and item:
        label = attributes.identifier.text if attributes.identifier else None
        nodes.append(Found(ItemPlace(item.text, label, kind, whole)))
    return nodes
