"""The reference list, with links back to every place that cites an entry."""

from collections.abc import Mapping, Sequence

from reportkit.assemble.citations import CitingPlace
from reportkit.assemble.tree import Node, Nodes, attributes, div, header, link, rewrite, span, words

_PREFIX = "ref-"


def reference_section(title: str) -> Nodes:
    """The heading and the empty list that the citation processor fills."""
    return [header(1, ("references", ("unnumbered", "chapter"), ()), words(title)), div(("refs", (), ()), [])]


def link_back(blocks: Nodes, places: Sequence[CitingPlace], cited: str) -> Nodes:
    """Append to each entry of a processed reference list the links to its citing places."""
    citing = _citing(places)

    def append(node: Node) -> Node:
        if node["t"] != "Div" or not (identifier := attributes(node)[0]).startswith(_PREFIX):
            return node
        links = citing.get(identifier.removeprefix(_PREFIX), ())
        node["c"][1] = _appended(node["c"][1], links, cited)
        return node

    linked: Nodes = rewrite(blocks, append)
    return linked


def _citing(places: Sequence[CitingPlace]) -> Mapping[str, list[str]]:
    citing: dict[str, list[str]] = {}
    for place in places:
        for key in place.keys:
            citing.setdefault(key, []).append(place.id)
    return citing


def _appended(blocks: Nodes, places: Sequence[str], cited: str) -> Nodes:
    """The blocks with the links behind the words of the last paragraph."""
    if not places or not blocks:
        return blocks
    *before, last = blocks
    return [*before, {"t": last["t"], "c": _with_links(last["c"], back_links(places, cited))}]


def _with_links(inlines: Nodes, links: Node) -> Nodes:
    if inlines and inlines[-1]["t"] == "Span" and "csl-right-inline" in attributes(inlines[-1])[1]:
        right = inlines[-1]
        return [*inlines[:-1], span(attributes(right), [*right["c"][1], {"t": "Space"}, links])]
    return [*inlines, {"t": "Space"}, links]


def back_links(places: Sequence[str], label: str) -> Node:
    """Links to anchors, lettered a, b, c …: the printed document shows pages in their stead."""
    nodes: Nodes = words(f"{label} ")
    for index, place in enumerate(places):
        nodes += [{"t": "Space"}] if index else []
        # The letter is an element of its own: in print a page number takes its place.
        letter = span(("", ("letter",), ()), words(letters(index)))
        nodes.append(link(("", ("backref",), ()), [letter], f"#{place}"))
    return span(("", ("cited",), ()), nodes)


def letters(index: int) -> str:
    """A counter in letters: 0 is a, 25 is z, 26 is aa."""
    text = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        text = chr(ord("a") + digit) + text
    return text
