"""Generated tables and figures put where chapters ask for them, numbered in reading order."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reportkit.assemble.data_addresses import data_address
from reportkit.assemble.figures import figure_node
from reportkit.assemble.tables import table_node
from reportkit.assemble.tree import (
    Node,
    Nodes,
    attributes,
    div,
    link,
    missing,
    of_class,
    para,
    rewrite,
    span,
    strong,
    value_of,
)
from reportkit.assemble.tree import (
    words as text_of,
)
from reportkit.model.items import Figure, Table
from reportkit.model.words import Words


@dataclass(frozen=True)
class BuiltItem:
    """A table or figure ready to be placed, with its Markdown already read and its data as CSV."""

    value: Table | Figure
    wide: bool
    inlines: Mapping[str, Nodes]
    csv: str


def place_items(
    blocks: Nodes, built: Mapping[str, BuiltItem], words: Words
) -> tuple[Nodes, Mapping[str, str]]:
    """Replace item divs by their tables and figures; also say what each label prints."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}

    def place(node: Node) -> Node:
        item = value_of(node, "item") if node["t"] == "Div" else None
        if item is None:
            return node
        if item not in built:
            return para([missing(f"no such table or figure: {item}")])
        kind = "figure" if isinstance(built[item].value, Figure) else "table"
        counts[kind] += 1
        label, name = (
            attributes(node)[0] or f"{kind}-{item}",
            f"{words.figure if kind == 'figure' else words.table} {counts[kind]}",
        )
        labels[label] = name
        return _item(label, name, built[item], words)

    placed: Nodes = rewrite(blocks, place)
    return placed, labels


def _item(label: str, name: str, built: BuiltItem, words: Words) -> Node:
    value, inlines = built.value, built.inlines
    kind = "figure" if isinstance(value, Figure) else "table"
    number = strong([{"t": "Str", "c": f"{name}.".replace(" ", "\u00a0")}])
    caption = [
        span(of_class("caption-number", f"of-{kind}"), [number]),
        {"t": "Space"},
        *inlines[value.caption],
    ]
    content = (
        figure_node(value, caption) if isinstance(value, Figure) else table_node(value, inlines, caption)
    )
    notes = [div(of_class("notes"), [para(inlines[note]) for note in value.notes])] if value.notes else []
    classes = ("item", kind, "wide") if built.wide else ("item", kind)
    return div(
        (label, classes, ()), [content, *notes, _data_link(value.item, f"{name}: {words.data}", built.csv)]
    )


def _data_link(item: str, said: str, csv: str) -> Node:
    return para(
        [
            link(
                ("", ("data-link",), (("download", f"{item}.csv"),)),
                text_of(said),
                data_address("text/csv", csv),
            )
        ]
    )
