"""`@tbl:id`, `@fig:id` and `@sec:id` turned into numbered links."""

from collections.abc import Mapping
from itertools import groupby

from reportkit.assemble.tree import Node, Nodes, link, missing, of_class, rewrite, words
from reportkit.model.tokens import CROSS_REFERENCE_PREFIXES


def resolve_cross_references(blocks: Nodes, labels: Mapping[str, str]) -> Nodes:
    """Replace cross-references, which pandoc reads as citations, by links to what they name.

    `labels` says what each label prints (`Table 2`). A label that is not there leaves a mark.
    """

    def resolve(node: Node) -> Node | Nodes:
        if node["t"] != "Cite" or not any(map(_is_cross_reference, node["c"][0])):
            return node
        citations, fallback = node["c"]
        return _resolved(citations, fallback, labels)

    resolved: Nodes = rewrite(blocks, resolve)
    return resolved


def _is_cross_reference(citation: Node) -> bool:
    return str(citation["citationId"]).startswith(CROSS_REFERENCE_PREFIXES)


def _resolved(citations: list[Node], fallback: Nodes, labels: Mapping[str, str]) -> Nodes:
    """Links and citations apart: pandoc reads `@sec:a [@b]` as one group of both."""
    in_text = citations[0]["citationMode"]["t"] == "AuthorInText"
    nodes: Nodes = []
    for is_cross_reference, run in groupby(citations, key=_is_cross_reference):
        group = list(run)
        nodes += [{"t": "Space"}] if nodes else []
        if is_cross_reference:
            nodes += _links(group, labels, bracketed=not in_text)
        else:
            nodes.append({"t": "Cite", "c": [group, fallback]})
    return nodes


def _links(citations: list[Node], labels: Mapping[str, str], *, bracketed: bool) -> Nodes:
    nodes: Nodes = []
    for index, citation in enumerate(citations):
        nodes += words("; ") if index else []
        nodes += [*citation["citationPrefix"], {"t": "Space"}] if citation["citationPrefix"] else []
        nodes.append(_one(citation["citationId"], labels))
        nodes += citation["citationSuffix"]
    return [*words("("), *nodes, *words(")")] if bracketed else nodes


def _one(label: str, labels: Mapping[str, str]) -> Node:
    if label not in labels:
        return missing(f"no such label: {label}")
    # A no-break space keeps "Table" and its number on one line.
    text = {"t": "Str", "c": labels[label].replace(" ", "\u00a0")}
    return link(of_class("xref"), [text], f"#{label}")
