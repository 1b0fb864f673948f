"""Tied numbers turned into links to the row they rest on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportkit.assemble.tree import (
    Node,
    Nodes,
    attributes,
    link,
    missing,
    of_class,
    plain_text,
    rewrite,
    span,
    value_of,
    walk,
)

_LONG = 40  # characters, which a line may have to be broken within


@dataclass(frozen=True, slots=True)
class TiePlace:
    """Where a tied number stands: its anchor and the rows it names."""

    id: str
    rows: tuple[str, ...]


def link_ties(blocks: Nodes, known: Collection[str]) -> tuple[Nodes, tuple[TiePlace, ...]]:
    """Make each `[…]{ev=row}` a link to the row's entry in the evidence index.

    A row that does not exist, an empty bracket or a tie around another one leaves a mark and no link.
    """
    places: list[TiePlace] = []

    def tie(node: Node) -> Node | Nodes:
        if node["t"] != "Span" or (names := value_of(node, "ev")) is None:
            return node
        rows, inlines = tuple(names.split()), node["c"][1]
        unknown = [row for row in rows if row not in known]
        if unknown or not rows:
            return [*inlines, missing(f"no such row: {' '.join(unknown)}" if rows else "no row named")]
        if any(_is_tie(inside) for inside in walk(inlines)):
            return [*inlines, missing(f"a tie around a tie: {names}")]
        if not inlines:
            return missing(f"number not filled in: {names}")
        place = TiePlace(f"tie-{len(places) + 1}", rows)
        places.append(place)
        return _anchored(place, inlines)

    linked: Nodes = rewrite(blocks, tie)
    return linked, tuple(places)


def with_signs(blocks: Nodes, places: Sequence[TiePlace], signs: Mapping[str, str]) -> Nodes:
    """Give each tie the signs of its rows, which print shows raised behind the number.

    The links of a tie on several rows name them all, so that its card shows them all.
    """
    rows = {place.id: place.rows for place in places}

    def sign(node: Node) -> Node:
        if node["t"] == "Span" and (named := rows.get(attributes(node)[0])):
            more = [["data-rows", " ".join(named)]] if len(named) > 1 else []
            for part in filter(_is_tied_link, node["c"][1]):
                part["c"][0][2] += more
            node["c"][0][2].append(["data-sign", ", ".join(signs[row] for row in named)])
        return node

    signed: Nodes = rewrite(blocks, sign)
    return signed


def _is_tied_link(node: Node) -> bool:
    return node["t"] == "Link" and "tied" in attributes(node)[1]


def _is_tie(node: Node) -> bool:
    return node["t"] == "Span" and "tie" in attributes(node)[1]


def _anchored(place: TiePlace, inlines: Nodes) -> Node:
    """The anchor around one link per stretch without links of its own: links do not nest."""
    target = f"#ev-{place.rows[0]}"
    parts: Nodes = []
    for has_own_link, run in groupby(inlines, key=lambda node: node["t"] in {"Cite", "Link", "Note"}):
        stretch = list(run)
        classes = ("tied", "long") if len(plain_text(stretch)) > _LONG else ("tied",)
        parts += stretch if has_own_link else [link(of_class(*classes), stretch, target)]
    return span((place.id, ("tie",), ()), parts)
