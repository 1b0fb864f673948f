"""Pandoc's document tree as JSON values: making nodes, reading their text, rewriting them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Node = dict[str, Any]
Nodes = list[Node]
Attributes = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]


def rewrite(value: Any, change: Callable[[Node], Node | Nodes]) -> Any:
    """Copy a tree with every element replaced by what `change` makes of it, innermost first.

    `change` returns one element or, where elements stand in a list, any number of them.
    """
    if isinstance(value, dict):
        return {name: rewrite(part, change) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    changed: list[Any] = []
    for part in value:
        copy = rewrite(part, change)
        result = change(copy) if isinstance(copy, dict) and "t" in copy else copy
        spliced = isinstance(result, list) and isinstance(copy, dict)
        changed.extend(result) if spliced else changed.append(result)
    return changed


def walk(value: Any) -> Iterator[Node]:
    """Every element of a tree in reading order, outer before inner."""
    if isinstance(value, dict):
        if "t" in value:
            yield value
        for part in value.values():
            yield from walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from walk(part)


def plain_text(value: Any, gap: str = "") -> str:
    """The visible words of a tree, with `gap` for citations, notes and formulas and behind paragraphs.

    Without a gap a formula is read as it was written.
    """
    if isinstance(value, list):
        return "".join(plain_text(part, gap) for part in value)
    if not isinstance(value, dict):
        return ""
    kind, content = value.get("t"), value.get("c", [])
    if kind == "Math" and gap:
        return gap
    if isinstance(kind, str) and kind in _LEAVES:
        return _LEAVES[kind](content)
    if kind == "Quoted":
        return _quoted(content, gap)
    return gap if kind in _SILENT else plain_text(content, gap) + (gap if kind in _PARAGRAPHS else "")


def stretches(value: Any) -> tuple[str, ...]:
    """The visible words of a tree, cut where a document prints something between them."""
    texts = (text.strip() for text in plain_text(value, "\0").split("\0"))
    return tuple(text for text in texts if any(map(str.isalnum, text)))


def _quoted(content: Any, gap: str) -> str:
    marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
    return marks[0] + plain_text(content[1], gap) + marks[1]


_SILENT = frozenset({"Cite", "Note", "RawInline", "RawBlock"})
_PARAGRAPHS = frozenset({"Para", "Plain"})
_LEAVES: Mapping[str, Callable[[Any], str]] = {
    "Str": str,
    "Space": lambda _: " ",
    "SoftBreak": lambda _: " ",
    "LineBreak": lambda _: " ",
    "Code": lambda content: str(content[1]),
    "Math": lambda content: str(content[1]),
}


def attributes(node: Node) -> Attributes:
    """Identifier, classes and key–value pairs of a Div, Span, Link, Header or Code."""
    found = node["c"][1] if node["t"] == "Header" else node["c"][0]
    return (found[0], tuple(found[1]), tuple((name, value) for name, value in found[2]))


def value_of(node: Node, name: str) -> str | None:
    """The value of one attribute, or None."""
    return dict(attributes(node)[2]).get(name)


def of_class(*classes: str) -> Attributes:
    """Attributes without identifier."""
    return ("", classes, ())


def _pack(attrs: Attributes) -> list[Any]:
    return [attrs[0], list(attrs[1]), [list(pair) for pair in attrs[2]]]


def words(text: str) -> Nodes:
    """Inline elements for a plain text."""
    parts = text.split(" ")
    nodes: Nodes = []
    for index, part in enumerate(parts):
        if index:
            nodes.append({"t": "Space"})
        if part:
            nodes.append({"t": "Str", "c": part})
    return nodes


def para(inlines: Nodes) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def plain(inlines: Nodes) -> Node:
    """Inlines as a block of their own, without paragraph space."""
    return {"t": "Plain", "c": inlines}


def header(level: int, attrs: Attributes, inlines: Nodes) -> Node:
    """A heading."""
    return {"t": "Header", "c": [level, _pack(attrs), inlines]}


def div(attrs: Attributes, blocks: Nodes) -> Node:
    """A block container."""
    return {"t": "Div", "c": [_pack(attrs), blocks]}


def span(attrs: Attributes, inlines: Nodes) -> Node:
    """An inline container."""
    return {"t": "Span", "c": [_pack(attrs), inlines]}


def link(attrs: Attributes, inlines: Nodes, target: str) -> Node:
    """A link."""
    return {"t": "Link", "c": [_pack(attrs), inlines, [target, ""]]}


def definitions(pairs: Sequence[tuple[Nodes, Nodes]]) -> Node:
    """A list of terms, each with one short definition."""
    return {"t": "DefinitionList", "c": [[term, [[plain(content)]]] for term, content in pairs]}


def strong(inlines: Nodes) -> Node:
    """Strong emphasis."""
    return {"t": "Strong", "c": inlines}


def markup(html: str) -> Node:
    """Markup of our own making, such as a figure's SVG; never an author's."""
    return {"t": "RawBlock", "c": ["html", html]}


def missing(text: str) -> Node:
    """The mark that a draft carries where something is not there."""
    return span(of_class("missing"), words(f"[{text}]"))


def marks(blocks: Nodes) -> tuple[str, ...]:
    """What the marks of a draft say, in reading order, each with the heading that it stands under."""
    found: list[str] = []
    heading = ""
    for node in walk(blocks):
        if node["t"] == "Header":
            heading = f"under “{plain_text(node['c'][2]).strip()}”: "
        elif node["t"] == "Span" and "missing" in attributes(node)[1]:
            found.append(heading + plain_text(node["c"][1]))
    return tuple(found)
