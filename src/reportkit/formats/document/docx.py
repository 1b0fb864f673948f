"""The document for word processors: real headings, tables, captions and footnotes; citations are text."""

from typing import Any

from reportkit.assemble.tree import Node, Nodes, attributes, div, para, rewrite, strong
from reportkit.formats.document.export import Draw, Export, with_pictures

_STYLES = {
    "statement": "Statement",
    "notes": "Table Notes",
    "printed": "Evidence Numbers",
    "row-id": "Evidence Row",
    "csl-entry": "Bibliography",
}


def _arrange(blocks: Nodes, draw: Draw) -> Nodes:
    """Names of paragraph styles in place of classes; facts about a row in one paragraph."""

    def change(node: Node) -> Node:
        match node["t"]:
            case "Table":
                return _with_small_text(node)
            case "Div" if "evidence-row" in attributes(node)[1]:
                node["c"][1] = [_in_a_line(block) for block in node["c"][1]]
            case "Div" if name := next((_STYLES[n] for n in attributes(node)[1] if n in _STYLES), ""):
                node["c"][0][2].append(["custom-style", name])
        return node

    arranged: Nodes = rewrite(with_pictures(blocks, draw), change)
    return arranged


def _styled(block: Node, style: str) -> Node:
    return div(("", (), (("custom-style", style),)), [block])


def _with_small_text(table: Node) -> Node:
    """A style of its own for cells: pandoc gives them that of tight lists."""
    _, _, _, head, bodies, foot = table["c"]
    for rows in (head[1], foot[1], *(part for body in bodies for part in body[2:])):
        for _, cells in rows:
            for cell in cells:
                cell[4] = [_styled(_as_paragraph(block), "Table Text") for block in cell[4]]
    return table


def _as_paragraph(block: Node) -> Node:
    """A text as one that can have a style."""
    return para(block["c"]) if block["t"] == "Plain" else block


def _in_a_line(block: Node) -> Node:
    if block["t"] != "DefinitionList":
        return block
    return _styled(para(_facts(block["c"])), "Evidence Row")


def _facts(terms: list[list[Any]]) -> Nodes:
    """Terms with their definitions, as print sets them."""
    nodes: Nodes = []
    for term, definitions in terms:
        nodes += [{"t": "Str", "c": " · "}] if nodes else []
        nodes += [strong([*term, {"t": "Str", "c": ":"}])]
        for block in (block for definition in definitions for block in definition):
            nodes += [{"t": "Space"}, *block["c"]]
    return nodes


EXPORT = Export("docx", _arrange)
