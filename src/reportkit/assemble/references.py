"""The reference list, with links back to every place that cites an entry."""

from collections.abc import Collection, Mapping, Sequence

from reportkit.assemble.citations import CitingPlace
from reportkit.assemble.tree import (
    Node,
    Nodes,
    attributes,
    div,
    header,
    link,
    of_class,
    rewrite,
    span,
    walk,
)
from reportkit.assemble.tree import (
    words as text_of,
)
from reportkit.measures.numerals import letters
from reportkit.model.words import Words

_PREFIX = "ref-"


def reference_section(words: Words) -> Nodes:
    """The heading and the empty list that the citation processor fills."""
    title = header(1, ("references", ("unnumbered", "chapter"), ()), text_of(words.references))
    return [title, div(("refs", (), ()), [])]


def link_back(blocks: Nodes, places: Sequence[CitingPlace], words: Words) -> Nodes:
    """Append to each entry of a processed reference list the links to its citing places.

    The evidence index cites every source of a number, and says itself where its rows are used: its places
    are linked only where there is no other.
    """
    citing = _citing(places, _index_places(blocks))

    def append(node: Node) -> Node:
        if node["t"] != "Div" or not (identifier := attributes(node)[0]).startswith(_PREFIX):
            return node
        links = citing.get(identifier.removeprefix(_PREFIX), ())
        node["c"][1] = _appended(node["c"][1], links, words.cited)
        return node

    linked: Nodes = rewrite(blocks, append)
    return linked


def _index_places(blocks: Nodes) -> frozenset[str]:
    rows = [node for node in walk(blocks) if node["t"] == "Div" and "evidence-row" in attributes(node)[1]]
    return frozenset(attributes(node)[0] for node in walk(rows) if node["t"] == "Span")


def _citing(places: Sequence[CitingPlace], index_places: Collection[str]) -> Mapping[str, list[str]]:
    citing: dict[str, list[str]] = {}
    for place in places:
        for key in place.keys:
            citing.setdefault(key, []).append(place.id)
    in_text = {key: [place for place in found if place not in index_places] for key, found in citing.items()}
    return {key: in_text[key] or found for key, found in citing.items()}


def _appended(blocks: Nodes, places: Sequence[str], label: str) -> Nodes:
    """The blocks with the links behind the words of the last paragraph."""
    if not places or not blocks:
        return blocks
    *before, last = blocks
    return [*before, {"t": last["t"], "c": _with_links(last["c"], back_links(places, label))}]


def _with_links(inlines: Nodes, links: Node) -> Nodes:
    if inlines and inlines[-1]["t"] == "Span" and "csl-right-inline" in attributes(inlines[-1])[1]:
        right = inlines[-1]
        return [*inlines[:-1], span(attributes(right), [*right["c"][1], {"t": "Space"}, links])]
    return [*inlines, {"t": "Space"}, links]


def back_links(places: Sequence[str], label: str) -> Node:
    """Links to anchors, lettered a, b, c …: the printed document shows pages in their stead."""
    nodes: Nodes = text_of(f"{label} ")
    for index, place in enumerate(places):
        nodes += [{"t": "Space"}] if index else []
        # The letter is an element of its own: in print a page number takes its place.
        letter = span(of_class("letter"), text_of(letters(index)))
        nodes.append(link(of_class("backref"), [letter], f"#{place}"))
    return span(of_class("cited"), nodes)
