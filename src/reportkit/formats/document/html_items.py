"""Tables and figures as HTML wants them: a caption beside the box that scrolls, not inside it.

Pandoc writes a table's caption into the table; on a phone it would then be as wide as the table.
"""

from html import escape

from reportkit.assemble.tree import Node, Nodes, attributes, markup, rewrite


def with_html_figures(blocks: Nodes) -> Nodes:
    """Replace each placed item by a figure element with a caption and a box that the keyboard can scroll."""

    def change(node: Node) -> Node | Nodes:
        if node["t"] == "Div" and "item" in (classes := attributes(node)[1]):
            return _table(node) if "table" in classes else _figure(node)
        return node

    changed: Nodes = rewrite(blocks, change)
    return changed


def _table(item: Node) -> Nodes:
    table, *rest = item["c"][1]
    label = attributes(item)[0]
    caption, table["c"][1] = table["c"][1][1], [None, []]
    table["c"][0] = ["", [], [["aria-labelledby", f"{label}-caption"]]]
    return [*_open(item), *_caption(label, caption), *_scroll(label, [table]), *rest, markup("</figure>")]


def _figure(item: Node) -> Nodes:
    figure, *rest = item["c"][1]
    label = attributes(item)[0]
    caption, drawing = figure["c"][1][1], figure["c"][2]
    return [*_open(item), *_scroll(label, drawing), *_caption_below(label, caption, rest)]


def _open(item: Node) -> Nodes:
    label, classes, _ = attributes(item)
    return [markup(f'<figure id="{escape(label)}" class="{escape(" ".join(classes))}">')]


def _caption(label: str, blocks: Nodes) -> Nodes:
    return [markup(f'<figcaption id="{escape(label)}-caption">'), *blocks, markup("</figcaption>")]


def _caption_below(label: str, blocks: Nodes, rest: Nodes) -> Nodes:
    """The caption with notes and data, as nothing but a caption may end a figure."""
    start = f'<figcaption><div id="{escape(label)}-caption">'
    return [markup(start), *blocks, markup("</div>"), *rest, markup("</figcaption></figure>")]


def _scroll(label: str, blocks: Nodes) -> Nodes:
    caption = f"{escape(label)}-caption"
    return [
        markup(f'<div class="scroll" role="region" aria-labelledby="{caption}" tabindex="0">'),
        *blocks,
        markup("</div>"),
    ]
