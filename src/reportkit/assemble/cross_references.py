"""`@tbl:id`, `@fig:id` and `@sec:id` turned into numbered links."""

from collections.abc import Mapping

from reportkit.assemble.tree import Node, Nodes, link, missing, rewrite, words

PREFIXES = ("tbl:", "fig:", "sec:")


def resolve_cross_references(blocks: Nodes, labels: Mapping[str, str]) -> Nodes:
    """Replace cross-references, which pandoc reads as citations, by links to what they name.

    `labels` says what each label prints (`Table 2`). A label that is not there leaves a mark.
    """

    def resolve(node: Node) -> Node | Nodes:
        if node["t"] != "Cite" or not all(c["citationId"].startswith(PREFIXES) for c in node["c"][0]):
            return node
        return _links(node["c"][0], labels)

    resolved: Nodes = rewrite(blocks, resolve)
    return resolved


def _links(citations: list[Node], labels: Mapping[str, str]) -> Nodes:
    nodes: Nodes = []
    for index, citation in enumerate(citations):
        nodes += words("; ") if index else []
        nodes += [*citation["citationPrefix"], {"t": "Space"}] if citation["citationPrefix"] else []
        nodes.append(_one(citation["citationId"], labels))
        nodes += citation["citationSuffix"]
    bracketed = citations[0]["citationMode"]["t"] != "AuthorInText"
    return [*words("("), *nodes, *words(")")] if bracketed else nodes


def _one(label: str, labels: Mapping[str, str]) -> Node:
    if label not in labels:
        return missing(f"no such label: {label}")
    # A no-break space keeps "Table" and its number on one line.
    text = {"t": "Str", "c": labels[label].replace(" ", "\u00a0")}
    return link(("", ("xref",), ()), [text], f"#{label}")
