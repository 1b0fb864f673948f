"""Chapters, and the texts of items, cleaned of everything that must not reach a document."""

import re

from reportkit.assemble.tree import Node, Nodes, missing, para, plain_text, rewrite, words

# Attributes an author may set; anything else could carry script or style into the page.
_ALLOWED = frozenset({"ev", "field", "item", "lang", "dir", "width", "height", "start", "data-tie"})
# Classes by which the toolkit knows what it made itself.
_OURS = frozenset(
    {
        "backref",
        "caption-number",
        "chapter",
        "cited",
        "citing-place",
        "data-link",
        "evidence-index",
        "evidence-row",
        "item",
        "letter",
        "missing",
        "of-figure",
        "of-table",
        "paragraph",
        "paragraph-link",
        "printed",
        "row-id",
        "section-number",
        "sign",
        "tie",
        "tied",
        "xref",
    }
)
_CARRIERS = frozenset({"Div", "Span", "Link", "Image", "Code", "CodeBlock", "Header", "Table", "Figure"})
_SCHEMES = ("http://", "https://", "mailto:", "#")
_COMMENTS = re.compile(r"(?:\s*<!--(?:(?!-->).)*-->)+\s*", re.DOTALL)
_UNRESOLVED_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


def sanitise(blocks: Nodes) -> Nodes:
    """Drop raw markup, foreign attributes and script links; a mark stays where something was removed.

    Comments are nothing that a reader would miss.
    """
    cleaned: Nodes = rewrite(blocks, _clean)
    return cleaned


def _clean(node: Node) -> Node | Nodes:
    if node["t"] in _CARRIERS:
        _restrict(node)
    match node["t"]:
        case "RawInline" | "RawBlock" if _COMMENTS.fullmatch(node["c"][1]):
            return []
        case "RawInline":
            return missing("raw markup removed")
        case "RawBlock":
            return para([missing("raw markup removed")])
        case "Link" if not _is_harmless(node["c"][2][0]):
            return [*node["c"][1], missing("link removed")]
        case "Image":  # a description is plain text; pandoc repeats the caption there, with its citations
            node["c"][1] = words(plain_text(node["c"][1]).strip())
        case "Str":
            return _with_notes_marked(node)
    return node


def _restrict(node: Node) -> None:
    place = 1 if node["t"] == "Header" else 0
    identifier, classes, pairs = node["c"][place]
    own = [name for name in classes if name not in _OURS]
    node["c"][place] = [identifier, own, [pair for pair in pairs if pair[0] in _ALLOWED]]


def _is_harmless(target: str) -> bool:
    return target.lower().startswith(_SCHEMES) or ":" not in target.partition("/")[0]


def _with_notes_marked(node: Node) -> Node | Nodes:
    """A call of a note that is not there, which pandoc takes for text."""
    parts = _UNRESOLVED_NOTE.split(node["c"])
    if len(parts) == 1:
        return node
    marked = [
        missing(f"no such note: {part}") if index % 2 else {"t": "Str", "c": part}
        for index, part in enumerate(parts)
    ]
    return [part for part in marked if part["c"]]
